package dev.schemaguard.model;

/** A yes or no that may also be left open. */
public enum Presence {
    PRESENT,
    ABSENT,
    UNSTATED;

    /** The presence that a known answer means. */
    public static Presence of(boolean present) {
        return present ? PRESENT : ABSENT;
    }
}
