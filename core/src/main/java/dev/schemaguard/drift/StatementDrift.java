package dev.schemaguard.drift;

import dev.schemaguard.model.Origin;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Use;
import java.util.Objects;
import java.util.Optional;

/** A difference that shows in a statement of the release as a whole. */
public sealed interface StatementDrift extends Drift {

    /**
     * The server refuses a statement when it is to prepare it, whatever values come with it.
     *
     * @param origin who sends it
     * @param label what it is called: its origin, with a number where that sends several such statements
     * @param statement what it does
     * @param said what the server says
     */
    record Refused(Origin origin, String label, StatementKind statement, String said) implements StatementDrift {

        public Refused {
            Objects.requireNonNull(origin, "origin");
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(statement, "statement");
            Objects.requireNonNull(said, "said");
        }

        @Override
        public Kind kind() {
            return Kind.STATEMENT_FAILS;
        }

        @Override
        public Subject subject() {
            return new Subject("", Optional.empty(), Optional.empty(), Optional.of(label));
        }

        @Override
        public Optional<String> expected() {
            return Optional.of("a statement that the server takes");
        }

        /** What the server says stands in the message. */
        @Override
        public Optional<String> actual() {
            return Optional.of("one that it refuses");
        }

        @Override
        public Impact impact() {
            return Impact.NONE.with(statement, Effect.FAILS);
        }

        /** It is known that the release sends it. */
        @Override
        public Use use(StatementKind kind) {
            return kind == statement ? Use.ALWAYS : Use.UNSTATED;
        }

        @Override
        public String message() {
            return "the statement of " + label + " fails whenever it is sent, for the server does not take it: " + said;
        }
    }
}
