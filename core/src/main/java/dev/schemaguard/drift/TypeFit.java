package dev.schemaguard.drift;

import dev.schemaguard.model.StatementKind;

/** How a live type serves statements that were written for an expected one, best first. */
public enum TypeFit {
    /** It is the same type. */
    SAME(Kind.TYPE_WIDER, Impact.NONE, ""),
    /** It holds every value of the expected type and more; for reading, too, nothing changes. */
    WIDER(Kind.TYPE_WIDER, Impact.NONE, ""),
    /** It holds more whole numbers than the program's variable does. */
    WIDER_INTEGER(Kind.TYPE_WIDER, Impact.onReads(Effect.DEGRADED), "a value read from %s may overflow"),
    /** It holds what the program's variable cannot: what this release writes comes back, what others write may not be read. */
    LOOSER(
            Kind.TYPE_WIDER,
            Impact.onReads(Effect.DEGRADED),
            "a value that something else writes to %s may be none that the release reads"),
    /** Statements work, and another value is read back, or it reads differently. */
    LOSSY(
            Kind.TYPE_LOSSY,
            Impact.onWrites(Effect.DEGRADED).with(StatementKind.SELECT, Effect.DEGRADED),
            "a value written to %s is read back changed or differently"),
    /** It has no sign: in a session that is not strict a value below zero becomes another one, and computing one is refused. */
    SIGN_LOST(
            Kind.TYPE_LOSSY,
            Impact.onWrites(Effect.MAY_FAIL).with(StatementKind.SELECT, Effect.DEGRADED),
            "a value below zero written to %s is read back changed, and a statement that computes one with it fails"),
    /** It does not hold every value of the expected type. */
    NARROWER(
            Kind.TYPE_NARROWER, Impact.onWrites(Effect.MAY_FAIL), "a statement that writes a larger value to %s fails"),
    /** It is of another family, and what that does here is not known. */
    OTHER_FAMILY(
            Kind.TYPE_DIFFERENT,
            Impact.onWrites(Effect.MAY_FAIL).with(StatementKind.SELECT, Effect.MAY_FAIL),
            "a statement that writes a typed value to %s, or compares it with one, may fail"),
    /** Values can be written and read, but comparing the column with a typed value is refused. */
    INCOMPARABLE(
            Kind.TYPE_DIFFERENT,
            Impact.onWrites(Effect.MAY_FAIL).with(StatementKind.SELECT, Effect.MAY_FAIL),
            "statement that compares %s with a typed value"),
    /** Values can be written, but the driver makes none of the program's type out of what it reads. */
    UNREADABLE(
            Kind.TYPE_DIFFERENT,
            Impact.onWrites(Effect.MAY_FAIL).with(StatementKind.SELECT, Effect.FAILS),
            "statement that reads a typed value from %s, or compares it with one,"),
    /** A typed value is refused. */
    DIFFERENT(
            Kind.TYPE_DIFFERENT,
            Impact.onWrites(Effect.FAILS).with(StatementKind.SELECT, Effect.MAY_FAIL),
            "statement that writes a typed value to %s, or compares it with one,"),
    /** The same as {@link #UNREADABLE} on a database where any two values can be compared. */
    NOT_READ(
            Kind.TYPE_DIFFERENT,
            Impact.onWrites(Effect.MAY_FAIL).with(StatementKind.SELECT, Effect.FAILS),
            "statement that reads a typed value from %s"),
    /** The same as {@link #DIFFERENT} on a database where any two values can be compared. */
    NOT_WRITTEN(
            Kind.TYPE_DIFFERENT,
            Impact.onWrites(Effect.FAILS).with(StatementKind.SELECT, Effect.MAY_FAIL),
            "statement that writes a typed value to %s");

    private final Kind kind;
    private final Impact impact;
    private final String consequence;

    TypeFit(Kind kind, Impact impact, String consequence) {
        this.kind = kind;
        this.impact = impact;
        this.consequence = consequence;
    }

    Kind kind() {
        return kind;
    }

    /**
     * What the fit does to each kind of statement. A key is what predicates compare, so there a refused comparison fails.
     *
     * @param inPrimaryKey whether statements find single rows by the column
     * @param inKey whether rows are looked up by the column at all: it is in a primary, unique or foreign key
     */
    public Impact impact(boolean inPrimaryKey, boolean inKey) {
        if (compareTo(NOT_READ) >= 0) {
            // A value that has to be converted for a comparison is refused by some statements that write (MySQL,
            // strict).
            return inPrimaryKey ? impact.with(StatementKind.DELETE, Effect.MAY_FAIL) : impact;
        }
        if (compareTo(OTHER_FAMILY) <= 0 || !inPrimaryKey && !inKey) {
            return impact;
        }
        Impact lookedUp = impact.with(StatementKind.SELECT, Effect.FAILS);
        return inPrimaryKey
                ? lookedUp.with(StatementKind.UPDATE, Effect.FAILS).with(StatementKind.DELETE, Effect.FAILS)
                : lookedUp;
    }

    /** What follows for statements; of a type that refuses some, the statement that is refused. */
    String consequence(ColumnFactDrift drift) {
        String said = String.format(consequence, drift.label());
        return compareTo(OTHER_FAMILY) > 0 ? Failure.of(drift, said) : said;
    }

    /** The worse of two fits. */
    public TypeFit and(TypeFit other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
