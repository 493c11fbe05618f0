package dev.schemaguard.source.ddl.change;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.TableKind;
import dev.schemaguard.source.ddl.draft.Catalog;
import dev.schemaguard.source.ddl.draft.Change;
import dev.schemaguard.source.ddl.draft.DraftTable;
import dev.schemaguard.source.ddl.draft.SearchPath;
import java.util.List;
import java.util.Set;

/** The creation of something whose columns come from a query. */
public sealed interface QueryChange extends Change {

    /** The table or view. */
    ObjectName table();

    @Override
    default List<ObjectName> tables() {
        return List.of(table());
    }

    /**
     * A table is created from a query.
     *
     * @param table its name
     * @param temporary whether it goes with the session
     * @param columns the names of its columns, as far as they are known
     * @param origin where the script says so
     */
    record CreateTable(ObjectName table, boolean temporary, List<String> columns, Origin origin)
            implements QueryChange {

        public CreateTable {
            columns = List.copyOf(columns);
        }

        @Override
        public boolean conflicts(Catalog catalog) {
            return !temporary && catalog.existing(table).isPresent();
        }

        @Override
        public void doubt(Catalog catalog) {
            // A table that may not be there is not stated; one that is there stays as it is.
        }

        @Override
        public void applyTo(Catalog catalog) {
            ObjectName created = temporary
                    ? table.unqualified().in(SearchPath.TEMPORARY)
                    : catalog.path().created(table);
            if (catalog.tables().has(created)) {
                return;
            }
            DraftTable draft = new DraftTable(created, TableKind.TABLE, origin);
            draft.leaveUnstated();
            columns.forEach(
                    column -> draft.put(Column.builder(column).origin(origin).build()));
            catalog.add(draft);
            if (!temporary) {
                String reason = "the columns of table '" + table + "' come from a query";
                catalog.gap(Gap.of(origin, reason, Set.of(created)));
            }
        }
    }

    /**
     * A view is created.
     *
     * @param table its name
     * @param kind what it is
     * @param temporary whether it goes with the session
     * @param unlessExists whether nothing happens where the name is taken
     * @param columns its columns, empty where the script leaves them to the query
     * @param mentions all names in its query
     * @param sources those of them that may be tables which the session has for itself
     * @param origin where the script says so
     */
    record CreateView(
            ObjectName table,
            TableKind kind,
            boolean temporary,
            boolean unlessExists,
            List<String> columns,
            Set<String> mentions,
            Set<String> sources,
            Origin origin)
            implements QueryChange {

        public CreateView {
            columns = List.copyOf(columns);
            mentions = Set.copyOf(mentions);
            sources = Set.copyOf(sources);
        }

        private boolean ofTemporary(Catalog catalog) {
            return kind == TableKind.VIEW
                    && catalog.tables().in(SearchPath.TEMPORARY).stream()
                            .anyMatch(other -> sources.contains(other.name().name()));
        }

        @Override
        public void doubt(Catalog catalog) {
            catalog.matching(table).forEach(catalog::remove);
        }

        @Override
        public void applyTo(Catalog catalog) {
            if (!temporary && catalog.mayExist(table)) {
                catalog.gap(Gap.of(
                        origin,
                        "whether '" + table + "' is there already hangs on the search path of whoever runs the script",
                        Set.of(catalog.path().created(table))));
                return;
            }
            if (!temporary && ofTemporary(catalog)) {
                // The server makes such a view a temporary one, unless the name means something else in the query.
                catalog.gap(Gap.of(
                        origin,
                        "whether view '" + table + "' is a temporary one hangs on what a name in its query means",
                        Set.of(catalog.path().created(table))));
                new CreateView(table, kind, true, unlessExists, columns, mentions, sources, origin).applyTo(catalog);
                return;
            }
            ObjectName created = temporary
                    ? table.unqualified().in(SearchPath.TEMPORARY)
                    : catalog.existing(table)
                            .map(DraftTable::name)
                            .orElse(catalog.path().created(table));
            if (!unlessExists || !catalog.tables().has(created)) {
                DraftTable view = new DraftTable(created, kind, origin);
                columns.forEach(
                        column -> view.put(Column.builder(column).origin(origin).build()));
                view.mentions(mentions);
                catalog.add(view);
            }
        }
    }
}
