package dev.schemaguard.database.mysql.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.model.ObjectName;
import java.util.List;

/** Finds tables by the names that statements have for them. */
final class TableNames {

    private TableNames() {}

    /**
     * The name of the table that a statement means. Where names of tables are the same in any case (MySQL manual, 11.2.3) it may be
     * written otherwise: the script ran, so it must be the one that was meant.
     */
    static ObjectName meant(Catalog catalog, ObjectName written) {
        if (catalog.table(written).isPresent()) {
            return written;
        }
        List<ObjectName> alike = catalog.tables().all().stream()
                .map(DraftTable::name)
                .filter(name -> name.name().equalsIgnoreCase(written.name()))
                .filter(name -> !written.isQualified() || name.schema().equalsIgnoreCase(written.schema()))
                .toList();
        return alike.size() == 1 ? alike.get(0) : written;
    }
}
