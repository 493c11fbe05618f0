package dev.schemaguard.database.mysql.type;

import dev.schemaguard.database.mysql.type.MysqlType.Family;
import dev.schemaguard.drift.TypeFit;
import java.util.regex.Pattern;

/** How a live type serves an expected one in a strict session, for a program that binds typed parameters. */
final class TypeComparison {

    private static final Pattern NUMBER = Pattern.compile("\\s*[-+]?[0-9]+(?:\\.[0-9]*)?\\s*");

    /** How many digits the shortest text of a UUID has (MariaDB's manual, UUID Data Type). */
    private static final int UUID = 32;

    private static final int BITS_OF_A_BYTE = 8;

    private TypeComparison() {}

    static TypeFit fit(MysqlType wanted, MysqlType found) {
        if (wanted.name().equals(found.name()) && (wanted.isOpen() || found.isOpen())) {
            return TypeFit.SAME;
        }
        if (wanted.isOpen() && wanted.name().equals("datetime") && found.name().equals("timestamp")) {
            // What a mapping is written as that names a moment and leaves open what it takes: it holds the present.
            return TypeFit.SAME;
        }
        if (wanted.family() == Family.UNKNOWN || found.family() == Family.UNKNOWN) {
            return wanted.name().equals(found.name()) ? TypeFit.SAME : TypeFit.OTHER_FAMILY;
        }
        if (found.family() == Family.TEXT || found.family() == Family.BYTES) {
            return LengthFit.fit(wanted, found);
        }
        return switch (wanted.family()) {
            case NUMBER -> number(wanted, found);
            case BITS -> wanted.isTruth() ? number(wanted, found) : bits(wanted, found);
            case MOMENT, TIME -> TimeFit.fit(wanted, found);
            case BYTES -> bytes(found);
            case DOCUMENT -> asBits(2, found);
            case LABELS -> labels(wanted, found);
            case ADDRESS -> address(wanted, found);
            // What a text says decides whether the server makes a value of it: a number, a day, a label.
            case TEXT ->
                found.name().equals("uuid") && LengthFit.size(wanted) < UUID
                        ? TypeFit.NOT_WRITTEN
                        : TypeFit.OTHER_FAMILY;
            case UNKNOWN -> TypeFit.OTHER_FAMILY;
        };
    }

    private static TypeFit number(MysqlType wanted, MysqlType found) {
        return switch (found.family()) {
            case NUMBER, BITS -> NumberFit.fit(wanted, found);
            // A number is taken for hours, minutes and seconds, or for a day, by one server or both; no driver reads it
            // back.
            case TIME, MOMENT -> TypeFit.NOT_READ;
            case LABELS -> placed(wanted, found);
            default -> TypeFit.NOT_WRITTEN;
        };
    }

    /** A number is the place of a label, or the places of some; a label is no number. */
    private static TypeFit placed(MysqlType wanted, MysqlType found) {
        if (found.name().equals("set")) {
            return wanted.name().equals("year") ? TypeFit.NOT_WRITTEN : TypeFit.OTHER_FAMILY;
        }
        return wanted.isTruth() || hasNumbers(found) ? TypeFit.OTHER_FAMILY : TypeFit.NOT_READ;
    }

    /** A text of at least so many bytes is taken for that many bits, where there is room. */
    private static TypeFit asBits(int shortest, MysqlType found) {
        boolean room = found.family() == Family.BITS && found.first() >= shortest * BITS_OF_A_BYTE;
        return room ? TypeFit.OTHER_FAMILY : TypeFit.NOT_WRITTEN;
    }

    /** Programs hand more than one bit over as bytes. */
    private static TypeFit bits(MysqlType wanted, MysqlType found) {
        return switch (found.family()) {
            case BITS -> found.first() < wanted.first() ? TypeFit.NARROWER : TypeFit.LOSSY;
            case NUMBER -> TypeFit.OTHER_FAMILY;
            case LABELS -> found.name().equals("set") ? TypeFit.OTHER_FAMILY : TypeFit.NOT_WRITTEN;
            default -> TypeFit.NOT_WRITTEN;
        };
    }

    private static TypeFit bytes(MysqlType found) {
        boolean refused = found.family() == Family.MOMENT
                || found.family() == Family.DOCUMENT
                || found.name().equals("enum");
        return refused ? TypeFit.NOT_WRITTEN : TypeFit.OTHER_FAMILY;
    }

    /** Labels travel as texts, and those here are known. */
    private static TypeFit labels(MysqlType wanted, MysqlType found) {
        return switch (found.family()) {
            case NUMBER -> hasNumbers(wanted) ? TypeFit.OTHER_FAMILY : TypeFit.NOT_WRITTEN;
            case LABELS ->
                wanted.labels().stream().anyMatch(found.labels()::contains)
                        ? TypeFit.OTHER_FAMILY
                        : TypeFit.NOT_WRITTEN;
            case BITS -> asBits(shortest(wanted), found);
            case TIME -> wanted.name().equals("set") ? TypeFit.OTHER_FAMILY : TypeFit.NOT_WRITTEN;
            default -> TypeFit.NOT_WRITTEN;
        };
    }

    private static boolean hasNumbers(MysqlType listed) {
        return listed.labels().stream().anyMatch(label -> NUMBER.matcher(label).matches());
    }

    private static int shortest(MysqlType wanted) {
        return wanted.name().equals("set")
                ? 0
                : wanted.labels().stream().mapToInt(String::length).min().orElse(0);
    }

    private static TypeFit address(MysqlType wanted, MysqlType found) {
        if (wanted.name().equals("inet4") && found.name().equals("inet6")) {
            // MariaDB 11.4.5 and 10.11.19 map the address, 10.11.5 refuses it.
            return TypeFit.OTHER_FAMILY;
        }
        if (wanted.name().equals("inet4")
                && (found.name().equals("date") || found.name().equals("datetime"))) {
            // Some are written like a day.
            return TypeFit.OTHER_FAMILY;
        }
        return asBits(LengthFit.shortestAddress(wanted), found);
    }
}
