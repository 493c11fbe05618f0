package dev.schemaguard.policy;

import java.util.Locale;

/** How grave a finding is, mildest first. */
public enum Severity {
    /** Statements work, but slower, unprotected, or another value is read back. */
    ADVISORY,
    /** A statement may fail, or fails if the release does what is only assumed of it. */
    RISKY,
    /** A statement fails that the expectation says the release sends. */
    BREAKING;

    /** The identifier in reports and options: {@code breaking}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this is at least as grave. */
    public boolean isAtLeast(Severity other) {
        return compareTo(other) >= 0;
    }
}
