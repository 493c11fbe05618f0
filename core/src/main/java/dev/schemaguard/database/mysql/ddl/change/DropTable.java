package dev.schemaguard.database.mysql.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A table or a view is dropped. Foreign keys to it stay where the script has switched their checks off, and else the server refuses;
 * views of it stay in any case.
 *
 * @param table its name
 * @param temporary whether only one of the session's own is meant
 * @param origin where the script says so
 */
public record DropTable(ObjectName table, boolean temporary, Origin origin) implements Change {

    @Override
    public List<ObjectName> tables() {
        return List.of(table);
    }

    @Override
    public void applyTo(Catalog catalog) {
        Optional<DraftTable> found = temporary
                ? catalog.tables().get(catalog.temporary(table))
                : catalog.table(TableNames.meant(catalog, table));
        found.ifPresent(draft -> {
            catalog.remove(draft);
            CreateView.forget(catalog, draft.name(), Optional.empty());
        });
        if (!temporary) {
            catalog.gaps()
                    .drop(found.map(DraftTable::name)
                            .orElseGet(() -> catalog.path().created(table)));
        }
    }

    @Override
    public void doubt(Catalog catalog) {
        catalog.matching(table).forEach(catalog::remove);
    }
}
