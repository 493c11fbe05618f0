package dev.schemaguard.database.postgres.dialect;

import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * The name that PostgreSQL gives to what has none (manual, CREATE TABLE and CREATE INDEX): table, columns and a label, joined by
 * underscores, cut to 63 bytes.
 *
 * @param table the table's name, or its beginning
 * @param addition the names of the columns, or their beginning; empty for none
 */
public record GivenName(String table, String addition) {

    private static final int LONGEST = PostgresDialect.INSTANCE.longestName();

    /**
     * What stands before the label.
     *
     * @param columns the columns, none for a primary key
     */
    public static GivenName of(String table, Collection<String> columns) {
        return new GivenName(beginning(table), beginning(String.join("_", columns)));
    }

    /** The whole name, cut where it is too long. */
    public String with(String label) {
        return fitting(label).named(label);
    }

    /** As much of the names as there is room for with a label. */
    public GivenName fitting(String label) {
        int room = LONGEST - bytes(label) - (addition.isEmpty() ? 1 : 2);
        int tableBytes = bytes(table);
        int additionBytes = bytes(addition);
        if (tableBytes + additionBytes <= room) {
            return this;
        }
        while (tableBytes + additionBytes > room) {
            if (tableBytes > additionBytes) {
                tableBytes--;
            } else {
                additionBytes--;
            }
        }
        return new GivenName(cut(table, tableBytes), cut(addition, additionBytes));
    }

    private String named(String label) {
        return (addition.isEmpty() ? table : table + "_" + addition) + "_" + label;
    }

    /** More of a text than a name can hold, for an index may have thousands of parts. */
    private static String beginning(String text) {
        return cut(text, 2 * LONGEST);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The longest beginning of a text that fits; a character is kept whole or not at all. */
    private static String cut(String text, int room) {
        // No character takes less than a byte.
        int end = Math.min(text.length(), room);
        if (end < text.length() && Character.isLowSurrogate(text.charAt(end)) && end > 0) {
            end--;
        }
        while (bytes(text.substring(0, end)) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }
}
