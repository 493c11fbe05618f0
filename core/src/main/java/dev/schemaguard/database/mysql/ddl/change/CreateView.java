package dev.schemaguard.database.mysql.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.TableKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A view is created or takes the place of one that is there.
 *
 * @param table its name
 * @param unlessExists whether nothing happens where the name is taken
 * @param columns the names of its columns, as far as the text says them
 * @param whole whether these are all
 * @param mentions all names in its query: it has no columns any more when what they mean is gone
 * @param origin where the script says so
 */
public record CreateView(
        ObjectName table,
        boolean unlessExists,
        List<String> columns,
        boolean whole,
        Set<String> mentions,
        Origin origin)
        implements Change {

    public CreateView {
        columns = List.copyOf(columns);
        mentions = Set.copyOf(mentions);
    }

    @Override
    public List<ObjectName> tables() {
        return List.of(table);
    }

    @Override
    public void applyTo(Catalog catalog) {
        if (unlessExists && catalog.existing(table).isPresent()) {
            return;
        }
        DraftTable view = new DraftTable(catalog.path().created(table), TableKind.VIEW, origin);
        columns.forEach(name -> view.put(Column.builder(name).origin(origin).build()));
        if (!whole || view.columns().size() < columns.size()) {
            view.leaveColumnsOpen();
        }
        view.mentions(mentions);
        catalog.add(view);
    }

    /** Leaves open which columns the views have that name a table, or its column: the server says of none then, or of others. */
    static void forget(Catalog catalog, ObjectName table, Optional<String> column) {
        for (DraftTable view : catalog.directory().mentioning(table.name().toLowerCase(Locale.ROOT))) {
            boolean meant = column.map(name -> view.mentions().contains(name.toLowerCase(Locale.ROOT))
                            || view.mentions().contains(DraftTable.ALL_COLUMNS))
                    .orElse(true);
            if (meant) {
                view.leaveUnstated();
            }
        }
    }

    @Override
    public void doubt(Catalog catalog) {
        catalog.matching(table).forEach(catalog::remove);
    }
}
