package dev.schemaguard.database;

import dev.schemaguard.inspect.FailureKind;
import java.util.Objects;

/** What a server says of a statement that it was to prepare and not to run. */
public sealed interface Described {

    /** The server would take it. What it meets when it runs is not known: rights, keys and values are looked at only then. */
    record Fine() implements Described {}

    /**
     * The server refuses it, whatever values come with it.
     *
     * @param code the server's code: an SQLState, or a number where those tell little; may be empty
     * @param message what the server says, on one line and fit to be shown
     * @param kind what that means
     */
    record Fails(String code, String message, FailureKind kind) implements Described {

        public Fails {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(kind, "kind");
        }
    }

    /**
     * Nothing is known of it.
     *
     * @param reason why not, for people
     */
    record NotDescribed(String reason) implements Described {

        public NotDescribed {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
