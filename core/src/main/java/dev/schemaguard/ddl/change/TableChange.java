package dev.schemaguard.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.Constraints;
import dev.schemaguard.ddl.draft.DraftSequence;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.ddl.draft.Dropping;
import dev.schemaguard.ddl.draft.Indexes;
import dev.schemaguard.ddl.draft.SearchPath;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.TableKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A change of a table or view as a whole. */
public sealed interface TableChange extends Change {

    /** The table. */
    ObjectName table();

    @Override
    default List<ObjectName> tables() {
        return List.of(table());
    }

    /** Nothing is stated of the table any more, not even that it is there. */
    @Override
    default void doubt(Catalog catalog) {
        catalog.matching(table()).forEach(catalog::remove);
    }

    /** Whether a name is that of something forgotten, such as a view or a sequence, which can be renamed in the same words. */
    private static boolean mayBeAnything(Catalog catalog, ObjectName name) {
        return catalog.mayHoldMore() && catalog.table(name).isEmpty();
    }

    /**
     * A table or view is created.
     *
     * @param table its name
     * @param kind what it is
     * @param temporary whether it goes with the session
     * @param unlessExists whether nothing happens where the name is taken
     * @param elements its columns and rules in order
     * @param parents the tables that it inherits from
     * @param partitionOf the table that it is a partition of
     * @param origin where the script says so
     */
    record Create(
            ObjectName table,
            TableKind kind,
            boolean temporary,
            boolean unlessExists,
            List<TableElement> elements,
            List<ObjectName> parents,
            Optional<ObjectName> partitionOf,
            Origin origin)
            implements TableChange {

        public Create {
            elements = List.copyOf(elements);
            parents = List.copyOf(parents);
        }

        @Override
        public boolean conflicts(Catalog catalog) {
            boolean taken = catalog.existing(table).isPresent();
            return !unlessExists && !temporary && taken
                    || !(unlessExists && taken)
                            && elements.stream().anyMatch(element -> refersToNothing(catalog, element));
        }

        private boolean refersToNothing(Catalog catalog, TableElement element) {
            List<Constraint> rules = element instanceof TableElement.OfConstraint rule
                    ? List.of(rule.constraint())
                    : element instanceof TableElement.OfColumn column
                            ? column.definition().constraints()
                            : List.of();
            return rules.stream()
                    .anyMatch(rule -> !(rule instanceof Constraint.ForeignKey key
                                    && key.target().name().equals(table.name()))
                            && Constraints.refersToNothing(catalog, rule));
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
            Optional<DraftTable> existing = temporary
                    ? catalog.tables().find(created, SearchPath.UNSET).filter(DraftTable::isTemporary)
                    : catalog.existing(table);
            if (unlessExists && !temporary && catalog.mayExist(table)) {
                catalog.gap(Gap.of(
                        origin,
                        "whether '" + table + "' is there already hangs on the search path of whoever runs the script",
                        Set.of(created)));
            } else if (existing.isEmpty()) {
                new TableCreation(catalog, this, created).run();
                if (unlessExists && catalog.mayHoldMore()) {
                    // One of that name may have been there, and then it looks as it did.
                    catalog.table(created).ifPresent(DraftTable::leaveUnstated);
                }
            } else if (!unlessExists) {
                existing.get().leaveUnstated();
                String reason = "creates table '" + table + "', which is there already";
                catalog.gap(Gap.of(origin, reason, Set.of(existing.get().name())));
            }
        }
    }

    /**
     * A table, view, sequence or index gets another name.
     *
     * @param table its old name
     * @param to its new name
     * @param ifExists whether nothing happens where there is none
     * @param origin where the script says so
     */
    record Rename(ObjectName table, String to, boolean ifExists, Origin origin) implements TableChange {

