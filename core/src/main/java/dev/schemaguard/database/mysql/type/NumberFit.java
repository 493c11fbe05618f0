package dev.schemaguard.database.mysql.type;

import dev.schemaguard.drift.TypeFit;
import java.math.BigInteger;
import java.util.Map;

/** How a live number, or bits, serves an expected number. */
final class NumberFit {

    private static final Map<String, Integer> BITS =
            Map.of("tinyint", 8, "smallint", 16, "mediumint", 24, "int", 32, "bigint", 64);

    /** The bits of the program's variable, for a type with a sign and one without. */
    private static final Map<String, int[]> VARIABLES = Map.of(
            "tinyint", new int[] {8, 16},
            "smallint", new int[] {16, 32},
            "mediumint", new int[] {32, 32},
            "int", new int[] {32, 64},
            "bigint", new int[] {64, 512},
            "year", new int[] {32, 32});

    /** How many whole digits a binary floating point number holds exactly. */
    private static final Map<String, Integer> EXACT = Map.of("float", 6, "double", 15);

    private NumberFit() {}

    static TypeFit fit(MysqlType wanted, MysqlType found) {
        if (wanted.isTruth()) {
            return found.name().equals("year") ? TypeFit.LOSSY : TypeFit.WIDER;
        }
        if (wanted.isFloating()) {
            return floating(wanted, found);
        }
        return wanted.name().equals("decimal") ? decimal(wanted, found) : whole(wanted, found);
    }

    /** The whole numbers from the lowest to the highest. */
    private record Range(BigInteger low, BigInteger high) {

        static Range of(MysqlType type) {
            return switch (type.name()) {
                case "decimal" -> {
                    BigInteger high = BigInteger.TEN
                            .pow(Math.max(0, type.first() - type.second()))
                            .subtract(BigInteger.ONE);
                    yield new Range(type.unsigned() ? BigInteger.ZERO : high.negate(), high);
                }
                case "year" -> new Range(BigInteger.valueOf(1901), BigInteger.valueOf(2155));
                case "bit" -> ofBits(type.first(), true);
                default -> ofBits(BITS.getOrDefault(type.name(), 0), type.unsigned());
            };
        }

        static Range ofBits(int bits, boolean unsigned) {
            BigInteger half = BigInteger.TWO.pow(Math.max(0, bits - 1));
            return unsigned
                    ? new Range(BigInteger.ZERO, BigInteger.TWO.pow(bits).subtract(BigInteger.ONE))
                    : new Range(half.negate(), half.subtract(BigInteger.ONE));
        }

        boolean holds(Range other) {
            return low.compareTo(other.low) <= 0 && high.compareTo(other.high) >= 0;
        }

        boolean meets(Range other) {
            return low.compareTo(other.high) <= 0 && high.compareTo(other.low) >= 0;
        }

        boolean isNegative() {
            return low.signum() < 0;
        }

        int digits() {
            return high.toString().length();
        }
    }

    private static TypeFit whole(MysqlType wanted, MysqlType found) {
        Range range = Range.of(wanted);
        if (found.isFloating()) {
            return found.unsigned() && range.isNegative()
                    ? TypeFit.NARROWER
                    : range.digits() <= EXACT.getOrDefault(found.name(), 0) ? TypeFit.WIDER_INTEGER : TypeFit.LOSSY;
        }
        Range live = Range.of(found);
        if (found.name().equals("bit")) {
            return bits(wanted, range, live);
        }
        if (!live.meets(range)) {
            // Of a number below 100 the server makes a year (manual, 11.2.4).
            return found.name().equals("year") ? TypeFit.NARROWER : TypeFit.NOT_WRITTEN;
        }
        if (!live.holds(range)) {
            return TypeFit.NARROWER;
        }
        int[] variable = VARIABLES.getOrDefault(wanted.name(), new int[] {64, 64});
        return Range.ofBits(variable[wanted.unsigned() ? 1 : 0], false).holds(live)
                ? TypeFit.WIDER
                : TypeFit.WIDER_INTEGER;
    }

    /** As many bits as a number can have take a negative one for a large one, which is too large for some uses. */
    private static TypeFit bits(MysqlType wanted, Range range, Range live) {
        if (!live.meets(range)) {
            return TypeFit.NOT_WRITTEN;
        }
        boolean full =
                BITS.getOrDefault("bigint", 0).equals((Integer) live.high().bitLength());
        if (live.holds(range)) {
            return full && wanted.name().equals("bigint") ? TypeFit.LOSSY : TypeFit.WIDER;
        }
        return full ? TypeFit.OTHER_FAMILY : TypeFit.NARROWER;
    }

    private static TypeFit decimal(MysqlType wanted, MysqlType found) {
        Range range = Range.of(wanted);
        boolean signLost = range.isNegative() && found.unsigned();
        if (found.isFloating()) {
            // Sums lose what single values keep.
            boolean exact = wanted.first() <= EXACT.getOrDefault(found.name(), 0)
                    && (found.name().equals("double") || wanted.second() == 0);
            return signLost ? TypeFit.NARROWER : exact ? TypeFit.LOOSER : TypeFit.LOSSY;
        }
        boolean rounds = found.second() < wanted.second();
        // The largest value is all nines, so rounding it gives one more.
        Range needed = rounds ? new Range(range.low(), range.high().add(BigInteger.ONE)) : range;
        boolean holds = Range.of(found).holds(rounds && range.isNegative() ? symmetric(needed) : needed);
        return holds && !signLost ? (rounds ? TypeFit.LOSSY : TypeFit.WIDER) : TypeFit.NARROWER;
    }

    private static Range symmetric(Range range) {
        return new Range(range.high().negate(), range.high());
    }

    private static TypeFit floating(MysqlType wanted, MysqlType found) {
        if (found.family() == MysqlType.Family.BITS) {
            return TypeFit.OTHER_FAMILY;
        }
        boolean signLost = found.unsigned() && !wanted.unsigned();
        boolean wide = found.name().equals("double") || found.name().equals(wanted.name());
        if (!found.isFloating() || !wide || signLost) {
            return TypeFit.NARROWER;
        }
        return found.name().equals(wanted.name()) ? TypeFit.WIDER : TypeFit.WIDER_INTEGER;
    }
}
