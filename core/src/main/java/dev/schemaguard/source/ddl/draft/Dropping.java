package dev.schemaguard.source.ddl.draft;

import dev.schemaguard.model.Constraint;
import java.util.List;
import java.util.Optional;

/** Drops tables and columns with all that belongs to them. */
public final class Dropping {

    private Dropping() {}

    /** Drops a table; where the statement says so, the views that name it too. */
    public static void table(Catalog catalog, DraftTable table, boolean cascade) {
        catalog.tables().remove(table.name());
        catalog.gaps().drop(table.name());
        if (cascade) {
            views(catalog, table, Optional.empty());
        }
        for (DraftSequence sequence : catalog.sequences().all()) {
            if (sequence.isOwnedBy(table)) {
                catalog.sequences().remove(sequence.name());
            }
        }
        for (DraftTable other : catalog.tables().all()) {
            other.constraints().removeIf(constraint -> Involvement.refersTo(constraint, table.name()));
        }
        List.copyOf(table.parents()).forEach(table::disinherit);
        List<DraftTable> children = List.copyOf(table.children());
        children.forEach(child -> child.disinherit(table));
        children.forEach(child -> table(catalog, child, cascade));
    }

    /** Drops a column of a table; where the statement says so, the views that name it too. */
    public static void column(Catalog catalog, DraftTable table, String column, boolean cascade) {
        Numbering.drop(catalog, table, column);
        table.dropColumn(column, catalog.expressions());
        for (DraftTable other : catalog.tables().all()) {
            other.constraints().removeIf(constraint -> Involvement.refersTo(constraint, table.name(), column));
        }
        if (cascade) {
            views(catalog, table, Optional.of(column));
        }
    }

    /** Drops the foreign keys that refer to a key which is dropped. */
    public static void references(Catalog catalog, DraftTable table, Constraint.Key key) {
        for (DraftTable other : catalog.tables().all()) {
            other.constraints().removeIf(constraint -> Involvement.refersTo(constraint, table.name(), key.columns()));
        }
    }

    /** Views that name a table, and the column of it, go with it. */
    private static void views(Catalog catalog, DraftTable table, Optional<String> column) {
        for (DraftTable view : catalog.tables().all()) {
            boolean reads = view.mentions().contains(table.name().name())
                    && column.map(view.mentions()::contains).orElse(true);
            if (reads && catalog.tables().has(view.name())) {
                table(catalog, view, true);
            }
        }
    }
}