        @Override
        public void applyTo(Catalog catalog) {
            if (catalog.table(table).isEmpty()
                    && catalog.sequences().find(table, catalog.path()).isPresent()) {
                new SequenceChange.Rename(table, to, ifExists, origin).applyTo(catalog);
            } else if (catalog.table(table).isEmpty()
                    && (catalog.indexTable(table).isPresent()
                            || catalog.keyTable(table).isPresent())) {
                new IndexChange.Rename(table, to, ifExists, origin).applyTo(catalog);
            } else if (TableChange.mayBeAnything(catalog, table)) {
                Dropping.forgotten(catalog, catalog.path().created(table));
            } else {
                catalog.alter(
                        table,
                        ifExists,
                        origin,
                        draft ->
                                catalog.rename(draft, ObjectName.of(draft.name().schema(), to)));
            }
        }
    }

    /**
     * A table or view moves to another schema, with all that belongs to it.
     *
     * @param table its old name
     * @param schema the new schema
     * @param ifExists whether nothing happens where there is none
     * @param origin where the script says so
     */
    record Move(ObjectName table, String schema, boolean ifExists, Origin origin) implements TableChange {

        @Override
        public void applyTo(Catalog catalog) {
            if (catalog.table(table).isEmpty()
                    && catalog.sequences().find(table, catalog.path()).isPresent()) {
                new SequenceChange.Move(table, schema, origin).applyTo(catalog);
                return;
            }
            if (TableChange.mayBeAnything(catalog, table)) {
                Dropping.forgotten(catalog, catalog.path().created(table));
                return;
            }
            catalog.alter(table, ifExists, origin, draft -> {
                catalog.rename(draft, ObjectName.of(schema, draft.name().name()));
                for (DraftSequence sequence : draft.sequences()) {
                    catalog.rename(
                            sequence, ObjectName.of(schema, sequence.name().name()));
                }
            });
        }
    }

    /**
     * A table or view is dropped.
     *
     * @param table its name
     * @param cascade whether views go with it
     * @param origin where the script says so
     */
    record Drop(ObjectName table, boolean cascade, Origin origin) implements TableChange {

        @Override
        public void applyTo(Catalog catalog) {
            catalog.table(table).ifPresentOrElse(draft -> Dropping.table(catalog, draft, cascade), () -> {
                catalog.gaps().drop(catalog.path().created(table));
                Dropping.forgotten(catalog, catalog.path().created(table));
            });
        }
    }

    /**
     * A table becomes a child of another, or is no child or partition of it any more.
     *
     * @param parent the parent
     * @param table the child
     * @param joins whether it becomes one
     * @param origin where the script says so
     */
    record Inherit(ObjectName parent, ObjectName table, boolean joins, Origin origin) implements TableChange {

        @Override
        public void applyTo(Catalog catalog) {
            catalog.alter(
                    parent,
                    false,
                    origin,
                    above -> catalog.alter(table, false, origin, below -> {
                        if (joins) {
                            below.inherit(above);
                        } else {
                            below.disinherit(above);
                        }
                    }));
        }
    }

    /**
     * Row security is switched on or off. Of a table that no script made nothing is stated by that.
     *
     * @param table the table
     * @param on whether it is on from then on
     * @param origin where the script says so
     */
    record RowSecurity(ObjectName table, boolean on, Origin origin) implements TableChange {

        @Override
        public void applyTo(Catalog catalog) {
            catalog.table(table).ifPresent(draft -> draft.rowSecurity(Presence.of(on)));
        }

        /** All else that is known of the table stays so. */
        @Override
        public void doubt(Catalog catalog) {
            catalog.matching(table).forEach(draft -> draft.rowSecurity(Presence.UNSTATED));
        }
    }

    /**
     * A table becomes a partition.
     *
     * @param parent the table that it becomes a partition of
     * @param table the partition
     * @param origin where the script says so
     */
    record Attach(ObjectName parent, ObjectName table, Origin origin) implements TableChange {

        @Override
        public void applyTo(Catalog catalog) {
            catalog.alter(
                    parent,
                    false,
                    origin,
                    above -> catalog.alter(table, false, origin, below -> {
                        below.inherit(above);
                        Indexes.copy(catalog, above, below);
                    }));
        }
    }
}
