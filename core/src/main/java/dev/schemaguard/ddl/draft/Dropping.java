package dev.schemaguard.ddl.draft;

import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.UserType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Drops tables and columns with all that belongs to them. */
public final class Dropping {

    private Dropping() {}

    /** Drops a table; where the statement says so, the views that name it too. */
    public static void table(Catalog catalog, DraftTable table, boolean cascade) {
        Deque<DraftTable> dropped = new ArrayDeque<>(List.of(table));
        // What depends on it may have what depends on that, and so on, deeper than a stack is.
        while (!dropped.isEmpty()) {
            DraftTable next = dropped.remove();
            if (next.isListed()) {
                one(catalog, next, cascade, dropped);
            }
        }
    }

    private static void one(Catalog catalog, DraftTable table, boolean cascade, Deque<DraftTable> more) {
        List<DraftTable> referring = catalog.directory().referringTo(table.name());
        catalog.remove(table);
        catalog.gaps().drop(table.name());
        if (cascade) {
            more.addAll(views(catalog, table, Optional.empty()));
        }
        for (DraftSequence sequence : List.copyOf(table.sequences())) {
            Numbering.stop(catalog, sequence);
            catalog.remove(sequence);
        }
        for (DraftTable other : referring) {
            other.constraints().removeIf(constraint -> ColumnReferences.refersTo(constraint, table.name()));
        }
        List.copyOf(table.parents()).forEach(table::disinherit);
        List<DraftTable> children = List.copyOf(table.children());
        children.forEach(child -> child.disinherit(table));
        more.addAll(children);
    }

    /** Leaves open all that there is so far, and gives the names of its tables. */
    static Set<ObjectName> everything(Catalog catalog) {
        Set<ObjectName> names = new LinkedHashSet<>();
        for (DraftTable table : catalog.tables().all()) {
            if (catalog.isTemporary(table.name())) {
                // It still stands before others of its name.
                table.leaveUnstated();
            } else {
                names.add(table.name());
                catalog.remove(table);
            }
        }
        catalog.sequences().all().stream()
                .filter(sequence -> !sequence.isTemporary(catalog))
                .forEach(catalog::remove);
        catalog.types().all().forEach(type -> catalog.types().remove(type.name()));
        return names;
    }

    /**
     * Forgets what hangs on something that was forgotten before, and is dropped or renamed now: keys that refer to it, and views,
     * of which it is not known what their queries mean.
     */
    public static void forgotten(Catalog catalog, ObjectName name) {
        if (!catalog.mayHoldMore()) {
            return;
        }
        for (String schema : SearchPath.same(name.schema())) {
            ObjectName target = ObjectName.of(schema, name.name());
            for (DraftTable other : catalog.directory().referringTo(target)) {
                other.constraints().removeIf(constraint -> ColumnReferences.refersTo(constraint, target));
                other.complete().remove(Family.FOREIGN_KEYS);
            }
        }
        for (DraftTable view : catalog.tables().all()) {
            if (!view.kind().holdsRows() && !catalog.isTemporary(view.name())) {
                table(catalog, view, true);
            }
        }
    }

    /** The same for all that is in a schema. */
    public static void forgottenSchema(Catalog catalog, String schema) {
        if (!catalog.mayHoldMore()) {
            return;
        }
        for (DraftTable other : catalog.tables().all()) {
            boolean refers = other.constraints().stream()
                    .anyMatch(rule -> rule instanceof Constraint.ForeignKey key
                            && key.target().schema().equals(schema));
            if (refers) {
                other.forgetRules();
            }
        }
        forgotten(catalog, ObjectName.of(schema, "?"));
    }

    /** Drops a column of a table; where the statement says so, the views that name it too. */
    public static void column(Catalog catalog, DraftTable table, String column, boolean cascade) {
        Numbering.drop(catalog, table, column);
        table.dropColumn(column, catalog.expressions());
        for (DraftTable other : catalog.directory().referringTo(table.name())) {
            other.constraints().removeIf(constraint -> ColumnReferences.refersTo(constraint, table.name(), column));
        }
        if (cascade) {
            views(catalog, table, Optional.of(column)).forEach(view -> table(catalog, view, true));
        }
    }

    /** Drops the foreign keys that refer to a key which is dropped. */
    public static void references(Catalog catalog, DraftTable table, Constraint.Key key) {
        references(catalog, table, key.columns());
    }

    /** Drops the foreign keys that refer to columns which nothing holds unique any more. */
    public static void references(Catalog catalog, DraftTable table, List<String> columns) {
        for (DraftTable other : catalog.directory().referringTo(table.name())) {
            other.constraints().removeIf(constraint -> ColumnReferences.refersTo(constraint, table.name(), columns));
        }
    }

    /**
     * Leaves open what goes with a function, a type or another object on which rules may hang: the tables that use its name, and
     * the views that mention it.
     *
     * @return the tables and views
     */
    public static Set<ObjectName> dependents(Catalog catalog, String name) {
        Set<ObjectName> left = new LinkedHashSet<>();
        for (DraftTable table : catalog.directory().using(name.toLowerCase(Locale.ROOT))) {
            table.leaveUnstated();
            left.add(table.name());
        }
        for (DraftTable view : catalog.directory().mentioning(name)) {
            left.add(view.name());
            table(catalog, view, true);
        }
        for (UserType type : catalog.types().all()) {
            if (type instanceof UserType.DomainType domain && Uses.of(domain).contains(name.toLowerCase(Locale.ROOT))) {
                Types.leaveOpen(catalog, type);
            }
        }
        return left;
    }

    /** The views that name a table, and the column of it, go with it. */
    private static List<DraftTable> views(Catalog catalog, DraftTable table, Optional<String> column) {
        return catalog.directory().mentioning(table.name().name()).stream()
                // A view of what the session has for itself is the session's own.
                .filter(view -> catalog.isTemporary(view.name()) || !catalog.isTemporary(table.name()))
                .filter(view -> column.map(name -> view.mentions().contains(name)
                                || view.mentions().contains(DraftTable.ALL_COLUMNS))
                        .orElse(true))
                .toList();
    }
}
