package dev.schemaguard.ddl.draft;

import dev.schemaguard.ddl.draft.ServerHabits.Unnamed;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.ObjectName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes the sequences behind serial and identity columns. */
public final class Numbering {

    private Numbering() {}

    /** Makes the sequence of a column, named as the server names it. */
    public static void add(Catalog catalog, DraftTable table, ColumnDefinition definition) {
        String column = definition.column().name();
        String name =
                catalog.habits().name(catalog, table.name(), List.of(column), Unnamed.SEQUENCE, catalog::isRelation);
        DraftSequence sequence = new DraftSequence(
                ObjectName.of(table.name().schema(), name),
                definition.step(),
                definition.column().origin());
        sequence.own(table, column);
        catalog.add(sequence);
    }

    /**
     * Ends the numbering of columns by a sequence. Which columns call one that goes with none of them is not kept, so that it is
     * left open for all that have no sequence of their own.
     *
     * @return the tables of which it is left open
     */
    public static Set<ObjectName> stop(Catalog catalog, DraftSequence sequence) {
        if (sequence.owner().isPresent()) {
            DraftTable table = sequence.owner().get();
            for (Column column : List.copyOf(table.columns())) {
                if (sequence.isOwnedBy(table, column.name())) {
                    table.change(
                            column.name(),
                            facts -> facts.identity(Identity.NONE).columnDefault(ColumnDefault.NONE));
                }
            }
            return Set.of();
        }
        Set<ObjectName> left = new LinkedHashSet<>();
        for (DraftTable table : catalog.directory().withSerials()) {
            for (Column column : List.copyOf(table.columns())) {
                if (callsUnowned(table, column)) {
                    table.change(column.name(), Facet.DEFAULT::unstated);
                    left.add(table.name());
                }
            }
        }
        return left;
    }

    /** Whether a column calls a sequence that does not go with it. */
    private static boolean callsUnowned(DraftTable table, Column column) {
        return column.identity() == Identity.SERIAL
                && owned(table, column.name()).isEmpty();
    }

    private static List<DraftSequence> owned(DraftTable table, String column) {
        return table.sequences().stream()
                .filter(sequence -> sequence.isOwnedBy(table, column))
                .toList();
    }

    /** Drops the sequence of a column. */
    public static void drop(Catalog catalog, DraftTable table, String column) {
        owned(table, column).forEach(catalog::remove);
    }
}
