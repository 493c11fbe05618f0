package dev.schemaguard.database.h2.type;

import dev.schemaguard.diff.TypeArguments;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.model.ColumnType.Named;

/** How a live day or time serves an expected one on H2, which adds what is missing: midnight, today, the zone of the session. */
final class H2TimeFit {

    private static final int USUAL_DIGITS = 6;

    private H2TimeFit() {}

    static TypeFit fit(H2Family expected, H2Family actual) {
        boolean noDay = actual == H2Family.TIME || actual == H2Family.ZONED_TIME;
        boolean wantsNoDay = expected == H2Family.TIME || expected == H2Family.ZONED_TIME;
        return expected == H2Family.DATE && noDay || wantsNoDay && actual == H2Family.DATE
                ? TypeFit.DIFFERENT
                : TypeFit.LOSSY;
    }

    /** Digits of a second beyond those that are kept are rounded. */
    static TypeFit digits(Named wanted, Named found) {
        return digits(found) < digits(wanted) ? TypeFit.LOSSY : TypeFit.WIDER;
    }

    private static int digits(Named type) {
        return TypeArguments.of(type, 0, type.name().name().startsWith("timestamp") ? USUAL_DIGITS : 0);
    }

    /** The longest text that a day or a time makes. */
    static int longestText(H2Family family, Named type) {
        int fraction = digits(type) == 0 ? 0 : digits(type) + 1;
        return switch (family) {
            case DATE -> 10;
            case TIME -> 8 + fraction;
            case ZONED_TIME -> 14 + fraction;
            case TIMESTAMP -> 19 + fraction;
            default -> 25 + fraction;
        };
    }

    /** The shortest text that a value of it makes. */
    static int shortestText(H2Family family) {
        return switch (family) {
            case DATE -> 10;
            case TIME -> 8;
            case ZONED_TIME -> 11;
            case TIMESTAMP -> 19;
            default -> 22;
        };
    }
}
