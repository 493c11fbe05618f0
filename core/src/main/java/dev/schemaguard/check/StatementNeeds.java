package dev.schemaguard.check;

import dev.schemaguard.database.Database;
import dev.schemaguard.drift.ColumnValueDrift;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.statements.StatementExpectation;
import java.util.ArrayList;
import java.util.List;

/**
 * What the statements of a release need by themselves, as one more expectation: queries that no mapping knows of are held against
 * the database, too.
 *
 * @param statements the statements
 * @param onDriftOnly whether the server is asked for them only where something else differs
 */
public record StatementNeeds(StatementReading statements, boolean onDriftOnly) implements SchemaSource {

    @Override
    public String name() {
        return statements.name();
    }

    @Override
    public Schema load(Database database) {
        return StatementExpectation.of(statements.of(database).statements());
    }

    /** The differences that some statement meets, and the columns that one leaves out which the database has no value for. */
    List<Drift> met(List<Drift> drifts, Database database, Schema expected, Schema live) {
        MetStatements met = MetStatements.of(statements.of(database), expected);
        List<Drift> candidates = new ArrayList<>(drifts);
        expected.tables()
                .forEach(table -> live.table(table.name()).ifPresent(found -> leftOut(table, found, candidates)));
        return candidates.stream()
                .filter(drift -> !met.meeting(drift).isEmpty())
                .toList();
    }

    /** What a trigger may fill is left to the other expectations, which say whether it was left out before. */
    private static void leftOut(Table expected, Table live, List<Drift> candidates) {
        if (!live.kind().holdsRows() || live.capabilities().insertTrigger() == Presence.PRESENT) {
            return;
        }
        for (Column column : expected.columns()) {
            live.column(column.name())
                    .filter(found -> found.nullability() == Nullability.NOT_NULL && !found.isFilledByDatabase())
                    .ifPresent(found ->
                            candidates.add(new ColumnValueDrift.DefaultMissing(expected, live.name(), column, found)));
        }
    }
}
