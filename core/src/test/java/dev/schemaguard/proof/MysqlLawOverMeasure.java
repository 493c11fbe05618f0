package dev.schemaguard.proof;

import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.model.ColumnType;

/**
 * The pairs of types of MySQL and MariaDB of which something else is said than was measured, each with its reason. An exception
 * that is no longer needed fails the test.
 */
enum MysqlLawOverMeasure {
    /** A release that expects {@code char(n)} deals with the blanks that are cut off, and does so where none are. */
    CHAR_READ_AS_VARCHAR(TypeFit.WIDER, "char", "varchar|.*text"),
    /** Bytes are compared as they are, and not by the rules of a collation: a look-up in other letters finds nothing. */
    TEXT_IN_BYTES(TypeFit.LOSSY, "varchar|.*text|enum|set|uuid|inet.", "varbinary|.*blob"),
    /** Up to 15 digits survive in a double, and 6 in a float; sums do not. */
    DECIMAL_IN_FLOATING(TypeFit.LOOSER, "decimal", "double|float"),
    /** A driver reads a date out of a datetime, but other programs may have stored a time of day. */
    DATE_IN_DATETIME(TypeFit.LOOSER, "date", "datetime"),
    /** A session in another time zone reads another time of day from a timestamp, and the same one from a datetime. */
    TIMESTAMP_IN_DATETIME(TypeFit.LOSSY, "timestamp", "datetime"),
    /** Values that are too long are longer than the largest packet, here. */
    TOO_LONG_TO_WRITE(TypeFit.NARROWER, "long.*", "medium.*"),
    /** What bytes say decides what the server makes of them, as with texts: a release may write digits. */
    BYTES_CONVERTED(TypeFit.OTHER_FAMILY, "bit|.*binary|.*blob", "(?!.*binary|.*blob).*"),
    /** Bytes that are filled up are no number, unless the number is as long as they are. */
    FILLED_UP(TypeFit.OTHER_FAMILY, ".*", "binary"),
    /** Older releases of MariaDB refuse every address of the other kind, newer ones map them, and the law knows no releases. */
    ADDRESS_MAPPED_BY_NEWER_SERVERS(TypeFit.OTHER_FAMILY, "inet4", "inet6");

    private final TypeFit law;
    private final String expected;
    private final String live;

    MysqlLawOverMeasure(TypeFit law, String expected, String live) {
        this.law = law;
        this.expected = expected;
        this.live = live;
    }

    /** Whether every server needs it. */
    boolean isNeededEverywhere() {
        return this != ADDRESS_MAPPED_BY_NEWER_SERVERS;
    }

    boolean holds(ColumnType wanted, ColumnType found, TypeFit said) {
        return said == law && name(wanted).matches(expected) && name(found).matches(live);
    }

    private static String name(ColumnType type) {
        return type.toString().replaceAll("[ (].*", "");
    }
}
