package dev.schemaguard.database.mysql.type;

import dev.schemaguard.database.mysql.type.MysqlType.Family;
import dev.schemaguard.drift.TypeFit;
import java.util.Map;

/** How a live text, or live bytes, serve: both take whatever can be written down, as far as it is not too long. */
final class LengthFit {

    /** How many bytes each holds (manual, 11.7); one with a length says it. */
    private static final Map<String, Long> SIZES = Map.of(
            "tinytext", 255L,
            "text", 65_535L,
            "mediumtext", 16_777_215L,
            "longtext", 4_294_967_295L,
            "tinyblob", 255L,
            "blob", 65_535L,
            "mediumblob", 16_777_215L,
            "longblob", 4_294_967_295L);

    /** The shortest and the longest text of a value. */
    private static final Map<String, int[]> WIDTHS = Map.of(
            "tinyint", new int[] {1, 4},
            "smallint", new int[] {1, 6},
            "mediumint", new int[] {1, 8},
            "int", new int[] {1, 11},
            "bigint", new int[] {1, 20},
            "year", new int[] {4, 4},
            "float", new int[] {1, 14},
            "double", new int[] {1, 24},
            "uuid", new int[] {36, 36},
            "inet6", new int[] {2, 39});

    /** Of numbers as short as these the drivers read some from bytes that were filled up. */
    private static final int SHORT = 4;

    /** An address of four numbers. */
    private static final int[] ADDRESS = {7, 15};

    private static final Map<String, Integer> WHOLE_SECONDS =
            Map.of("date", 10, "datetime", 19, "timestamp", 19, "time", 8);

    /** The most bytes of a character: those of utf8mb4, where nobody says otherwise. */
    private static final int CHARACTER = 4;

    /** The longest text that a row holds of utf8mb4, beside which a column of type text is no narrower. */
    private static final int LONGEST_VARCHAR = 16_383;

    /** One driver makes no number of a text with more digits than its largest whole number has. */
    private static final int READ_DIGITS = 18;

    /** Documents are as large as a packet. */
    private static final long DOCUMENT = 16_777_215L;

    private LengthFit() {}

    static TypeFit fit(MysqlType wanted, MysqlType found) {
        boolean text = found.family() == Family.TEXT;
        return switch (wanted.family()) {
            case TEXT -> text ? texts(wanted, found) : textInBytes(wanted, found);
            case BYTES -> text ? TypeFit.OTHER_FAMILY : bytes(wanted, found);
            case BITS -> wanted.isTruth() ? converted(1, 1, found) : text ? TypeFit.OTHER_FAMILY : bits(wanted, found);
            case DOCUMENT -> size(found) < DOCUMENT ? TypeFit.NARROWER : TypeFit.LOSSY;
            case LABELS -> labels(wanted, found);
            case ADDRESS -> address(wanted, found);
            case NUMBER -> number(wanted, found);
            case MOMENT, TIME -> {
                int shortest = WHOLE_SECONDS.getOrDefault(wanted.name(), 0);
                yield converted(shortest, wanted.first() == 0 ? shortest : shortest + 1 + wanted.first(), found);
            }
            case UNKNOWN -> TypeFit.OTHER_FAMILY;
        };
    }

    /** How many characters a live text holds for certain, or bytes. */
    static long size(MysqlType type) {
        return SIZES.getOrDefault(type.name(), (long) type.first());
    }

    private static TypeFit texts(MysqlType wanted, MysqlType found) {
        // A release that expects char(n) deals with the blanks that are cut off, and does so where there are none.
        TypeFit padded = found.isPadded() && !wanted.isPadded() ? TypeFit.LOSSY : TypeFit.WIDER;
        boolean measuredInBytes = SIZES.containsKey(found.name());
        long needed = size(wanted);
        if (measuredInBytes && !SIZES.containsKey(wanted.name())) {
            needed = Math.min(needed, LONGEST_VARCHAR) * CHARACTER;
            needed = found.name().equals("tinytext") ? needed : Math.min(needed, size(found));
        }
        return padded.and(size(found) < needed ? TypeFit.NARROWER : TypeFit.WIDER);
    }

