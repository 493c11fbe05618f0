package dev.schemaguard.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.ddl.draft.Dropping;
import dev.schemaguard.ddl.draft.Indexes;
import dev.schemaguard.ddl.script.Holes;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A change of one index. */
public sealed interface IndexChange extends Change {

    @Override
    default List<ObjectName> tables() {
        return List.of();
    }

    /** Leaves open which indexes a table has, and whether rows are unique. */
    private static void leaveOpen(DraftTable table) {
        table.complete().removeAll(Set.of(Family.INDEXES, Family.UNIQUE_KEYS));
    }

    /**
     * An index is created.
     *
     * @param table the table
     * @param index the index; a name left to the server is empty
     * @param unlessExists whether nothing happens where the name is taken
     */
    record Create(ObjectName table, Index index, boolean unlessExists) implements IndexChange {

        @Override
        public Origin origin() {
            return index.origin();
        }

        @Override
        public void applyTo(Catalog catalog) {
            catalog.alter(table, false, origin(), draft -> {
                ObjectName name =
                        ObjectName.of(draft.name().schema(), index.name().isEmpty() ? "?" : index.name());
                boolean mayBeThere = unlessExists && !draft.complete().contains(Family.INDEXES);
                if (!mayBeThere && (!unlessExists || !catalog.isRelation(name))) {
                    Indexes.add(catalog, draft, index);
                }
            });
        }

        @Override
        public void doubt(Catalog catalog) {
            catalog.matching(table).forEach(IndexChange::leaveOpen);
        }

        @Override
        public List<ObjectName> tables() {
            return List.of(table);
        }

        @Override
        public boolean conflicts(Catalog catalog) {
            Optional<DraftTable> draft = catalog.table(table);
            return draft.isEmpty() || (!unlessExists && draft.get().indexes().has(index.name()));
        }
    }

    /**
     * An index is dropped.
     *
     * @param index the index
     * @param cascade whether the foreign keys go with it that refer to what it holds unique
     * @param origin where the script says so
     */
    record Drop(ObjectName index, boolean cascade, Origin origin) implements IndexChange {

        @Override
        public void applyTo(Catalog catalog) {
            catalog.indexTable(index).ifPresent(table -> {
                if (cascade) {
                    table.indexes().find(index.name()).ifPresent(dropped -> references(catalog, table, dropped));
                }
                Indexes.drop(table, index.name());
            });
        }

        private static void references(Catalog catalog, DraftTable table, Index dropped) {
            List<String> columns = dropped.parts().stream()
                    .map(part -> part instanceof Index.ColumnPart column ? column.name() : "")
                    .toList();
            if (dropped.unique()) {
                Dropping.references(catalog, table, columns);
            }
        }

        @Override
        public void doubt(Catalog catalog) {
            for (DraftTable table : catalog.tables().all()) {
                boolean meant = Holes.in(index) || table.indexes().has(index.name());
                if (meant) {
                    table.indexes().removeIf(other -> Holes.fits(index.name(), other.name()));
                    leaveOpen(table);
                }
            }
        }
    }

    /**
     * An index gets another name, and the key that it enforces with it.
     *
     * @param index its old name
     * @param to its new name
     * @param ifExists whether nothing happens where there is none
     * @param origin where the script says so
     */
    record Rename(ObjectName index, String to, boolean ifExists, Origin origin) implements IndexChange {

        @Override
        public void applyTo(Catalog catalog) {
            catalog.indexTable(index)
                    .ifPresent(table -> table.indexes()
                            .remove(index.name())
                            .ifPresent(old -> table.indexes().put(old.withName(to))));
            catalog.keyTable(index)
                    .ifPresent(table -> table.constraints()
                            .replaceAll(key -> key.name().equals(index.name()) ? key.withName(to) : key));
        }

        @Override
        public void doubt(Catalog catalog) {
            // Under which name an index is kept changes nothing.
        }
    }
}
