package dev.schemaguard.check;

import dev.schemaguard.drift.ColumnDrift;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.statements.OpenColumn;
import dev.schemaguard.statements.StatementUse;
import dev.schemaguard.statements.TableAccess;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Columns of which a statement leaves open whose they are, and which none of the tables has whose they may be: the statement fails, and
 * the first of the nearest tables is named for it.
 *
 * @param live what the database has
 */
record ColumnsOfNobody(Schema live) {

    /** Those of a statement, each with the access that is named for it. */
    Map<OpenColumn, TableAccess> in(StatementUse use) {
        Map<OpenColumn, TableAccess> lacking = new LinkedHashMap<>();
        use.open().stream()
                .filter(this::isNowhere)
                .sorted(Comparator.comparing(OpenColumn::name).thenComparing(OpenColumn::role))
                .forEach(column -> nearest(column, use).ifPresent(access -> lacking.put(column, access)));
        return lacking;
    }

    private boolean isNowhere(OpenColumn column) {
        return !column.nearestFirst().isEmpty()
                && column.nearestFirst().stream().noneMatch(level -> level.orElsewhere() || level.orGiven())
                && column.candidates()
                        .allMatch(one -> live.table(one.table())
                                .filter(table -> lacks(table, column.name()))
                                .isPresent());
    }

    /** By a name in whatever case, for what is written alike may be meant. */
    private static boolean lacks(Table table, String column) {
        return table.isComplete(Family.COLUMNS)
                && !table.notKnown().contains(Family.COLUMNS)
                && table.columns().stream().noneMatch(one -> one.name().equalsIgnoreCase(column));
    }

    private static Optional<TableAccess> nearest(OpenColumn column, StatementUse use) {
        Set<OpenColumn.Candidate> candidates = column.nearestFirst().get(0).candidates();
        return use.accesses().stream()
                .filter(access -> candidates.contains(new OpenColumn.Candidate(access.table(), access.kind())))
                .min(Comparator.comparing(TableAccess::table).thenComparing(TableAccess::kind));
    }

    /** A column that a table is said to lack. */
    record Lacking(ObjectName table, String column) {

        Drift missing(Table expected, Table found, Origin origin) {
            return new ColumnDrift.Missing(
                    expected,
                    found.name(),
                    Column.builder(column).origin(origin).build());
        }
    }
}
