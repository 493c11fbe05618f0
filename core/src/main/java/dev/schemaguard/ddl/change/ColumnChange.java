package dev.schemaguard.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.ColumnDefinition;
import dev.schemaguard.ddl.draft.ColumnProperty;
import dev.schemaguard.ddl.draft.Constraints;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.ddl.draft.Dropping;
import dev.schemaguard.ddl.draft.Numbering;
import dev.schemaguard.ddl.script.Holes;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** A change of one column of a table, and of the same column of all tables that inherit it. */
public sealed interface ColumnChange extends Change {

    /** The table. */
    ObjectName table();

    /** Whether nothing happens where there is no such table. */
    boolean ifExists();

    /** The column. */
    String column();

    /** Changes one table. */
    void applyTo(Catalog catalog, DraftTable draft);

    /** Leaves open what it would have changed of one table. */
    void doubt(Catalog catalog, DraftTable draft);

    @Override
    default void applyTo(Catalog catalog) {
        catalog.alter(table(), ifExists(), origin(), draft -> draft.family().forEach(each -> applyTo(catalog, each)));
    }

    @Override
    default void doubt(Catalog catalog) {
        for (DraftTable draft : catalog.matching(table())) {
            draft.family().forEach(each -> doubt(catalog, each));
        }
    }

    @Override
    default List<ObjectName> tables() {
        return List.of(table());
    }

    @Override
    default boolean conflicts(Catalog catalog) {
        Optional<DraftTable> draft = catalog.table(table());
        return draft.isEmpty()
                ? !ifExists()
                : !draft.get().complete().isEmpty()
                        && draft.get().column(column()).isEmpty();
    }

    /** The columns of a table that a name can mean; many if it has holes. */
    static List<Column> matching(DraftTable draft, String column) {
        return draft.columns().stream()
                .filter(each -> Holes.fits(column, each.name()))
                .toList();
    }

    /**
     * A column is added.
     *
     * @param table the table
     * @param ifExists whether nothing happens where there is no such table
     * @param definition the column
     * @param unlessExists whether nothing happens where there is such a column
     */
    record Add(ObjectName table, boolean ifExists, ColumnDefinition definition, boolean unlessExists)
            implements ColumnChange {

        @Override
        public Origin origin() {
            return definition.column().origin();
        }

        @Override
        public String column() {
            return definition.column().name();
        }

        @Override
        public boolean conflicts(Catalog catalog) {
            Optional<DraftTable> draft = catalog.table(table);
            boolean there = draft.flatMap(found -> found.column(column())).isPresent();
            return draft.isEmpty()
                    ? !ifExists
                    : there && !unlessExists
                            || definition.constraints().stream()
                                    .anyMatch(constraint -> Constraints.refersToNothing(catalog, constraint));
        }

        @Override
        public void doubt(Catalog catalog, DraftTable draft) {
            if (draft.column(column()).isEmpty()) {
                draft.complete().remove(Family.COLUMNS);
                definition.constraints().forEach(constraint -> Constraints.leaveOpen(draft, constraint));
            }
        }

        @Override
        public void applyTo(Catalog catalog, DraftTable draft) {
            Column column = catalog.resolved(definition.column());
            if (unlessExists && draft.column(column.name()).isPresent()) {
                return;
            }
            if (unlessExists && !draft.complete().contains(Family.COLUMNS)) {
                // It is there now for certain, but perhaps it was before and looks as it did.
                draft.put(Column.builder(column.name()).origin(origin()).build());
                definition.constraints().forEach(constraint -> Constraints.leaveOpen(draft, constraint));
                return;
            }
            Optional<Column> inherited = catalog.table(table)
                    .filter(parent -> !parent.equals(draft))
                    .flatMap(parent -> parent.column(column.name()));
            draft.put(
                    inherited.isPresent()
                            ? column.toBuilder()
                                    .columnDefault(inherited.get().columnDefault())
                                    .build()
                            : column);
            // Those that inherit from it call the same sequence, and get its rules with it.
            if (catalog.table(table).filter(draft::equals).isPresent()) {
                if (definition.step().isPresent()) {
                    Numbering.add(catalog, draft, definition);
                }
                definition.constraints().forEach(constraint -> Constraints.add(catalog, draft, constraint));
            }
        }
    }

