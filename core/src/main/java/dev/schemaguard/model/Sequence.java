package dev.schemaguard.model;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * A generator of numbers.
 *
 * @param name its name
 * @param role whether the release names it or it only stands behind a column
 * @param increment the step between two numbers, or empty where it is not stated
 * @param origin where the expectation says so
 */
public record Sequence(ObjectName name, Role role, OptionalLong increment, Origin origin) {

    public Sequence {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(increment, "increment");
        Objects.requireNonNull(origin, "origin");
    }

    /** Why a sequence is there. */
    public enum Role {
        /** The release itself names it, so its inserts fail without it. */
        GENERATOR,
        /** It stands behind a serial or identity column, and its name is only a label. */
        OWNED,
        /** Nobody is known to use it by name. */
        UNSTATED
    }
}
