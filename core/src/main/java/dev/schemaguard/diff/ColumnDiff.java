package dev.schemaguard.diff;

import dev.schemaguard.drift.ColumnFactDrift;
import dev.schemaguard.drift.ColumnValueDrift;
import dev.schemaguard.drift.DefaultValues;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.LabelDrift;
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
import java.util.Optional;
import java.util.Set;

/** Compares the stated facts of a column with the live one. */
final class ColumnDiff {

    /** Types of text that take for equal what differs only in case, whatever the collation. */
    private static final Set<String> CASELESS = Set.of("citext", "varchar_ignorecase");

    private final Table table;
    private final Table live;
    private final TypeFits types;
    private final List<Drift> drifts;

    ColumnDiff(Table table, Table live, TypeFits types, List<Drift> drifts) {
        this.table = table;
        this.live = live;
        this.types = types;
        this.drifts = drifts;
    }

    void compare(Column expected, Column actual) {
        if (!labels(expected, actual)) {
            TypeFit fit = types.fit(expected.type(), actual.type());
            if (fit != TypeFit.SAME && fit != TypeFit.WIDER) {
                drifts.add(new ColumnFactDrift.TypeChanged(table, live.name(), expected, actual, fit));
            }
        }
        texts(expected, actual);
        if (live.kind().holdsRows()) {
            nullability(expected, actual);
            filling(expected, actual);
            updating(expected, actual);
        }
    }

    /** Two types that list their values are compared value by value. */
    private boolean labels(Column expected, Column actual) {
        if (!(expected.type() instanceof ColumnType.Labelled wanted)
                || !(actual.type() instanceof ColumnType.Labelled found)
                || wanted.kind() != found.kind()) {
            return false;
        }
        LabelDrift.Listed listed = new LabelDrift.Listed(
                live.name(),
                Optional.of(expected.name()),
                table.use(),
                expected.origin().isKnown() ? expected.origin() : table.origin());
        LabelDiff.compare(listed, wanted.labels(), found.labels(), drifts);
        return true;
    }

    /** How texts are kept and compared. A collation belongs to a character set, so that another one is said once. */
    private void texts(Column expected, Column actual) {
        if (expected.charset().isEmpty()
                || actual.charset().isEmpty()
                || expected.charset().equals(actual.charset())) {
            collation(expected, actual);
        } else if (!types.holdsAllOf(actual.charset().get(), expected.charset().get())) {
            drifts.add(new ColumnFactDrift.OtherCharset(table, live.name(), expected, actual));
        } else {
            // One that has all the characters of the other: what is left of the collation is its rule.
            String wanted = rule(expected);
            if (!wanted.isEmpty() && !wanted.equals(rule(actual))) {
                collation(expected, actual);
            }
        }
    }

    private static String rule(Column column) {
        String charset = column.charset().orElse("") + "_";
        return column.collation()
                .map(collation -> collation.startsWith(charset) ? collation.substring(charset.length()) : collation)
                .orElse("");
    }

    /** A collation is compared where both sides state one; {@code default} is the name of the type's own. */
    private void collation(Column expected, Column actual) {
        if (isCaseless(actual) && !isCaseless(expected) && !expected.type().equals(ColumnType.UNSTATED)) {
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
    private static boolean isCaseless(Column column) {
        return column.type() instanceof ColumnType.Named named
                && CASELESS.contains(named.name().name());
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
            drifts.add(new ColumnValueDrift.GeneratedAlways(table, live.name(), expected, actual, true));
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

    /** What an update gives a column that leaves it out, where both sides tell. */
    private void updating(Column expected, Column actual) {
        ColumnDefault wanted = expected.onUpdate();
        ColumnDefault found = actual.onUpdate();
        if (wanted instanceof ColumnDefault.Unstated || found instanceof ColumnDefault.Unstated) {
            return;
        }
        boolean same = wanted instanceof ColumnDefault.Expression one && found instanceof ColumnDefault.Expression other
                ? one.text().equals(other.text()) || !one.compared() || !other.compared()
                : wanted.equals(found);
        if (!same) {
            drifts.add(new ColumnValueDrift.OnUpdateDifferent(table, live.name(), expected, actual));
        }
    }

    /** Who relies on a computation never writes the column, and reads something else where it is another or none. */
    private void computation(Column expected, Column actual) {
        if (expected.generation() instanceof Generation.None) {
            drifts.add(new ColumnValueDrift.GeneratedAlways(table, live.name(), expected, actual, true));
        } else if (actual.generation() instanceof Generation.None) {
            drifts.add(new ColumnValueDrift.DefaultMissing(table, live.name(), expected, actual));
        } else if (isOtherComputation(
                expected.generation().expression(), actual.generation().expression())) {
            drifts.add(new ColumnValueDrift.DefaultDifferent(table, live.name(), expected, actual, false));
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
            boolean refused = RefusedDefault.isRefused(live, actual, found);
            drifts.add(new ColumnValueDrift.DefaultDifferent(table, live.name(), expected, actual, refused));
        }
    }

    static boolean hasInsertTrigger(Table live) {
        return live.capabilities().insertTrigger() == Presence.PRESENT;
    }
}
