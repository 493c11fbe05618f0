package dev.schemaguard.database.postgres.catalog;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.Use;
import java.util.Optional;

/**
 * Tells whether it matters which tables have a trigger that may fill a column. It does only where something has to: a column
 * that the expectation does not name takes no nulls, or one that it relies on is not filled by the database otherwise. So an
 * ordinary look at a schema that fits asks for no triggers.
 */
final class TriggerNeed {

    private TriggerNeed() {}

    static boolean exists(Schema expected, Schema live) {
        for (Table table : expected.tables()) {
            Optional<Table> found = live.table(table.name());
            if (found.isPresent() && found.get().kind().holdsRows() && exists(table, found.get())) {
                return true;
            }
        }
        return false;
    }

    private static boolean exists(Table expected, Table live) {
        return reliesOnMore(expected, live) || needsMore(expected, live);
    }

    /** Whether the expectation relies on a column that the database does not fill otherwise. */
    private static boolean reliesOnMore(Table expected, Table live) {
        for (int i = 0; i < expected.columns().size(); i++) {
            Column stated = expected.columns().get(i);
            if (reliesOnDatabase(stated) || isLeftOut(stated, expected)) {
                Optional<Column> column = live.column(stated.name(), i);
                if (column.isPresent()
                        && !column.get().isFilledByDatabase()
                        && (reliesOnDatabase(stated) || column.get().nullability() == Nullability.NOT_NULL)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a column that the expectation does not name takes no nulls. */
    private static boolean needsMore(Table expected, Table live) {
        for (int i = 0; i < live.columns().size(); i++) {
            Column column = live.columns().get(i);
            if (column.nullability() == Nullability.NOT_NULL
                    && !column.isFilledByDatabase()
                    && expected.column(column.name(), i).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean reliesOnDatabase(Column column) {
        return column.identity().generates() || column.columnDefault() instanceof ColumnDefault.Expression;
    }

    /** Whether the release adds rows without a value for the column, as its statements say. */
    private static boolean isLeftOut(Column column, Table table) {
        return table.use().insert() == Use.ALWAYS
                && column.written() != Use.ALWAYS
                && column.nullability() == Nullability.UNSTATED;
    }
}
