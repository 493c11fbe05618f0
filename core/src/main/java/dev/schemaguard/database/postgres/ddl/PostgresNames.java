package dev.schemaguard.database.postgres.ddl;

import dev.schemaguard.database.postgres.dialect.GivenName;
import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Directory;
import dev.schemaguard.model.ObjectName;
import java.util.Collection;
import java.util.function.Predicate;

/**
 * The names that PostgreSQL gives to what the script leaves without one (manual, CREATE TABLE and CREATE INDEX): table,
 * columns and a label, joined by underscores, cut to 63 bytes, numbered where the name is taken.
 */
final class PostgresNames {

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
        GivenName parts = GivenName.of(table.name(), columns).fitting(label);
        ObjectName kind = ObjectName.of(table.schema(), parts.table() + "\n" + parts.addition() + "\n" + label);
        Directory directory = catalog.directory();
        for (int number = directory.firstNumber(kind); ; number++) {
            String numbered = number == 0 ? label : label + number;
            String name = parts.with(numbered);
            if (!taken.test(ObjectName.of(table.schema(), name))) {
                directory.taken(kind, number);
                return name;
            }
        }
    }
}
