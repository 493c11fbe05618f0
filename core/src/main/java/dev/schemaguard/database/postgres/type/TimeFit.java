package dev.schemaguard.database.postgres.type;

import dev.schemaguard.diff.TypeArguments;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.model.ColumnType.Named;
import java.util.Set;

/** How a live date or time serves an expected one. */
final class TimeFit {

    private static final Set<String> MOMENTS = Set.of("timestamp", "timestamptz", "date");
    private static final Set<String> TIMES = Set.of("time", "timetz");
    private static final int MOST_DIGITS = 6;

    private TimeFit() {}

    static boolean isTime(String name) {
        return MOMENTS.contains(name) || TIMES.contains(name) || name.startsWith("interval");
    }

    static TypeFit fit(String expected, String actual) {
        if (MOMENTS.contains(expected) && MOMENTS.contains(actual)
                || TIMES.contains(expected) && TIMES.contains(actual)
                || expected.equals("time") && actual.startsWith("interval")) {
            return TypeFit.LOSSY;
        }
        if (expected.startsWith("interval") && actual.startsWith("interval")) {
            // One of them keeps only some of the fields, such as "interval day to hour".
            return actual.equals("interval") ? TypeFit.WIDER : TypeFit.LOSSY;
        }
        if (expected.startsWith("interval") && actual.equals("time")) {
            return TypeFit.UNREADABLE;
        }
        return switch (expected + " " + actual) {
            // The server takes the time of day out of a moment, but compares the two with each other never.
            case "timestamp time", "timestamptz time", "timestamptz timetz" -> TypeFit.INCOMPARABLE;
            default -> TypeFit.DIFFERENT;
        };
    }

    static TypeFit digits(Named wanted, Named found) {
        return TypeArguments.of(found, 0, MOST_DIGITS) < TypeArguments.of(wanted, 0, MOST_DIGITS)
                ? TypeFit.LOSSY
                : TypeFit.WIDER;
    }
}
