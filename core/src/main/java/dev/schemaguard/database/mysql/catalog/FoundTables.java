package dev.schemaguard.database.mysql.catalog;

import dev.schemaguard.model.ObjectName;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tables and views that were found. Answers tell of one after the other, so that a row is nearly always about the last one. */
final class FoundTables {

    private final Map<ObjectName, CatalogTable> byName = new TreeMap<>();
    private @Nullable CatalogTable last;

    void add(CatalogTable table) {
        byName.put(table.name, table);
    }

    /** The table whose schema is in a column of a row, and whose name in the next; {@code null} where nobody asked for it. */
    @Nullable
    CatalogTable of(CatalogRow row, int column) {
        CatalogTable before = last;
        if (before != null && row.isNamed(column, before.name)) {
            return before;
        }
        CatalogTable found = byName.get(row.name(column));
        last = found;
        return found;
    }

    /** The table of that name; {@code null} where nobody asked for it. */
    @Nullable
    CatalogTable of(ObjectName name) {
        return byName.get(name);
    }

    /** All of them, sorted by their names. */
    Map<ObjectName, CatalogTable> byName() {
        return byName;
    }
}
