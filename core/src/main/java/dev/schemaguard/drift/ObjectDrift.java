package dev.schemaguard.drift;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.SqlText;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Use;
import dev.schemaguard.model.UserType;
import java.util.Optional;

/** A difference of a sequence or of a type that is not built in. */
public sealed interface ObjectDrift extends Drift {

    /** The object's name, with the schema where it was looked for. */
    ObjectName where();

    @Override
    default Subject subject() {
        return new Subject(where().schema(), Optional.empty(), Optional.empty(), Optional.of(where().name()));
    }

    @Override
    default Use use(StatementKind statement) {
        return Use.UNSTATED;
    }

    /**
     * The sequence does not exist.
     *
     * @param sequence the sequence that the release expects
     * @param where the name that was looked for
     */
    record MissingSequence(Sequence sequence, ObjectName where) implements ObjectDrift {

        @Override
        public Kind kind() {
            return Kind.MISSING_SEQUENCE;
        }

        @Override
        public Use use(StatementKind statement) {
            return sequence.role() == Sequence.Role.GENERATOR ? Use.ALWAYS : Use.UNSTATED;
        }

        @Override
        public Optional<String> expected() {
            return Optional.of("a sequence");
        }

        @Override
        public Optional<String> actual() {
            return Optional.empty();
        }

        @Override
        public Impact impact() {
            // Where nobody names it, inserts may do without.
            return Impact.onInserts(sequence.role() == Sequence.Role.GENERATOR ? Effect.FAILS : Effect.MAY_FAIL);
        }

        @Override
        public String message() {
            return Failure.of(this, "INSERT that takes its number from `" + where.name() + "`")
                    + ": the sequence does not exist";
        }

        @Override
        public Origin origin() {
            return sequence.origin();
        }
    }

    /**
     * The sequence counts by another step, so that a program that takes numbers in blocks takes some twice.
     *
     * @param expectedSequence the sequence that the release expects, its increment stated
     * @param actualSequence the live sequence
     */
    record IncrementDifferent(Sequence expectedSequence, Sequence actualSequence) implements ObjectDrift {

        @Override
        public Kind kind() {
            return Kind.SEQUENCE_INCREMENT_DIFFERENT;
        }

        @Override
        public ObjectName where() {
            return actualSequence.name();
        }

        @Override
        public Optional<String> expected() {
            return Optional.of("increment " + expectedSequence.increment().orElse(1));
        }

        @Override
        public Optional<String> actual() {
            return Optional.of("increment " + actualSequence.increment().orElse(1));
        }

        @Override
        public Impact impact() {
            return Impact.onInserts(Effect.MAY_FAIL);
        }

        @Override
        public String message() {
            return "an INSERT that takes its number from `" + where().name() + "` may meet a duplicate key: the release"
                    + " counts on " + expected().orElse("") + ", the database has " + actual().orElse("");
        }

        @Override
        public Origin origin() {
            return expectedSequence.origin();
        }
    }

    /**
     * The type does not exist.
     *
     * @param type the type that the release expects
     * @param where the name that was looked for
     */
    record MissingType(UserType type, ObjectName where) implements ObjectDrift {

        @Override
        public Kind kind() {
            return Kind.MISSING_TYPE;
        }

        @Override
        public Optional<String> expected() {
            return Optional.of("a type");
        }

        @Override
        public Optional<String> actual() {
            return Optional.empty();
        }

        @Override
        public Impact impact() {
            return Impact.onWrites(Effect.FAILS).with(StatementKind.SELECT, Effect.MAY_FAIL);
        }

        @Override
        public String message() {
            return Failure.of(this, "statement that casts to `" + where.name() + "`") + ": the type does not exist";
        }

        @Override
        public Origin origin() {
            return type.origin();
        }
    }

    /**
     * The live domain refuses values that the expected one lets in.
     *
     * @param type the domain that the release expects
     * @param where the live domain
     * @param check the condition that the release does not know
     */
    record ExtraDomainCheck(UserType type, ObjectName where, String check) implements ObjectDrift {

        @Override
        public Kind kind() {
            return Kind.EXTRA_CHECK;
        }

        @Override
        public Subject subject() {
            return new Subject(
                    where.schema(), Optional.empty(), Optional.empty(), Optional.of(where.name() + "." + check));
        }

        @Override
        public Optional<String> expected() {
            return Optional.empty();
        }

        @Override
        public Optional<String> actual() {
            return Optional.of("check " + check);
        }

        @Override
        public Impact impact() {
            return Impact.onWrites(Effect.MAY_FAIL);
        }

        @Override
        public String message() {
            return "a statement that writes a value of domain `" + where.name() + "` may fail: check " + check
                    + " is unknown to the release";
        }

        @Override
        public Origin origin() {
            return type.origin();
        }
    }

    /**
     * The live domain lets values in that the expected one refuses.
     *
     * @param type the domain that the release expects
     * @param where the live domain
     * @param check the condition that the release expects
     * @param inItsPlace a live condition that may mean the same, if there is one
     */
    record MissingDomainCheck(UserType type, ObjectName where, SqlText check, Optional<String> inItsPlace)
            implements ObjectDrift {

        @Override
        public Kind kind() {
            return Kind.MISSING_CHECK;
        }

        @Override
        public Subject subject() {
            return new Subject(
                    where.schema(), Optional.empty(), Optional.empty(), Optional.of(where.name() + "." + check));
        }

        @Override
        public Optional<String> expected() {
            return Optional.of("check " + check);
        }

        @Override
        public Optional<String> actual() {
            return inItsPlace.map(other -> "check " + other);
        }

        @Override
        public Impact impact() {
            return Impact.onWrites(Effect.DEGRADED);
        }

        @Override
        public String message() {
            return inItsPlace.isPresent()
                    ? "whether both checks of domain `" + where.name() + "` mean the same is not comparable"
                    : "values that the release rules out may be in domain `" + where.name() + "`: no such check";
        }

        @Override
        public Origin origin() {
            return type.origin();
        }
    }
}
