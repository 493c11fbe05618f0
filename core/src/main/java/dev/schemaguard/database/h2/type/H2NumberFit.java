package dev.schemaguard.database.h2.type;

import dev.schemaguard.diff.TypeArguments;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.model.ColumnType.Named;
import java.math.BigDecimal;
import java.util.Map;

/** How a live number serves an expected one on H2, which rounds what has too many digits and refuses what is too large. */
final class H2NumberFit {

    /** How many digits the largest number of a type has, and up to how many it holds any number. */
    private static final Map<String, Integer> DIGITS = Map.of("tinyint", 3, "smallint", 5, "integer", 10, "bigint", 19);

    /** The largest number of these, to which others are rounded. */
    private static final Map<String, BigDecimal> LARGEST = Map.of(
            "tinyint", BigDecimal.valueOf(Byte.MAX_VALUE),
            "smallint", BigDecimal.valueOf(Short.MAX_VALUE),
            "integer", BigDecimal.valueOf(Integer.MAX_VALUE),
            "bigint", BigDecimal.valueOf(Long.MAX_VALUE));

    /** How many decimal digits a binary floating point number holds exactly. */
    private static final Map<String, Integer> EXACT = Map.of("real", 6, "double precision", 15);

    /** A program keeps smaller ones in a variable of this size. */
    private static final int DIGITS_OF_INT = 10;

    /** Of the days that an interval holds by itself. */
    private static final int DIGITS_OF_SECONDS = 7;

    /** Without a precision it holds whole numbers of this many digits (manual, NUMERIC). */
    private static final int UNBOUNDED = 100_000;

    private H2NumberFit() {}

    static TypeFit fit(Named wanted, Named found) {
        String expected = wanted.name().name();
        String actual = found.name().name();
        if (DIGITS.containsKey(expected)) {
            return whole(DIGITS.getOrDefault(expected, 0), found);
        }
        if (EXACT.containsKey(expected)) {
            return floating(expected, actual, found);
        }
        return expected.equals("decfloat") ? decimalFloat(actual, found) : decimal(wanted, found);
    }

    private static TypeFit whole(int digits, Named found) {
        String actual = found.name().name();
        int variable = Math.max(digits, DIGITS_OF_INT);
        if (EXACT.containsKey(actual)) {
            return digits <= EXACT.getOrDefault(actual, 0) ? TypeFit.WIDER_INTEGER : TypeFit.LOSSY;
        }
        if (actual.equals("decfloat")) {
            return TypeFit.WIDER_INTEGER;
        }
        if (actual.equals("numeric")) {
            int held = wholeDigits(found);
            return held < digits ? TypeFit.NARROWER : held < variable ? TypeFit.WIDER : TypeFit.WIDER_INTEGER;
        }
        int held = DIGITS.getOrDefault(actual, 0);
        return held < digits ? TypeFit.NARROWER : held <= variable ? TypeFit.WIDER : TypeFit.WIDER_INTEGER;
    }

    private static TypeFit floating(String expected, String actual, Named found) {
        if (EXACT.containsKey(actual)) {
            return expected.equals("real") || actual.equals("double precision") ? TypeFit.WIDER : TypeFit.LOSSY;
        }
        if (actual.equals("decfloat")) {
            return TypeFit.WIDER;
        }
        return actual.equals("numeric") && TypeArguments.none(found) ? TypeFit.LOSSY : TypeFit.NARROWER;
    }

    private static TypeFit decimalFloat(String actual, Named found) {
        if (actual.equals("decfloat")) {
            return TypeFit.WIDER;
        }
        return EXACT.containsKey(actual) || actual.equals("numeric") && TypeArguments.none(found)
                ? TypeFit.LOSSY
                : TypeFit.NARROWER;
    }

    private static TypeFit decimal(Named wanted, Named found) {
        String actual = found.name().name();
        if (actual.equals("decfloat")) {
            return TypeFit.WIDER;
        }
        if (EXACT.containsKey(actual)) {
            // As on every database: single values may survive, sums do not.
            return TypeFit.LOSSY;
        }
        boolean rounds = scale(wanted) > (actual.equals("numeric") ? scale(found) : 0);
        return holds(wanted, found, rounds) ? rounds ? TypeFit.LOSSY : TypeFit.WIDER : TypeFit.NARROWER;
    }

    /** The largest value is all nines, so rounding it takes one digit more. */
    private static boolean holds(Named wanted, Named found, boolean rounds) {
        int digits = wholeDigits(wanted);
        BigDecimal largest = LARGEST.get(found.name().name());
        if (largest == null) {
            return wholeDigits(found) >= digits + (rounds ? 1 : 0);
        }
        BigDecimal next = BigDecimal.ONE.scaleByPowerOfTen(digits);
        return largest.compareTo(rounds ? next : next.subtract(BigDecimal.ONE)) >= 0;
    }

    /** A live number in place of an interval, whose seconds it keeps. */
    static TypeFit seconds(Named found) {
        String actual = found.name().name();
        boolean small = actual.equals("numeric")
                ? wholeDigits(found) < DIGITS_OF_SECONDS
                : DIGITS.getOrDefault(actual, DIGITS_OF_INT) < DIGITS_OF_INT;
        return small ? TypeFit.NARROWER : TypeFit.LOSSY;
    }

    /** The longest text that a number makes. */
    static int longestText(Named type) {
        String name = type.name().name();
        if (DIGITS.containsKey(name)) {
            return DIGITS.getOrDefault(name, 0) + 1;
        }
        return switch (name) {
            case "real" -> 14;
            case "double precision" -> 24;
            case "numeric" ->
                TypeArguments.none(type) ? UNBOUNDED : TypeArguments.of(type, 0, 0) + (scale(type) > 0 ? 2 : 1);
            default -> 48;
        };
    }

    private static int scale(Named type) {
        return TypeArguments.of(type, 1, 0);
    }

    private static int wholeDigits(Named type) {
        return TypeArguments.of(type, 0, UNBOUNDED) - scale(type);
    }
}
