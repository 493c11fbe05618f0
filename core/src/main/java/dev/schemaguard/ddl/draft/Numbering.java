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
        if (table.column(column)
                .filter(one -> one.identity() == Identity.SERIAL)
                .isPresent()) {
            table.change(column, facts -> facts.columnDefault(DraftDefault.to(sequence)));
        }
    }

    /**
     * Ends the numbering of the columns whose defaults call a sequence, for it is dropped and they go with it. A default that does
     * more than to call it is left open.
     *
     * @return the tables of which it is left open
     */
    public static Set<ObjectName> stop(Catalog catalog, DraftSequence sequence) {
        String call = DraftDefault.key(sequence);
        for (DraftTable table : catalog.directory().calling(sequence)) {
            for (Column column : List.copyOf(table.columns())) {
                if (DraftDefault.key(column).filter(call::equals).isPresent()) {
                    table.change(
                            column.name(),
                            facts -> facts.identity(Identity.NONE).columnDefault(ColumnDefault.NONE));
                }
            }
        }
        Set<ObjectName> left = new LinkedHashSet<>();
        for (DraftTable table : catalog.directory().using("nextval")) {
            for (Column column : List.copyOf(table.columns())) {
                if (column.columnDefault() instanceof ColumnDefault.Expression expression
                        && expression.text().contains(sequence.name().name())) {
                    table.change(column.name(), ColumnProperty.DEFAULT::unstated);
                    left.add(table.name());
                }
            }
        }
        return left;
    }

    private static List<DraftSequence> owned(DraftTable table, String column) {
        return table.sequences().stream()
                .filter(sequence -> sequence.isOwnedBy(table, column))
                .toList();
    }

    /** Drops the sequence of a column. */
    public static void drop(Catalog catalog, DraftTable table, String column) {
        for (DraftSequence sequence : owned(table, column)) {
            stop(catalog, sequence);
            catalog.remove(sequence);
        }
    }
}
