package dev.schemaguard.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.DraftSequence;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.ddl.draft.Dropping;
import dev.schemaguard.ddl.draft.Numbering;
import dev.schemaguard.ddl.draft.SearchPath;
import dev.schemaguard.ddl.draft.Types;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.UserType;
import java.util.List;
import java.util.Set;

/** A change of a schema, or of where names are looked for. */
public sealed interface NamespaceChange extends Change {

    @Override
    default List<ObjectName> tables() {
        return List.of();
    }

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

        @Override
        public void doubt(Catalog catalog) {
            // Where later names belong is not known then; they stay without a schema.
            catalog.path(SearchPath.UNSET);
        }
    }

    /**
     * The search path is set for as long as the transaction goes on.
     *
     * @param schemas the schemas in order; empty for the connection's own
     * @param origin where the script says so
     */
    record SetLocalPath(List<String> schemas, Origin origin) implements NamespaceChange {

        public SetLocalPath {
            schemas = List.copyOf(schemas);
        }

        @Override
        public void applyTo(Catalog catalog) {
            new SetPath(schemas, origin).applyTo(catalog);
        }

        @Override
        public void doubt(Catalog catalog) {
            new SetPath(schemas, origin).doubt(catalog);
        }
    }

    /**
     * What is kept for the session is forgotten before it ends.
     *
     * @param path whether the search path is, beside temporary tables
     * @param origin where the script says so
     */
    record Discard(boolean path, Origin origin) implements NamespaceChange {

        @Override
        public void applyTo(Catalog catalog) {
            catalog.endSession();
            if (path) {
                catalog.path(SearchPath.UNSET);
            }
        }

        @Override
        public void doubt(Catalog catalog) {
            // A program cannot do so.
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
            Dropping.forgottenSchema(catalog, schema);
            catalog.path(catalog.path().without(schema));
            for (DraftTable table : catalog.tables().in(schema)) {
                catalog.rename(table, ObjectName.of(to, table.name().name()));
            }
            for (DraftSequence sequence : catalog.sequences().in(schema)) {
                catalog.rename(sequence, ObjectName.of(to, sequence.name().name()));
            }
            for (UserType type : catalog.types().in(schema)) {
                Types.rename(catalog, type.name(), ObjectName.of(to, type.name().name()));
            }
        }

        @Override
        public void doubt(Catalog catalog) {
            new Drop(schema, true, origin).applyTo(catalog);
        }
    }

    /**
     * A schema is dropped with all that is in it.
     *
     * @param schema its name
     * @param cascade whether what uses anything in it goes, too
     * @param origin where the script says so
     */
    record Drop(String schema, boolean cascade, Origin origin) implements NamespaceChange {

        @Override
        public void applyTo(Catalog catalog) {
            for (String same : SearchPath.same(schema)) {
                for (DraftTable table : catalog.tables().in(same)) {
                    if (catalog.tables().has(table.name())) {
                        Dropping.table(catalog, table, true);
                    }
                }
                for (DraftSequence sequence : catalog.sequences().in(same)) {
                    Set<ObjectName> left = Numbering.stop(catalog, sequence);
                    DependentsChange.note(catalog, left, "DROP SCHEMA '" + schema + "' CASCADE", origin);
                    catalog.remove(sequence);
                }
                catalog.types()
                        .in(same)
                        .forEach(type -> new TypeChange.Drop(type.name(), cascade, origin).applyTo(catalog));
                if (cascade) {
                    catalog.programs().in(same).forEach(routine -> dependents(catalog, routine));
                }
            }
            Dropping.forgottenSchema(catalog, schema);
            catalog.path(catalog.path().without(schema));
            if (cascade) {
                dependents(catalog, schema);
            }
        }

        private void dependents(Catalog catalog, String name) {
            new DependentsChange(ObjectName.of(name), "DROP SCHEMA '" + schema + "' CASCADE", origin).applyTo(catalog);
        }

        @Override
        public void doubt(Catalog catalog) {
            applyTo(catalog);
        }
    }
}