    /** Bytes are compared as they are, and no longer by the rules of a collation. */
    private static TypeFit textInBytes(MysqlType wanted, MysqlType found) {
        long needed =
                SIZES.containsKey(wanted.name()) ? size(wanted) : Math.min(size(wanted), LONGEST_VARCHAR) * CHARACTER;
        return size(found) < needed ? TypeFit.NARROWER : TypeFit.LOSSY;
    }

    private static TypeFit bytes(MysqlType wanted, MysqlType found) {
        if (size(found) < size(wanted)) {
            return wanted.isPadded() ? TypeFit.NOT_WRITTEN : TypeFit.NARROWER;
        }
        boolean filledUp = found.isPadded() && !(wanted.isPadded() && size(found) == size(wanted));
        return filledUp ? TypeFit.LOSSY : TypeFit.WIDER;
    }

    private static TypeFit bits(MysqlType wanted, MysqlType found) {
        int bytes = (wanted.first() + 7) / 8;
        if (size(found) < bytes) {
            return TypeFit.NOT_WRITTEN;
        }
        return found.isPadded() && size(found) > bytes ? TypeFit.LOSSY : TypeFit.WIDER;
    }

    private static TypeFit labels(MysqlType wanted, MysqlType found) {
        boolean set = wanted.name().equals("set");
        int longest = set
                ? wanted.labels().stream().mapToInt(String::length).sum()
                        + wanted.labels().size()
                        - 1
                : wanted.labels().stream().mapToInt(String::length).max().orElse(0);
        TypeFit compared = found.family() == Family.TEXT ? TypeFit.WIDER : TypeFit.LOSSY;
        return compared.and(size(found) < longest ? TypeFit.NARROWER : TypeFit.WIDER);
    }

    private static TypeFit address(MysqlType wanted, MysqlType found) {
        int[] width = WIDTHS.getOrDefault(wanted.name(), ADDRESS);
        TypeFit compared = found.family() == Family.TEXT ? TypeFit.WIDER : TypeFit.LOSSY;
        return size(found) >= width[1] ? compared : size(found) < width[0] ? TypeFit.NOT_WRITTEN : TypeFit.NARROWER;
    }

    static int shortestAddress(MysqlType wanted) {
        return WIDTHS.getOrDefault(wanted.name(), ADDRESS)[0];
    }

    private static TypeFit number(MysqlType wanted, MysqlType found) {
        if (wanted.isTruth()) {
            return converted(1, 1, found);
        }
        if (!wanted.name().equals("decimal")) {
            if (wanted.isFloating() && found.name().equals("binary")) {
                return TypeFit.OTHER_FAMILY;
            }
            int[] width = WIDTHS.getOrDefault(wanted.name(), new int[] {1, 24});
            TypeFit fit = converted(width[0], width[1], found);
            // One driver takes the first character of a text for the byte.
            return wanted.name().equals("tinyint") && !wanted.unsigned() ? fit.and(TypeFit.LOSSY) : fit;
        }
        int sign = wanted.unsigned() ? 0 : 1;
        TypeFit fit = converted(1, sign + wanted.first() + (wanted.second() > 0 ? 1 : 0), found);
        return wanted.first() - wanted.second() > READ_DIGITS ? fit.and(TypeFit.LOSSY) : fit;
    }

    /** A number or a time, written down: it comes back as it went, but others may have stored what is none. */
    private static TypeFit converted(int shortest, int longest, MysqlType found) {
        if (size(found) < shortest) {
            return TypeFit.NOT_WRITTEN;
        }
        if (found.name().equals("binary")) {
            // What is filled up is no number and no time any more.
            return shortest == longest && longest == size(found)
                    ? TypeFit.LOOSER
                    : longest < size(found) && longest > SHORT ? TypeFit.NOT_READ : TypeFit.OTHER_FAMILY;
        }
        // One driver reads no number or time from a blob.
        boolean blob = found.family() == Family.BYTES && !found.name().equals("varbinary");
        return blob ? TypeFit.OTHER_FAMILY : size(found) < longest ? TypeFit.NARROWER : TypeFit.LOOSER;
    }
}
