package dev.schemaguard.source.ddl.draft;

import dev.schemaguard.model.ObjectName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/**
 * The names that PostgreSQL gives to what the script leaves without one (manual, CREATE TABLE and CREATE INDEX): table,
 * columns and a label, joined by underscores, cut to 63 bytes, numbered where the name is taken.
 */
final class ServerNames {

    private static final int LONGEST = 63;

    private ServerNames() {}

    /**
     * A name that is not taken yet.
     *
     * @param table the table
     * @param columns the columns, none for a primary key
     * @param label what it is, such as {@code pkey}
     * @param taken whether a name in that schema is taken
     */
    static String choose(ObjectName table, List<String> columns, String label, Predicate<ObjectName> taken) {
        String addition = String.join("_", columns);
        for (int number = 0; ; number++) {
            String numbered = number == 0 ? label : label + number;
            String name = joined(table.name(), addition, numbered);
            if (!taken.test(ObjectName.of(table.schema(), name))) {
                return name;
            }
        }
    }

    private static String joined(String table, String addition, String label) {
        int overhead = 1 + bytes(label) + (addition.isEmpty() ? 0 : 1);
        int tableBytes = bytes(table);
        int additionBytes = bytes(addition);
        while (tableBytes + additionBytes > LONGEST - overhead) {
            if (tableBytes > additionBytes) {
                tableBytes--;
            } else {
                additionBytes--;
            }
        }
        String end = addition.isEmpty() ? "" : "_" + cut(addition, additionBytes);
        return cut(table, tableBytes) + end + "_" + label;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The longest beginning of a text that fits; a character is kept whole or not at all. */
    private static String cut(String text, int room) {
        int end = text.length();
        while (bytes(text.substring(0, end)) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }
}
