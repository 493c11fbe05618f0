package dev.schemaguard.diff;

import dev.schemaguard.model.StatementKind;

/** How a live type serves statements that were written for an expected one, best first. */
public enum TypeFit {
    /** It is the same type. */
    SAME(Kind.TYPE_WIDER, Impact.NONE, ""),
    /** It holds every value of the expected type and more; for reading, too, nothing changes. */
    WIDER(Kind.TYPE_WIDER, Impact.NONE, ""),
    /** It holds more whole numbers than the program's variable does. */
    WIDER_INTEGER(Kind.TYPE_WIDER, Impact.onReads(Effect.DEGRADED), "a value read from %s may overflow"),
    /** Statements work, and another value is read back, or it reads differently. */
    LOSSY(
            Kind.TYPE_LOSSY,
            Impact.onWrites(Effect.DEGRADED).with(StatementKind.SELECT, Effect.DEGRADED),
            "a value written to %s is read back changed or differently"),
    /** It does not hold every value of the expected type. */
    NARROWER(
            Kind.TYPE_NARROWER, Impact.onWrites(Effect.MAY_FAIL), "a statement that writes a larger value to %s fails"),
    /** A typed value or a comparison with one is refused. */
    DIFFERENT(
            Kind.TYPE_DIFFERENT,
            Impact.onWrites(Effect.FAILS).with(StatementKind.SELECT, Effect.MAY_FAIL),
            "every statement that writes a typed value to %s, or compares it with one, fails");

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

    Impact impact(boolean inKey) {
        // A key is what predicates compare, so there every statement that finds a row by it fails.
        return this == DIFFERENT && inKey ? Impact.onEverything(Effect.FAILS) : impact;
    }

    String consequence(String column) {
        return String.format(consequence, column);
    }

    /** The worse of two fits. */
    TypeFit and(TypeFit other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
