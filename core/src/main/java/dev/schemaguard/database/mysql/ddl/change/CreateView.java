package dev.schemaguard.database.mysql.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.TableKind;
import java.util.List;

/**
 * A view is created or takes the place of one that is there.
 *
 * @param table its name
 * @param unlessExists whether nothing happens where the name is taken
 * @param columns the names of its columns, as far as the text says them
 * @param whole whether these are all
 * @param origin where the script says so
 */
public record CreateView(ObjectName table, boolean unlessExists, List<String> columns, boolean whole, Origin origin)
        implements Change {

    public CreateView {
        columns = List.copyOf(columns);
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
        catalog.add(view);
    }

    @Override
    public void doubt(Catalog catalog) {
        catalog.matching(table).forEach(catalog::remove);
    }
}
