package dev.schemaguard.source.ddl;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.List;

/** A change of a schema, or of where names are looked for. */
sealed interface NamespaceChange extends Change {

    /**
     * The search path is set.
     *
     * @param schemas the schemas in order; empty for the connection's own
     * @param origin where the script says so
     */
    record SetPath(List<String> schemas, Origin origin) implements NamespaceChange {

        public SetPath {
            schemas = List.copyOf(schemas);
        }

        @Override
        public void applyTo(Catalog catalog) {
            catalog.path(new SearchPath(schemas));
        }
    }

    /**
     * A schema gets another name.
     *
     * @param schema its old name
     * @param to its new name
     * @param origin where the script says so
     */
    record Rename(String schema, String to, Origin origin) implements NamespaceChange {

        @Override
        public void applyTo(Catalog catalog) {
            for (DraftTable table : catalog.tables().all()) {
                if (table.name().schema().equals(schema)) {
                    catalog.rename(table, ObjectName.of(to, table.name().name()));
                }
            }
            for (DraftSequence sequence : catalog.sequences().all()) {
                if (sequence.name().schema().equals(schema)) {
                    catalog.rename(sequence, ObjectName.of(to, sequence.name().name()));
                }
            }
            for (ObjectName type : List.copyOf(catalog.types().byName().keySet())) {
                if (type.schema().equals(schema)) {
                    Types.rename(catalog, type, ObjectName.of(to, type.name()));
                }
            }
        }
    }

    /**
     * A schema is dropped with all that is in it.
     *
     * @param schema its name
     * @param origin where the script says so
     */
    record Drop(String schema, Origin origin) implements NamespaceChange {

        @Override
        public void applyTo(Catalog catalog) {
            for (DraftTable table : catalog.tables().all()) {
                if (table.name().schema().equals(schema) && catalog.tables().has(table.name())) {
                    catalog.drop(table, true);
                }
            }
            for (DraftSequence sequence : catalog.sequences().all()) {
                if (sequence.name().schema().equals(schema)) {
                    catalog.sequences().remove(sequence.name());
                }
            }
            for (ObjectName type : List.copyOf(catalog.types().byName().keySet())) {
                if (type.schema().equals(schema)) {
                    Types.drop(catalog, type);
                }
            }
        }
    }
}
