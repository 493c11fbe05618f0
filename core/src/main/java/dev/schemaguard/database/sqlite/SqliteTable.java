package dev.schemaguard.database.sqlite;

import dev.schemaguard.model.ObjectName;
import java.util.Locale;

/**
 * A table or view of SQLite.
 *
 * @param name its name
 * @param type what it is: {@code table}, {@code view} or {@code virtual}
 * @param withoutRowid whether its primary key is what its rows are kept by, so that it takes no null
 * @param strict whether its columns take values of their type only
 */
record SqliteTable(ObjectName name, String type, boolean withoutRowid, boolean strict) {

    boolean isView() {
        return type.equals("view");
    }

    /** What all spellings of its name have in common. */
    ObjectName same() {
        return same(name);
    }

    static ObjectName same(ObjectName name) {
        return ObjectName.of(name.schema().toLowerCase(Locale.ROOT), name.name().toLowerCase(Locale.ROOT));
    }
}
