package dev.schemaguard.database.mysql.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A table is changed in one or several ways at once.
 *
 * @param table the table
 * @param ifExists whether nothing happens where there is none
 * @param actions what is done
 * @param forked whether the server is a MariaDB
 * @param origin where the script says so
 */
public record AlterTable(ObjectName table, boolean ifExists, List<TableAction> actions, boolean forked, Origin origin)
        implements Change {

    public AlterTable {
        actions = List.copyOf(actions);
    }

    @Override
    public void applyTo(Catalog catalog) {
        catalog.alter(table, ifExists, origin, draft -> new TableWork(catalog, draft, forked, origin).run(actions));
    }

    @Override
    public void doubt(Catalog catalog) {
        catalog.matching(table).forEach(draft -> {
            TableWork work = new TableWork(catalog, draft, forked, origin);
            actions.forEach(action -> action.doubt(work));
        });
    }

    @Override
    public List<ObjectName> tables() {
        return List.of(table);
    }

    @Override
    public boolean conflicts(Catalog catalog) {
        Optional<DraftTable> draft = catalog.table(table);
        if (draft.isEmpty()) {
            return !ifExists;
        }
        TableWork work = new TableWork(catalog, draft.get(), forked, origin);
        return actions.stream().anyMatch(action -> action.conflicts(work));
    }
}
