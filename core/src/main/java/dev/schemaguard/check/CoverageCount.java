package dev.schemaguard.check;

import dev.schemaguard.drift.ColumnDrift;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.report.ComparedSchemas;
import dev.schemaguard.report.Coverage;
import dev.schemaguard.report.DigestCoverage;
import dev.schemaguard.report.LibraryCoverage;
import dev.schemaguard.report.NotKnown;
import dev.schemaguard.report.StatementCoverage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Counts how much of what is expected a check found and compared, a table that several expectations name once. */
final class CoverageCount {

    private final Set<ObjectName> tablesExpected = new HashSet<>();
    private final Map<ObjectName, List<Table>> tablesChecked = new HashMap<>();
    private final Set<ObjectName> tablesForgotten = new HashSet<>();
    private final Set<NotKnown> notKnown = new LinkedHashSet<>();
    private final Set<Family> notLookedAt = EnumSet.noneOf(Family.class);
    private final Map<String, DescribedStatements> described = new HashMap<>();
    private final Set<ObjectName> tablesUnchanged = new HashSet<>();
    private final Set<ObjectName> tablesByDigests = new HashSet<>();
    private final List<LibraryCoverage> libraries = new ArrayList<>();
    private int columnsChecked;

    /**
     * Counts one comparison.
     *
     * @param expected all that is expected
     * @param comparable the part of it that could be compared
     * @param live what was found of it
     * @param drifts what the comparison came to
     * @param schema which of many schemas it was, each of which counts; empty where there was one place only
     */
    void add(Schema expected, Schema comparable, Schema live, List<Drift> drifts, String schema) {
        Map<ObjectName, Set<String>> missing = new HashMap<>();
        for (Drift drift : drifts) {
            if (drift instanceof ColumnDrift.Missing column) {
                missing.computeIfAbsent(column.table().name(), key -> new HashSet<>())
                        .add(column.name());
            }
        }
        expected.tables().forEach(table -> tablesExpected.add(place(table.name(), live, schema)));
        // What was forgotten for a statement that could not be read was expected all the same.
        forgotten(expected).forEach(name -> tablesForgotten.add(place(name, live, schema)));
        forgotten(live).forEach(name -> tablesForgotten.add(place(name, live, schema)));
        expected.tables().forEach(table -> notKnown(table, live, schema));
        live.tables().forEach(table -> notKnown(table, live, schema));
        for (Table table : comparable.tables()) {
            if (live.table(table.name()).isPresent() && !tablesUnchanged.contains(place(table.name(), live, schema))) {
                List<Table> before =
                        tablesChecked.computeIfAbsent(place(table.name(), live, schema), key -> new ArrayList<>(1));
                columnsChecked += columns(table, before, missing.getOrDefault(table.name(), Set.of()));
                before.add(table);
            }
        }
    }

    /**
     * Counts tables that were found to be as they were captured, with all their columns, so that no other expectation of the same
     * table adds any. Before all that is compared.
     *
     * @param tables how many columns each has, by its name with the schema in which it was found
     */
    void addUnchanged(Map<ObjectName, Integer> tables) {
        tablesExpected.addAll(tables.keySet());
        tablesByDigests.addAll(tables.keySet());
        // Several expectations may name one table, whose columns they share.
        for (Map.Entry<ObjectName, Integer> table : tables.entrySet()) {
            columnsChecked += tablesUnchanged.add(table.getKey()) ? table.getValue() : 0;
        }
    }

    /** Notes tables that are compared as they were captured, for the database said that they are so. */
    void toldByDigests(DigestLook look, List<Table> tables) {
        tables.forEach(table -> tablesByDigests.add(table.name().in(look.home())));
    }

    /** Notes what cannot be looked at in such a database. */
    void notLookedAt(Set<Family> families) {
        notLookedAt.addAll(families);
    }

    /** Notes what a server said of the statements of a source. */
    void described(String source, DescribedStatements statements) {
        described.put(source, statements);
    }

    /** Notes what is known of the tables of libraries. */
    void libraries(List<LibraryCoverage> known) {
        libraries.addAll(known);
    }

    /** How many columns were found that no expectation before has named. */
    private static int columns(Table table, List<Table> before, Set<String> missing) {
        if (before.isEmpty()) {
            return table.columns().size() - missing.size();
        }
        return (int) table.columns().stream()
                .map(Column::name)
                .filter(column -> !missing.contains(column)
                        && before.stream().noneMatch(one -> one.column(column).isPresent()))
                .count();
    }

    /** One table, whether or not an expectation says where it is: that which was found, or would have been. */
    private static ObjectName place(ObjectName table, Schema live, String schema) {
        String first = live.searchPath().isEmpty() ? "" : live.searchPath().get(0);
        ObjectName name = live.table(table).map(Table::name).orElseGet(() -> table.in(first));
        return name.in(schema);
    }

    Coverage coverage(
            List<Gap> gaps,
            List<StatementReading> statements,
            List<ComparedSchemas> compared,
            Optional<DigestCoverage.Reason> whyNotByDigests) {
        tablesForgotten.removeAll(tablesExpected);
        return new Coverage(
                tablesExpected.size() + tablesForgotten.size(),
                tablesChecked.size() + tablesUnchanged.size(),
                columnsChecked,
                tablesForgotten.size(),
                gaps,
                List.copyOf(notKnown),
                notLookedAt,
                statements.isEmpty()
                        ? List.of()
                        : statements.stream().flatMap(this::statements).toList(),
                compared,
                new DigestCoverage(tablesByDigests.size(), whyNotByDigests),
                libraries);
    }

    private Stream<StatementCoverage> statements(StatementReading reading) {
        return reading.known().stream()
                .map(statements -> new StatementCoverage(
                        reading.name(),
                        statements.statements().size(),
                        statements.others(),
                        statements.complete(),
                        statements.unread().stream()
                                .map(one -> new StatementCoverage.NotReadable(one.origin(), one.reason()))
                                .toList()))
                .map(coverage -> described
                        .getOrDefault(reading.name(), DescribedStatements.NOT_ASKED)
                        .in(coverage));
    }

    private static Stream<ObjectName> forgotten(Schema schema) {
        return schema.gaps().stream()
                .filter(gap -> gap.reach() instanceof Gap.Reach.Everything)
                .flatMap(gap -> gap.reach().names().stream());
    }

    /** Of many schemas it is said once, for it is the same in each. */
    private void notKnown(Table table, Schema live, String schema) {
        if (!table.notKnown().isEmpty()) {
            ObjectName name = schema.isEmpty() ? place(table.name(), live, schema) : table.name();
            table.notKnown().forEach(family -> notKnown.add(new NotKnown(name, family, table.origin())));
        }
    }
}
