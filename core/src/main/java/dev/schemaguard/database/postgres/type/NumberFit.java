package dev.schemaguard.database.postgres.type;

import dev.schemaguard.diff.TypeArguments;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.model.ColumnType.Named;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a live number serves an expected one. */
final class NumberFit {

    private static final List<String> INTEGERS = List.of("tinyint", "smallint", "integer", "bigint");
    private static final Set<String> FLOATS = Set.of("real", "double precision");

    /** How many decimal digits every value of a type of whole numbers fits in. */
    private static final Map<String, Integer> DIGITS =
            Map.of("tinyint", 3, "smallint", 5, "integer", 10, "bigint", 19, "oid", 10);

    /** How many whole digits a binary floating point number holds exactly. */
    private static final Map<String, Integer> EXACT = Map.of("real", 6, "double precision", 15);

    private NumberFit() {}

    static boolean isNumber(String name) {
        return DIGITS.containsKey(name) || FLOATS.contains(name) || name.equals("numeric") || name.equals("money");
    }

    static TypeFit fit(Named wanted, Named found) {
        String expected = wanted.name().name();
        String actual = found.name().name();
        if (expected.equals("money") || actual.equals("money")) {
            return money(expected, actual);
        }
        if (DIGITS.containsKey(expected)) {
            return whole(wanted, found);
        }
        return FLOATS.contains(expected) ? floating(found) : numeric(wanted, found);
    }

    static TypeFit numerics(Named wanted, Named found) {
        if (TypeArguments.none(found)) {
            return TypeFit.WIDER;
        }
        if (TypeArguments.none(wanted)) {
            return TypeFit.NARROWER;
        }
        boolean rounds = scale(found) < scale(wanted);
        // The largest value is all nines, so rounding it takes one digit more.
        int needed = wholeDigits(wanted) + (rounds ? 1 : 0);
        return (rounds ? TypeFit.LOSSY : TypeFit.WIDER)
                .and(wholeDigits(found) < needed ? TypeFit.NARROWER : TypeFit.WIDER);
    }

    private static TypeFit whole(Named wanted, Named found) {
        String expected = wanted.name().name();
        String actual = found.name().name();
        int digits = DIGITS.getOrDefault(expected, 0);
        if (FLOATS.contains(actual)) {
            return digits <= EXACT.getOrDefault(actual, 0) ? TypeFit.WIDER_INTEGER : TypeFit.LOSSY;
        }
        if (actual.equals("numeric")) {
            int held = TypeArguments.none(found) ? Integer.MAX_VALUE : wholeDigits(found);
            // A program keeps an OID, too, in a variable of 64 bits.
            int variable = expected.equals("oid") ? DIGITS.getOrDefault("bigint", 0) : digits;
            TypeFit range = held < digits ? TypeFit.NARROWER : held < variable ? TypeFit.WIDER : TypeFit.WIDER_INTEGER;
            return range.and(scale(found) < 0 ? TypeFit.LOSSY : TypeFit.WIDER);
        }
        if (expected.equals("oid")) {
            return actual.equals("bigint") ? TypeFit.WIDER : TypeFit.NARROWER;
        }
        if (actual.equals("oid")) {
            // Small negative numbers become large ones in silence.
            return expected.equals("bigint") ? TypeFit.NARROWER : TypeFit.LOSSY;
        }
        return INTEGERS.indexOf(actual) > INTEGERS.indexOf(expected) ? TypeFit.WIDER_INTEGER : TypeFit.NARROWER;
    }

    private static TypeFit numeric(Named wanted, Named found) {
        String actual = found.name().name();
        if (actual.equals("oid")) {
            return TypeFit.DIFFERENT;
        }
        if (FLOATS.contains(actual)) {
            return TypeFit.LOSSY;
        }
        boolean bounded = !TypeArguments.none(wanted);
        TypeFit range =
                bounded && wholeDigits(wanted) < DIGITS.getOrDefault(actual, 0) ? TypeFit.WIDER : TypeFit.NARROWER;
        return range.and(bounded && scale(wanted) <= 0 ? TypeFit.WIDER : TypeFit.LOSSY);
    }

    private static TypeFit floating(Named found) {
        return switch (found.name().name()) {
            case "oid" -> TypeFit.DIFFERENT;
            case "double precision" -> TypeFit.WIDER;
            case "numeric" -> TypeArguments.none(found) ? TypeFit.LOSSY : TypeFit.NARROWER;
            default -> TypeFit.NARROWER;
        };
    }

    private static TypeFit money(String expected, String actual) {
        boolean castOnly = expected.equals("money")
                ? actual.equals("numeric")
                : !expected.equals("smallint") && !expected.equals("tinyint") && !FLOATS.contains(expected);
        return castOnly ? TypeFit.INCOMPARABLE : TypeFit.DIFFERENT;
    }

    private static int scale(Named type) {
        return TypeArguments.of(type, 1, 0);
    }

    private static int wholeDigits(Named type) {
        return TypeArguments.of(type, 0, 0) - scale(type);
    }
}
