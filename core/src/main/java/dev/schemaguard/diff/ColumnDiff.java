package dev.schemaguard.diff;

import dev.schemaguard.drift.ColumnFactDrift;
import dev.schemaguard.drift.ColumnValueDrift;
import dev.schemaguard.drift.DefaultValues;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.Table;
import java.util.List;
import java.util.function.BiFunction;

/** Compares the stated facts of a column with the live one. */
final class ColumnDiff {

    private final Table table;
    private final Table live;
    private final BiFunction<ColumnType, ColumnType, TypeFit> types;
    private final List<Drift> drifts;

    ColumnDiff(Table table, Table live, BiFunction<ColumnType, ColumnType, TypeFit> types, List<Drift> drifts) {
        this.table = table;
        this.live = live;
        this.types = types;
        this.drifts = drifts;
    }

    void compare(Column expected, Column actual) {
        TypeFit fit = types.apply(expected.type(), actual.type());
        if (fit != TypeFit.SAME && fit != TypeFit.WIDER) {
            drifts.add(new ColumnFactDrift.TypeChanged(table, live.name(), expected, actual, fit));
        }
        collation(expected, actual);
        if (live.kind().holdsRows()) {
            nullability(expected, actual);
            filling(expected, actual);
        }
    }

    /** A collation is compared where both sides state one; {@code default} is the name of the type's own. */
    private void collation(Column expected, Column actual) {
        if (isCitext(actual) && !isCitext(expected) && !expected.type().equals(ColumnType.UNSTATED)) {
            ColumnFactDrift.OtherCollation caseless =
                    new ColumnFactDrift.OtherCollation(table, live.name(), expected, actual, true);
            if (caseless.isInKey()) {
                drifts.add(caseless);
                return;
            }
        }
        if (expected.collation().isPresent()
                && actual.collation().isPresent()
                && !expected.collation().equals(actual.collation())) {
            boolean loose = live.capabilities().looseColumns().contains(actual.name());
            drifts.add(new ColumnFactDrift.OtherCollation(table, live.name(), expected, actual, loose));
        }
    }

    /** A type that takes texts for equal that differ only in case, whatever its collation. */
    private static boolean isCitext(Column column) {
        return column.type() instanceof ColumnType.Named named
                && named.name().name().equals("citext");
    }

    private void nullability(Column expected, Column actual) {
        if (expected.nullability() == Nullability.NULLABLE && actual.nullability() == Nullability.NOT_NULL) {
            drifts.add(new ColumnFactDrift.NotNullAdded(table, live.name(), expected, actual));
        }
        if (expected.nullability() == Nullability.NOT_NULL && actual.nullability() == Nullability.NULLABLE) {
            drifts.add(new ColumnFactDrift.NotNullMissing(table, live.name(), expected, actual));
        }
    }

    /** What the database stores where the release gives no value, or in spite of the value it gives. */
    private void filling(Column expected, Column actual) {
        if (expected.generation().isComputed() || actual.generation().isComputed()) {
            computation(expected, actual);
            return;
        }
        if (actual.identity() == Identity.ALWAYS && expected.identity() == Identity.NONE) {
            drifts.add(new ColumnValueDrift.GeneratedAlways(table, live.name(), expected, actual));
            return;
        }
        if (expected.identity().generates()) {
            if (actual.identity() == Identity.NONE) {
                drifts.add(new ColumnValueDrift.IdentityMissing(
                        table, live.name(), expected, actual, hasInsertTrigger(live)));
            }
            return;
        }
        if (expected.columnDefault() instanceof ColumnDefault.Expression wanted
                && !actual.identity().generates()) {
            columnDefault(expected, wanted, actual);
        }
    }

    /** Who relies on a computation never writes the column, and reads something else where it is another or none. */
    private void computation(Column expected, Column actual) {
        if (expected.generation() instanceof Generation.None) {
            drifts.add(new ColumnValueDrift.GeneratedAlways(table, live.name(), expected, actual));
        } else if (actual.generation() instanceof Generation.None) {
            drifts.add(new ColumnValueDrift.DefaultMissing(table, live.name(), expected, actual));
        } else if (isOtherComputation(
                expected.generation().expression(), actual.generation().expression())) {
            drifts.add(new ColumnValueDrift.DefaultDifferent(table, live.name(), expected, actual));
        }
    }

    private static boolean isOtherComputation(String expected, String actual) {
        return !expected.isEmpty() && !actual.isEmpty() && !expected.equals(actual);
    }

    private void columnDefault(Column expected, ColumnDefault.Expression wanted, Column actual) {
        if (actual.columnDefault() instanceof ColumnDefault.None) {
            drifts.add(new ColumnValueDrift.DefaultMissing(table, live.name(), expected, actual));
        } else if (actual.columnDefault() instanceof ColumnDefault.Expression found
                && !DefaultValues.same(wanted, found, actual.type())) {
            drifts.add(new ColumnValueDrift.DefaultDifferent(table, live.name(), expected, actual));
        }
    }

    static boolean hasInsertTrigger(Table live) {
        return live.capabilities().insertTrigger() == Presence.PRESENT;
    }
}
