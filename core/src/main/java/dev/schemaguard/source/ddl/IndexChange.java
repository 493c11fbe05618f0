package dev.schemaguard.source.ddl;

import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;

/** A change of one index. */
sealed interface IndexChange extends Change {

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
                if (!unlessExists || !catalog.isRelation(name)) {
                    Indexes.add(catalog, draft, index);
                }
            });
        }
    }

    /**
     * An index is dropped.
     *
     * @param index the index
     * @param origin where the script says so
     */
    record Drop(ObjectName index, Origin origin) implements IndexChange {

        @Override
        public void applyTo(Catalog catalog) {
            catalog.indexTable(index).ifPresent(table -> Indexes.drop(table, index.name()));
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
            catalog.noteName(to);
            catalog.indexTable(index).ifPresent(table -> {
                Index old = table.indexes().remove(index.name());
                if (old != null) {
                    table.indexes().put(to, Renaming.named(old, to));
                }
            });
            catalog.keyTable(index)
                    .ifPresent(table -> table.constraints()
                            .replaceAll(key -> key.name().equals(index.name()) ? Renaming.named(key, to) : key));
        }
    }
}
