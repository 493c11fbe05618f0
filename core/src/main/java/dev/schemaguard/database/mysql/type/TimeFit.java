package dev.schemaguard.database.mysql.type;

import dev.schemaguard.database.mysql.type.MysqlType.Family;
import dev.schemaguard.drift.TypeFit;

/** How a live type serves an expected date or time, where it is no text. */
final class TimeFit {

    private TimeFit() {}

    static TypeFit fit(MysqlType wanted, MysqlType found) {
        if (found.family() != Family.MOMENT && found.family() != Family.TIME) {
            return TypeFit.NOT_WRITTEN;
        }
        if (wanted.family() != found.family()) {
            return otherKind(wanted);
        }
        TypeFit digits = found.first() < wanted.first() ? TypeFit.LOSSY : TypeFit.WIDER;
        return switch (found.name()) {
            case "date" -> TypeFit.LOSSY;
            // From 1970 to 2038 (manual, 11.2.2).
            case "timestamp" -> wanted.name().equals("timestamp") ? digits : TypeFit.NARROWER;
            // Only a timestamp is another time of day in a session of another time zone.
            case "datetime" ->
                switch (wanted.name()) {
                    case "date" -> TypeFit.LOOSER;
                    case "timestamp" -> TypeFit.LOSSY;
                    default -> digits;
                };
            default -> digits;
        };
    }

    private static TypeFit otherKind(MysqlType wanted) {
        return switch (wanted.name()) {
            case "datetime", "timestamp" -> TypeFit.LOSSY;
            case "date" -> TypeFit.NOT_WRITTEN;
            default -> TypeFit.OTHER_FAMILY;
        };
    }
}
