package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.ddl.change.ColumnChange;
import dev.schemaguard.ddl.change.ConstraintChange;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Nullability;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which the server carries out the actions of one ALTER TABLE, whatever their order in the statement (manual, ALTER
 * TABLE, and {@code AlterTablePass} of its source): what is taken away first, then types, columns, properties, keys and rules,
 * defaults.
 */
final class ActionOrder {

    private static final int DROPS = 0;
    private static final int TYPES = 1;
    private static final int COLUMNS = 2;
    private static final int PROPERTIES = 3;
    private static final int RULES = 4;
    private static final int DEFAULTS = 5;
    private static final int REST = 6;

    private ActionOrder() {}

    static List<Change> sorted(List<Change> actions) {
        return actions.size() < 2
                ? actions
                : actions.stream()
                        .sorted(Comparator.comparingInt(ActionOrder::pass))
                        .toList();
    }

    private static int pass(Change action) {
        if (action instanceof ColumnChange.Drop || action instanceof ConstraintChange.Drop) {
            return DROPS;
        }
        if (action instanceof ColumnChange.Add) {
            return COLUMNS;
        }
        if (action instanceof ConstraintChange.Add || action instanceof ConstraintChange.AddFromIndex) {
            return RULES;
        }
        if (action instanceof ColumnChange.NumberRows numbering) {
            return numbering.identity().generates() ? DEFAULTS : DROPS;
        }
        return action instanceof ColumnChange.Alter alter ? pass(alter) : REST;
    }

    private static int pass(ColumnChange.Alter alter) {
        Column after = alter.facts().apply(Column.builder(alter.column())).build();
        return switch (alter.facet()) {
            case TYPE -> TYPES;
            case DEFAULT -> after.columnDefault() == ColumnDefault.NONE ? DROPS : DEFAULTS;
            case NULLABILITY -> after.nullability() == Nullability.NULLABLE ? DROPS : PROPERTIES;
            case GENERATION -> after.generation() == Generation.NONE ? DROPS : PROPERTIES;
            case IDENTITY -> PROPERTIES;
        };
    }
}
