package dev.schemaguard.drift;

/** What a drift does to one kind of statement, mildest first. */
public enum Effect {
    /** The statement does what it did. */
    WORKS("works"),
    /** It works, but slower, unprotected, or another value is read back. */
    DEGRADED("degraded"),
    /** Whether it fails depends on the data. */
    MAY_FAIL("may-fail"),
    /** It fails whatever the data. */
    FAILS("fails");

    private final String id;

    Effect(String id) {
        this.id = id;
    }

    /** The identifier in reports. */
    public String id() {
        return id;
    }
}
