package dev.schemaguard.diff;

import dev.schemaguard.drift.ColumnDrift;
import dev.schemaguard.drift.ColumnFactDrift;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.TableDrift;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import java.util.List;
import java.util.Optional;

/** Compares the stated facts of a table with the live one. */
final class TableDiff {

    private final Table expected;
    private final Table live;
    private final TypeFits types;
    private final List<Drift> drifts;

    TableDiff(Table expected, Table live, TypeFits types, List<Drift> drifts) {
        this.expected = expected;
        this.live = live;
        this.types = types;
        this.drifts = drifts;
    }

    void compare() {
        columns();
        if (live.kind().holdsRows()) {
            extraRequiredColumns();
            rules();
        } else if (expected.kind().holdsRows()) {
            writability();
        }
    }

    private void columns() {
        ColumnDiff facts = new ColumnDiff(expected, live, types, drifts);
        for (int i = 0; i < expected.columns().size(); i++) {
            Column column = expected.columns().get(i);
            Optional<Column> found = live.column(column.name(), i);
            if (found.isEmpty()) {
                drifts.add(new ColumnDrift.Missing(expected, live.name(), column));
            } else {
                facts.compare(column, found.get());
            }
        }
    }

    private void rules() {
        if (SameRules.of(expected, live)) {
            return;
        }
        new KeyDiff(expected, live, drifts).compare();
        new ReferenceDiff(expected, live, drifts).compare();
        new CheckDiff(expected, live, drifts).compare();
        new IndexDiff(expected, live, drifts).compare();
    }

    /** Only an expectation that names all columns can tell which ones the release does not know. */
    private void extraRequiredColumns() {
        if (!expected.isComplete(Family.COLUMNS)) {
            return;
        }
        for (int i = 0; i < live.columns().size(); i++) {
            Column column = live.columns().get(i);
            if (column.nullability() == Nullability.NOT_NULL
                    && !column.isFilledByDatabase()
                    && expected.column(column.name(), i).isEmpty()) {
                drifts.add(new ColumnDrift.ExtraRequired(
                        expected, live.name(), column, ColumnDiff.hasInsertTrigger(live)));
            }
        }
    }

    /** A view stands for the table: what it does not take at all is said once, what single columns do not take for each. */
    private void writability() {
        if (live.capabilities().insertable() == Presence.ABSENT) {
            drifts.add(new TableDrift.NotWritable(expected, live.name(), live.kind(), StatementKind.INSERT));
        }
        boolean someUpdatable = live.columns().stream().anyMatch(column -> column.updatable() == Presence.PRESENT);
        for (Column column : expected.columns()) {
            live.column(column.name())
                    .filter(found -> found.updatable() == Presence.ABSENT && someUpdatable)
                    .ifPresent(found ->
                            drifts.add(new ColumnFactDrift.NotUpdatable(expected, live.name(), column, found)));
        }
        boolean noneUpdatable = live.columns().stream().anyMatch(column -> column.updatable() == Presence.ABSENT);
        if (noneUpdatable && !someUpdatable) {
            drifts.add(new TableDrift.NotWritable(expected, live.name(), live.kind(), StatementKind.UPDATE));
            if (live.capabilities().insertable() == Presence.ABSENT) {
                drifts.add(new TableDrift.NotWritable(expected, live.name(), live.kind(), StatementKind.DELETE));
            }
        }
    }
}
