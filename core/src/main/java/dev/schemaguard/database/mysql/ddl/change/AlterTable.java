package dev.schemaguard.database.mysql.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
        catalog.alter(TableNames.meant(catalog, table), ifExists, origin, draft -> {
            TableWork work = new TableWork(catalog, draft, forked, origin);
            if (namesColumnTwice()) {
                work.open("names a column twice in one statement");
            } else {
                work.rebuilt();
                work.run(actions);
            }
        });
    }

    /** Whether a column is dropped, added or renamed and something else at once: what the server makes of its keys is not followed. */
    private boolean namesColumnTwice() {
        Set<String> names = new HashSet<>();
        return actions.stream()
                .filter(ColumnAction.class::isInstance)
                .flatMap(action -> ((ColumnAction) action).names().stream())
                .anyMatch(name -> !names.add(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public void doubt(Catalog catalog) {
        catalog.matching(TableNames.meant(catalog, table)).forEach(draft -> {
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
        Optional<DraftTable> draft = catalog.table(TableNames.meant(catalog, table));
        if (draft.isEmpty()) {
            return !ifExists;
        }
        TableWork work = new TableWork(catalog, draft.get(), forked, origin);
        return actions.stream().anyMatch(action -> action.conflicts(work));
    }
}