    /**
     * A column is dropped.
     *
     * @param table the table
     * @param ifExists whether nothing happens where there is no such table
     * @param column the column
     * @param unlessMissing whether nothing happens where there is no such column
     * @param cascade whether views go with it
     * @param origin where the script says so
     */
    record Drop(
            ObjectName table, boolean ifExists, String column, boolean unlessMissing, boolean cascade, Origin origin)
            implements ColumnChange {

        @Override
        public void applyTo(Catalog catalog, DraftTable draft) {
            Dropping.column(catalog, draft, column, cascade);
        }

        @Override
        public void doubt(Catalog catalog, DraftTable draft) {
            for (Column dropped : ColumnChange.matching(draft, column)) {
                Dropping.column(catalog, draft, dropped.name(), false);
                draft.complete().clear();
            }
        }

        @Override
        public boolean conflicts(Catalog catalog) {
            return !unlessMissing && ColumnChange.super.conflicts(catalog);
        }
    }

    /**
     * A column gets another name.
     *
     * @param table the table
     * @param ifExists whether nothing happens where there is no such table
     * @param column its old name
     * @param to its new name
     * @param origin where the script says so
     */
    record Rename(ObjectName table, boolean ifExists, String column, String to, Origin origin) implements ColumnChange {

        @Override
        public void applyTo(Catalog catalog, DraftTable draft) {
            catalog.renameColumn(draft, column, to);
            if (draft.column(to).isEmpty() && !draft.kind().holdsRows()) {
                // A view of which not all columns are known has this one.
                draft.put(Column.builder(to).origin(origin).build());
            }
            List.copyOf(draft.sequences()).stream()
                    .filter(sequence -> sequence.isOwnedBy(draft, column))
                    .forEach(sequence -> sequence.own(draft, to));
        }

        @Override
        public void doubt(Catalog catalog, DraftTable draft) {
            new Drop(table, ifExists, column, false, false, origin).doubt(catalog, draft);
        }
    }

    /**
     * A column gets other facts.
     *
     * @param table the table
     * @param ifExists whether nothing happens where there is no such table
     * @param column the column
     * @param facet what of it changes
     * @param facts how it changes
     * @param origin where the script says so
     */
    record Alter(
            ObjectName table,
            boolean ifExists,
            String column,
            ColumnProperty facet,
            UnaryOperator<Column.Builder> facts,
            Origin origin)
            implements ColumnChange {

        @Override
        public void applyTo(Catalog catalog, DraftTable draft) {
            Optional<ColumnType> before = draft.column(column).map(Column::type);
            draft.change(column, old -> catalog.resolve(facts.apply(old)));
            if (facet == ColumnProperty.TYPE && before.isPresent()) {
                // A default that was written for the old type still hangs on it.
                catalog.uses(draft, before.get());
            }
        }

        @Override
        public void doubt(Catalog catalog, DraftTable draft) {
            for (Column meant : ColumnChange.matching(draft, column)) {
                ColumnType to = facts.apply(meant.toBuilder()).build().type();
                // Where any column may be meant, those cannot be that the server would refuse to change.
                if (facet != ColumnProperty.TYPE || !Holes.in(column) || AssignmentCasts.can(meant.type(), to)) {
                    draft.change(meant.name(), facet::unstated);
                }
            }
        }
    }

    /**
     * A column begins to be numbered as an identity, or ends to be.
     *
     * @param table the table
     * @param ifExists whether nothing happens where there is no such table
     * @param column the column
     * @param identity what it becomes
     * @param step the step between its numbers
     * @param origin where the script says so
     */
    record NumberRows(
            ObjectName table, boolean ifExists, String column, Identity identity, OptionalLong step, Origin origin)
            implements ColumnChange {

        @Override
        public void applyTo(Catalog catalog, DraftTable draft) {
            if (!identity.generates()
                    && draft.column(column).filter(NumberRows::isNumbered).isEmpty()) {
                // DROP IDENTITY IF EXISTS of a column that is none.
                return;
            }
            Numbering.drop(catalog, draft, column);
            draft.change(column, facts -> facts.identity(identity).columnDefault(ColumnDefault.NONE));
            if (identity.generates()) {
                Column numbered = Column.builder(column).origin(origin).build();
                Numbering.add(catalog, draft, new ColumnDefinition(numbered, step, List.of()));
            }
        }

        private static boolean isNumbered(Column column) {
            return column.identity() != Identity.NONE && column.identity() != Identity.SERIAL;
        }

        @Override
        public void doubt(Catalog catalog, DraftTable draft) {
            ColumnChange.matching(draft, column)
                    .forEach(meant -> draft.change(meant.name(), ColumnProperty.IDENTITY::unstated));
        }
    }
}
