package dev.schemaguard.policy;

import java.util.Locale;

/** What becomes of a check that could not find out everything. */
public enum OnUnverified {
    /** It fails. */
    FAIL,
    /** It is reported and passes. */
    WARN;

    /** The identifier in options: {@code fail}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
