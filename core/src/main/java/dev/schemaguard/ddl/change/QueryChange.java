package dev.schemaguard.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.ddl.draft.SearchPath;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.TableKind;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
     * @param rows the rows of its query
     * @param origin where the script says so
     */
    record CreateTable(ObjectName table, boolean temporary, Rows rows, Origin origin) implements QueryChange {

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
            RowColumns.of(rows, catalog, new HashSet<>()).columns().stream()
                    .filter(RowColumns.Output::isNamed)
                    .forEach(column -> draft.put(
                            Column.builder(column.name()).origin(origin).build()));
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
     * @param rows the rows of its query
     * @param mentions all names in its query
     * @param sources those of them that may be tables which the session has for itself
     * @param origin where the script says so
     */
    record CreateView(
            ObjectName table,
            TableKind kind,
            boolean temporary,
            boolean unlessExists,
            Rows rows,
            Set<String> mentions,
            Set<String> sources,
            Origin origin)
            implements QueryChange {

        public CreateView {
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
                new CreateView(table, kind, true, unlessExists, rows, mentions, sources, origin).applyTo(catalog);
                return;
            }
            ObjectName created = temporary
                    ? table.unqualified().in(SearchPath.TEMPORARY)
                    : catalog.existing(table)
                            .map(DraftTable::name)
                            .orElse(catalog.path().created(table));
            if (!unlessExists || !catalog.tables().has(created)) {
                DraftTable view = new DraftTable(created, kind, origin);
                // One that is replaced keeps its columns in front of those that are new.
                catalog.tables().get(created).map(DraftTable::columns).orElse(List.of()).stream()
                        .map(column -> column.toBuilder().origin(origin).build())
                        .forEach(view::put);
                Set<String> all = new LinkedHashSet<>(mentions);
                fill(view, RowColumns.of(rows, catalog, all));
                view.mentions(all);
                catalog.add(view);
            }
        }

        /** No view has two columns of one name: where there are two, something was read otherwise than the server does. */
        private void fill(DraftTable view, RowColumns rows) {
            Set<String> names = new HashSet<>();
            boolean whole = rows.whole();
            for (RowColumns.Output column : rows.columns()) {
                boolean first = column.isNamed() && names.add(column.name());
                whole &= first;
                if (first) {
                    view.put(Column.builder(column.name())
                            .type(column.type())
                            .origin(origin)
                            .build());
                }
            }
            if (!whole) {
                view.leaveColumnsOpen();
            }
        }
    }
}
