package dev.schemaguard.source.ddl.draft;

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

    /** Drops the sequence of a column. */
    public static void drop(Catalog catalog, DraftTable table, String column) {
        for (DraftSequence sequence : catalog.sequences().all()) {
            if (sequence.isOwnedBy(table, column)) {
                catalog.sequences().remove(sequence.name());
            }
        }
    }
}
