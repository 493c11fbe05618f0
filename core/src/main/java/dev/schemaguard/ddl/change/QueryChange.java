package dev.schemaguard.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.DraftTable;
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
            ObjectName created =
                    temporary ? catalog.temporary(table) : catalog.path().created(table);
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
     * @param origin where the script says so
     */
    record CreateView(
            ObjectName table,
            TableKind kind,
            boolean temporary,
            boolean unlessExists,
            Rows rows,
            Set<String> mentions,
            Origin origin)
            implements QueryChange {

        public CreateView {
            mentions = Set.copyOf(mentions);
        }

        @Override
        public void doubt(Catalog catalog) {
            catalog.matching(table).forEach(catalog::remove);
        }

        @Override
        public void applyTo(Catalog catalog) {
            ObjectName created = temporary
                    ? catalog.temporary(table)
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
