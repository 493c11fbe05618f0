package dev.schemaguard.policy;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that a check could not find out.
 *
 * @param code which of the known cases it is
 * @param reason what happened, with the values, and what to do
 * @param group the optional group that it is about; empty where it is about the whole
 */
public record Unverified(Code code, String reason, Optional<String> group) {

    public Unverified {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(group, "group");
    }

    /** Something about the whole. */
    public Unverified(Code code, String reason) {
        this(code, reason, Optional.empty());
    }

    /** The same about one expectation: where that is optional, nothing else is in doubt for it. */
    public Unverified of(Optional<String> newGroup) {
        return code.isOfExpectation() ? new Unverified(code, reason, newGroup) : this;
    }

    /** The known cases. Their identifiers are part of the JSON report. */
    public enum Code {
        /** No connection could be made, or it was lost. */
        UNREACHABLE,
        /** The role may not connect, or may not see what is to be looked at. */
        NOT_PERMITTED,
        /** The schema to look at does not exist. */
        SCHEMA_NOT_FOUND,
        /** The database did not answer in time, or the expectation was not read in time. */
        TIMED_OUT,
        /** The catalog could not be read for another reason. */
        INSPECTION_FAILED,
        /** The expectation names what cannot be looked for in a database of this kind. */
        NOT_LOOKED_AT,
        /** The expectation cannot be read. */
        EXPECTATION_NOT_READABLE,
        /** The expectation names nothing. */
        EMPTY_EXPECTATION,
        /** The expectation holds something that only running it could tell. */
        STATICALLY_UNREADABLE,
        /** The check itself broke. */
        INTERNAL_ERROR,
        /** The check is switched off. */
        SWITCHED_OFF;

        private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

        /** Whether it says something of one expectation, rather than of the database or of the check itself. */
        boolean isOfExpectation() {
            return this == NOT_PERMITTED
                    || this == SCHEMA_NOT_FOUND
                    || this == NOT_LOOKED_AT
                    || this == EXPECTATION_NOT_READABLE
                    || this == EMPTY_EXPECTATION
                    || this == STATICALLY_UNREADABLE;
        }

        /**
         * Whether it blames the expectation, or the check itself, and not the database: where nobody named that expectation, it is
         * no reason to stop an application that may be healthy.
         */
        public boolean blamesExpectation() {
            return this == EXPECTATION_NOT_READABLE
                    || this == EMPTY_EXPECTATION
                    || this == STATICALLY_UNREADABLE
                    || this == NOT_LOOKED_AT
                    || this == INTERNAL_ERROR;
        }

        /** The identifier in reports: {@code statically-unreadable}. */
        public String id() {
            return id;
        }
    }
}
