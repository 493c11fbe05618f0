package dev.schemaguard.source.ddl.draft;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.ObjectName;
import java.util.List;

/** Makes the sequences behind serial and identity columns. */
public final class Numbering {

    private Numbering() {}

    /** Makes the sequence of a column, named as the server names it. */
    public static void add(Catalog catalog, DraftTable table, ColumnDefinition definition) {
        String column = definition.column().name();
        String name = ServerNames.choose(table.name(), List.of(column), "seq", catalog::isRelation);
        DraftSequence sequence = new DraftSequence(
                ObjectName.of(table.name().schema(), name),
                definition.step(),
                definition.column().origin());
        sequence.own(table, column);
        catalog.sequences().put(sequence.name(), sequence);
    }

    /**
     * Ends the numbering of columns by a sequence. Which columns call one that goes with none of them is not kept, so that it is
     * left open for all that have no sequence of their own.
     */
    public static void stop(Catalog catalog, DraftSequence sequence) {
        boolean owned = sequence.isOwned();
        for (DraftTable table : catalog.tables().all()) {
            for (Column column : List.copyOf(table.columns())) {
                if (owned && sequence.isOwnedBy(table, column.name())) {
                    table.change(
                            column.name(),
                            facts -> facts.identity(Identity.NONE).columnDefault(ColumnDefault.NONE));
                } else if (!owned && column.identity() == Identity.SERIAL && !hasOwn(catalog, table, column)) {
                    table.change(column.name(), Facet.DEFAULT::unstated);
                }
            }
        }
    }

    private static boolean hasOwn(Catalog catalog, DraftTable table, Column column) {
        return catalog.sequences().all().stream().anyMatch(sequence -> sequence.isOwnedBy(table, column.name()));
    }

    /** Drops the sequence of a column. */
    public static void drop(Catalog catalog, DraftTable table, String column) {
        for (DraftSequence sequence : catalog.sequences().all()) {
            if (sequence.isOwnedBy(table, column)) {
                catalog.sequences().remove(sequence.name());
            }
        }
    }
}
