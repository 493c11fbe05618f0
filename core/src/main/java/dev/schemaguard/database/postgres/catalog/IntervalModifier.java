package dev.schemaguard.database.postgres.catalog;

import java.util.Map;

/** What stands behind the word {@code interval}: its fields and its precision, packed into one number by the server. */
final class IntervalModifier {

    /** The bits of the fields (src/include/utils/datetime.h and timestamp.h of PostgreSQL). */
    private static final int MONTH = 1 << 1;

    private static final int YEAR = 1 << 2;
    private static final int DAY = 1 << 3;
    private static final int HOUR = 1 << 10;
    private static final int MINUTE = 1 << 11;
    private static final int SECOND = 1 << 12;
    private static final int FULL_PRECISION = 0xffff;

    private static final Map<Integer, String> FIELDS = Map.ofEntries(
            Map.entry(YEAR, " year"),
            Map.entry(MONTH, " month"),
            Map.entry(DAY, " day"),
            Map.entry(HOUR, " hour"),
            Map.entry(MINUTE, " minute"),
            Map.entry(SECOND, " second"),
            Map.entry(YEAR | MONTH, " year to month"),
            Map.entry(DAY | HOUR, " day to hour"),
            Map.entry(DAY | HOUR | MINUTE, " day to minute"),
            Map.entry(DAY | HOUR | MINUTE | SECOND, " day to second"),
            Map.entry(HOUR | MINUTE, " hour to minute"),
            Map.entry(HOUR | MINUTE | SECOND, " hour to second"),
            Map.entry(MINUTE | SECOND, " minute to second"));

    private IntervalModifier() {}

    static String format(int modifier) {
        String fields = FIELDS.getOrDefault(modifier >> 16 & 0x7fff, "");
        int precision = modifier & 0xffff;
        return precision == FULL_PRECISION ? fields : fields + "(" + precision + ")";
    }
}
