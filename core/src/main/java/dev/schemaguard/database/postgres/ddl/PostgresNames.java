package dev.schemaguard.database.postgres.ddl;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Directory;
import dev.schemaguard.model.ObjectName;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.Predicate;

/**
 * The names that PostgreSQL gives to what the script leaves without one (manual, CREATE TABLE and CREATE INDEX): table,
 * columns and a label, joined by underscores, cut to 63 bytes, numbered where the name is taken.
 */
final class PostgresNames {

    private static final int LONGEST = 63;

    private PostgresNames() {}

    /**
     * A name that is not taken yet.
     *
     * @param table the table
     * @param columns the columns, none for a primary key
     * @param label what it is, such as {@code pkey}
     * @param taken whether a name in that schema is taken
     */
    static String choose(
            Catalog catalog, ObjectName table, Collection<String> columns, String label, Predicate<ObjectName> taken) {
        Parts parts = new Parts(beginning(table.name()), beginning(String.join("_", columns))).fitting(label);
        ObjectName kind = ObjectName.of(table.schema(), parts.table() + "\n" + parts.addition() + "\n" + label);
        Directory directory = catalog.directory();
        for (int number = directory.firstNumber(kind); ; number++) {
            String numbered = number == 0 ? label : label + number;
            String name = parts.fitting(numbered).named(numbered);
            if (!taken.test(ObjectName.of(table.schema(), name))) {
                directory.taken(kind, number);
                return name;
            }
        }
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

    /**
     * What stands before the label.
     *
     * @param table the table's name, or its beginning
     * @param addition the names of the columns, or their beginning; empty for none
     */
    private record Parts(String table, String addition) {

        /** As much of them as there is room for with a label. */
        Parts fitting(String label) {
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
            return new Parts(cut(table, tableBytes), cut(addition, additionBytes));
        }

        String named(String label) {
            return (addition.isEmpty() ? table : table + "_" + addition) + "_" + label;
        }
    }
}
