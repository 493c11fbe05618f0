package dev.schemaguard.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A change that does not reach the tables that inherit from the one that it names: {@code ALTER TABLE ONLY}, {@code CREATE INDEX
 * ... ON ONLY}.
 *
 * @param table the table
 * @param change the change
 */
public record Only(ObjectName table, Change change) implements Change {

    @Override
    public Origin origin() {
        return change.origin();
    }

    @Override
    public List<ObjectName> tables() {
        return change.tables();
    }

    @Override
    public boolean conflicts(Catalog catalog) {
        return change.conflicts(catalog);
    }

    @Override
    public void applyTo(Catalog catalog) {
        alone(catalog, () -> change.applyTo(catalog));
    }

    @Override
    public void doubt(Catalog catalog) {
        alone(catalog, () -> change.doubt(catalog));
    }

    private void alone(Catalog catalog, Runnable action) {
        Optional<DraftTable> draft = catalog.table(table);
        if (draft.isPresent()) {
            draft.get().alone(action);
        } else {
            action.run();
        }
    }
}
