package dev.schemaguard.ddl.draft;

import dev.schemaguard.ddl.draft.ServerHabits.Unnamed;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.TableKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Adds keys and rules to tables, with all that follows from them. */
public final class Constraints {

    private Constraints() {}

    /** Whether a constraint refers to a table that is not there, or to a key that it does not have. */
    public static boolean refersToNothing(Catalog catalog, Constraint constraint) {
        if (!(constraint instanceof Constraint.ForeignKey key)) {
            return false;
        }
        Optional<DraftTable> target = catalog.table(key.target());
        return target.isEmpty()
                || key.targetColumns().isEmpty()
                        && target.get().primaryKey().isEmpty()
                        && target.get().complete().contains(Family.PRIMARY_KEYS);
    }

    /** Adds a constraint; where it has no name it gets the server's. */
    public static void add(Catalog catalog, DraftTable table, Constraint written) {
        Deque<Runnable> below = new ArrayDeque<>();
        add(catalog, table, written, below);
        // A child may have a child, and so on: one call within the other for each is more than a stack holds.
        while (!below.isEmpty()) {
            below.remove().run();
        }
    }

    private static void add(Catalog catalog, DraftTable table, Constraint written, Deque<Runnable> below) {
        Constraint constraint = resolved(catalog, written);
        String name = constraint.name().isEmpty() ? chosenName(catalog, table, constraint) : constraint.name();
        Constraint named = constraint.withName(name);
        table.constraints().add(named);
        if (named instanceof Constraint.PrimaryKey key) {
            for (DraftTable each : table.family()) {
                key.columns().forEach(column -> each.change(column, facts -> facts.nullability(Nullability.NOT_NULL)));
            }
        }
        boolean inherited = named instanceof Constraint.Check || table.kind() == TableKind.PARTITIONED_TABLE;
        if (inherited) {
            table.children().forEach(child -> below.add(() -> add(catalog, child, inherited(named, child), below)));
        }
    }

    /** A foreign key with the name that its target has here, and with the columns that it means. */
    private static Constraint resolved(Catalog catalog, Constraint constraint) {
        if (!(constraint instanceof Constraint.ForeignKey key)) {
            return constraint;
        }
        Optional<DraftTable> target = catalog.table(key.target());
        if (target.isEmpty()) {
            return constraint;
        }
        List<String> columns = key.targetColumns().isEmpty() ? target.get().primaryKey() : key.targetColumns();
        return key.withTarget(target.get().name(), columns);
    }

    private static String chosenName(Catalog catalog, DraftTable table, Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey) {
            return catalog.habits().name(catalog, table.name(), List.of(), Unnamed.PRIMARY_KEY, catalog::isRelation);
        }
        if (constraint instanceof Constraint.UniqueKey key) {
            return catalog.habits().name(catalog, table.name(), key.columns(), Unnamed.UNIQUE_KEY, catalog::isRelation);
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            return catalog.habits()
                    .name(catalog, table.name(), key.columns(), Unnamed.FOREIGN_KEY, catalog.directory()::hasRule);
        }
        if (constraint instanceof Constraint.Check check) {
            return catalog.habits()
                    .name(
                            catalog,
                            table.name(),
                            onlyColumn(catalog, table, check),
                            Unnamed.CHECK,
                            catalog.directory()::hasRule);
        }
        List<String> columns = ExclusionColumns.of(((Constraint.Exclusion) constraint).definition(), catalog.dialect());
        return catalog.habits().name(catalog, table.name(), columns, Unnamed.EXCLUSION, catalog::isRelation);
    }

    /** A check is named for its column if it is about one only. */
    private static List<String> onlyColumn(Catalog catalog, DraftTable table, Constraint.Check check) {
        List<String> columns = catalog.expressions().names(check.expression()).stream()
                .filter(name -> table.column(name).isPresent())
                .toList();
        return columns.size() == 1 ? columns : List.of();
    }

    /** Copies keys and foreign keys of a partitioned table to one of its partitions. */
    static void copy(Catalog catalog, DraftTable parent, DraftTable partition) {
        for (Constraint constraint : parent.constraints()) {
            if (!(constraint instanceof Constraint.Check) && !has(partition, constraint)) {
                add(catalog, partition, inherited(constraint, partition));
            }
        }
    }

    /** Checks have the parent's name, foreign keys too unless the partition has one of that name; keys are named anew. */
    private static Constraint inherited(Constraint constraint, DraftTable child) {
        boolean kept = constraint instanceof Constraint.Check
                || constraint instanceof Constraint.ForeignKey
                        && child.constraint(constraint.name()).isEmpty();
        return kept ? constraint : constraint.withName("");
    }

    private static boolean has(DraftTable table, Constraint constraint) {
        return table.constraints().stream().anyMatch(other -> other.withName("").equals(constraint.withName("")));
    }

    /** Leaves open whether a table has a constraint. */
    public static void leaveOpen(DraftTable table, Constraint constraint) {
        table.complete().remove(family(constraint));
        if (constraint instanceof Constraint.PrimaryKey key) {
            key.columns().forEach(column -> table.change(column, ColumnProperty.NULLABILITY::unstated));
        }
    }

    private static Family family(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey) {
            return Family.PRIMARY_KEYS;
        }
        if (constraint instanceof Constraint.UniqueKey) {
            return Family.UNIQUE_KEYS;
        }
        return constraint instanceof Constraint.ForeignKey ? Family.FOREIGN_KEYS : Family.CHECKS;
    }
}
