package dev.schemaguard.ddl.change;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.draft.Constraints;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.ddl.draft.Dropping;
import dev.schemaguard.ddl.script.Holes;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A change of one key or rule of a table. */
public sealed interface ConstraintChange extends Change {

    /** The table. */
    ObjectName table();

    /** Leaves open what it would have changed of one table. */
    void doubt(DraftTable draft);

    @Override
    default void doubt(Catalog catalog) {
        catalog.matching(table()).forEach(draft -> draft.family().forEach(this::doubt));
    }

    @Override
    default List<ObjectName> tables() {
        return List.of(table());
    }

    /**
     * A key or rule is added.
     *
     * @param table the table
     * @param ifExists whether nothing happens where there is no such table
     * @param constraint the constraint; a name left to the server is empty
     */
    record Add(ObjectName table, boolean ifExists, Constraint constraint) implements ConstraintChange {

        @Override
        public Origin origin() {
            return constraint.origin();
        }

        @Override
        public void applyTo(Catalog catalog) {
            catalog.alter(table, ifExists, origin(), draft -> Constraints.add(catalog, draft, constraint));
        }

        @Override
        public void doubt(DraftTable draft) {
            Constraints.leaveOpen(draft, constraint);
        }

        @Override
        public boolean conflicts(Catalog catalog) {
            Optional<DraftTable> draft = catalog.table(table);
            boolean second = constraint instanceof Constraint.PrimaryKey
                    && draft.filter(found -> !found.primaryKey().isEmpty()).isPresent();
            boolean taken =
                    draft.flatMap(found -> found.constraint(constraint.name())).isPresent();
            return draft.isEmpty() ? !ifExists : second || taken || Constraints.refersToNothing(catalog, constraint);
        }
    }

    /**
     * An index becomes a key, and takes its name.
     *
     * @param table the table
     * @param ifExists whether nothing happens where there is no such table
     * @param name the name of the key; that of the index where empty
     * @param primary whether it becomes the primary key
     * @param index the index
     * @param enforcement whether and when it holds
     * @param origin where the script says so
     */
    record AddFromIndex(
            ObjectName table,
            boolean ifExists,
            String name,
            boolean primary,
            String index,
            Enforcement enforcement,
            Origin origin)
            implements ConstraintChange {

        @Override
        public void applyTo(Catalog catalog) {
            catalog.alter(table, ifExists, origin, draft -> {
                Optional<Index> used = draft.indexes().remove(index);
                List<String> columns = used.map(Index::parts).orElse(List.of()).stream()
                        .map(part -> part instanceof Index.ColumnPart column ? column.name() : "")
                        .toList();
                if (columns.isEmpty() || columns.contains("")) {
                    draft.leaveUnstated();
                    catalog.gap(Gap.of(
                            origin,
                            "makes a key of index '" + index + "', which no statement before it creates",
                            Set.of(draft.name())));
                    return;
                }
                String label = name.isEmpty() ? index : name;
                boolean sameNulls = used.filter(Index::nullsNotDistinct).isPresent();
                Constraints.add(
                        catalog,
                        draft,
                        primary
                                ? new Constraint.PrimaryKey(label, columns, enforcement, origin)
                                : new Constraint.UniqueKey(label, columns, sameNulls, enforcement, origin));
            });
        }

        @Override
        public void doubt(DraftTable draft) {
            draft.indexes().remove(index);
            draft.complete().removeAll(Set.of(Family.INDEXES, Family.PRIMARY_KEYS, Family.UNIQUE_KEYS));
        }
    }

    /**
     * A key or rule is dropped.
     *
     * @param table the table
     * @param ifExists whether nothing happens where there is no such table
     * @param name the constraint
     * @param unlessMissing whether nothing happens where there is no such constraint
     * @param origin where the script says so
     */
    record Drop(ObjectName table, boolean ifExists, String name, boolean unlessMissing, Origin origin)
            implements ConstraintChange {

        @Override
        public void applyTo(Catalog catalog) {
            catalog.alter(table, ifExists, origin, draft -> drop(catalog, draft));
        }

        @Override
        public void doubt(DraftTable draft) {
            draft.constraints().removeIf(constraint -> Holes.fits(name, constraint.name()));
            draft.complete().retainAll(Set.of(Family.COLUMNS, Family.INDEXES));
        }

        @Override
        public boolean conflicts(Catalog catalog) {
            Optional<DraftTable> draft = catalog.table(table);
            return draft.isEmpty()
                    ? !ifExists
                    : !unlessMissing
                            && !draft.get().complete().isEmpty()
                            && draft.get().constraint(name).isEmpty();
        }

        private void drop(Catalog catalog, DraftTable draft) {
            Optional<Constraint> constraint = draft.constraint(name);
            if (constraint.isEmpty()) {
                if (!unlessMissing && !draft.complete().isEmpty()) {
                    draft.forgetRules();
                    catalog.gap(Gap.of(
                            origin,
                            "drops constraint '" + name + "', which no statement before it creates",
                            Set.of(draft.name())));
                }
                return;
            }
            draft.family()
                    .forEach(each ->
                            each.constraints().removeIf(other -> other.name().equals(name)));
            if (constraint.get() instanceof Constraint.Key key) {
                Dropping.references(catalog, draft, key);
            }
        }
    }

    /**
     * A key or rule gets another name.
     *
     * @param table the table
     * @param ifExists whether nothing happens where there is no such table
     * @param name its old name
     * @param to its new name
     * @param origin where the script says so
     */
    record Rename(ObjectName table, boolean ifExists, String name, String to, Origin origin)
            implements ConstraintChange {

        @Override
        public void doubt(DraftTable draft) {
            // Under which name a rule is kept changes nothing.
        }

        @Override
        public void applyTo(Catalog catalog) {
            catalog.alter(
                    table,
                    ifExists,
                    origin,
                    draft -> draft.family()
                            .forEach(each -> each.constraints()
                                    .replaceAll(other -> other.name().equals(name) ? other.withName(to) : other)));
        }
    }

    /**
     * A key or rule holds in another way from now on.
     *
     * @param table the table
     * @param ifExists whether nothing happens where there is no such table
     * @param name the constraint
     * @param validates whether only the rows that were there before are found to meet it
     * @param enforcement else, how it holds from now on
     * @param origin where the script says so
     */
    record Alter(
            ObjectName table, boolean ifExists, String name, boolean validates, Enforcement enforcement, Origin origin)
            implements ConstraintChange {

        @Override
        public void applyTo(Catalog catalog) {
            catalog.alter(
                    table,
                    ifExists,
                    origin,
                    draft -> draft.constraints()
                            .replaceAll(other -> other.name().equals(name) ? altered(other) : other));
        }

        @Override
        public void doubt(DraftTable draft) {
            new Drop(table, ifExists, name, true, origin).doubt(draft);
        }

        private Constraint altered(Constraint constraint) {
            Enforcement old = constraint.enforcement();
            return constraint.withEnforcement(
                    validates
                            ? new Enforcement(old.deferrable(), true, old.enforced())
                            : new Enforcement(enforcement.deferrable(), old.validated(), enforcement.enforced()));
        }
    }
}
