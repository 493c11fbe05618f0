package dev.schemaguard.policy;

import java.util.Locale;

/** What a check found out. */
public enum Verdict {
    /** The database has what the release expects, and all of it was looked at. */
    CONFORMS,
    /** Something is at or over the severity that counts as drift. */
    DRIFTED,
    /** The check could not look, or what was looked for is not fully known. */
    UNVERIFIED;

    /** The identifier in reports: {@code conforms}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
