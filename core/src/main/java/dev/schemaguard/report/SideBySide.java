package dev.schemaguard.report;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Table;
import dev.schemaguard.policy.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is expected beside what is there, table by table: whole tables where the report keeps both schemas, else only what
 * differs.
 *
 * @param expectation the name of the expectation
 * @param name what the part is about: a table, or whatever a finding without one is about
 * @param rows its columns, and whatever else differs
 */
record SideBySide(String expectation, String name, List<Row> rows) {

    /** What stands in a column where there is nothing. */
    static final String NOTHING = "nothing";

    SideBySide {
        rows = List.copyOf(rows);
    }

    /** All parts, those with the gravest findings first. */
    static List<SideBySide> of(DriftReport report) {
        Map<Key, List<Finding>> findings = new LinkedHashMap<>();
        for (Finding finding : report.findings()) {
            findings.computeIfAbsent(Key.of(finding), key -> new ArrayList<>()).add(finding);
        }
        Map<Key, SideBySide> whole = new LinkedHashMap<>();
        for (ComparedSchemas comparison : report.coverage().compared()) {
            for (Table table : comparison.expected().tables()) {
                Key key = Key.of(comparison, table);
                whole.put(key, whole(comparison, table, findings.getOrDefault(key, List.of())));
            }
        }
        List<SideBySide> parts = new ArrayList<>();
        findings.forEach((key, its) -> parts.add(Optional.ofNullable(whole.remove(key))
                .orElseGet(() -> new SideBySide(key.expectation(), Wording.owner(its.get(0)), rest(its)))));
        parts.addAll(whole.values());
        return parts;
    }

    /** The findings, in the order of the rows. */
    List<Finding> findings() {
        return rows.stream().flatMap(row -> row.findings().stream()).toList();
    }

    private static SideBySide whole(ComparedSchemas comparison, Table table, List<Finding> findings) {
        Optional<Table> live = comparison.live().table(table.name());
        List<Row> rows = new ArrayList<>();
        List<Finding> others = new ArrayList<>(findings);
        for (Column column : table.columns()) {
            List<Finding> its = findings.stream()
                    .filter(finding -> finding.drift().subject().object().isEmpty())
                    .filter(finding -> finding.drift()
                            .subject()
                            .column()
                            .filter(column.name()::equals)
                            .isPresent())
                    .toList();
            others.removeAll(its);
            rows.add(new Row(
                    column.name(),
                    described(column),
                    column.origin(),
                    live.flatMap(found -> found.column(column.name()))
                            .map(SideBySide::described)
                            .orElse(NOTHING),
                    its));
        }
        List<Row> ordered = new ArrayList<>(rest(aboutTable(others, true)));
        ordered.addAll(rows);
        ordered.addAll(rest(aboutTable(others, false)));
        return new SideBySide(comparison.expectation(), table.name().toString(), ordered);
    }

    /** Those about the table as a whole, or the others. */
    private static List<Finding> aboutTable(List<Finding> findings, boolean whole) {
        return findings.stream()
                .filter(finding -> whole
                        == (finding.drift().subject().column().isEmpty()
                                && finding.drift().subject().object().isEmpty()))
                .toList();
    }

    /** Findings that are about no expected column, each with its own two values. */
    private static List<Row> rest(List<Finding> findings) {
        List<Row> rows = new ArrayList<>();
        for (Finding finding : findings) {
            rows.add(new Row(
                    name(finding),
                    Wording.expected(finding),
                    finding.drift().origin(),
                    Wording.found(finding),
                    List.of(finding)));
        }
        return rows;
    }

    /** Within its table a column goes by its own name. */
    private static String name(Finding finding) {
        return finding.drift()
                .subject()
                .column()
                .filter(column -> finding.drift().subject().object().isEmpty())
                .orElseGet(() -> finding.drift().subject().toString());
    }

    private static String described(Column column) {
        StringBuilder text = new StringBuilder(column.type().toString());
        if (column.generation().isComputed()) {
            text.append(" computed ").append(column.generation().expression());
        } else if (column.identity().generates()) {
            text.append(column.identity() == Identity.ALWAYS ? " numbered always" : " numbered");
        } else if (column.columnDefault() instanceof ColumnDefault.Expression known) {
            text.append(" default ").append(known);
        }
        return column.nullability() == Nullability.NOT_NULL
                ? text.append(" not null").toString()
                : text.toString();
    }

    /**
     * One line of the two columns.
     *
     * @param name a column's name, or what the finding is about
     * @param expected what is expected
     * @param origin where that is said
     * @param live what there is
     * @param findings what follows from the difference; empty where nothing does
     */
    record Row(String name, String expected, Origin origin, String live, List<Finding> findings) {

        Row {
            findings = List.copyOf(findings);
        }
    }

    /** By what findings and tables find each other. */
    private record Key(String expectation, String schema, String name) {

        static Key of(Finding finding) {
            return new Key(
                    finding.expectation(),
                    finding.drift().subject().schema(),
                    Wording.owner(finding.drift().subject()));
        }

        static Key of(ComparedSchemas comparison, Table table) {
            List<String> path = comparison.live().searchPath();
            ObjectName where = comparison
                    .live()
                    .table(table.name())
                    .map(Table::name)
                    .orElseGet(() -> table.name().in(path.isEmpty() ? "" : path.get(0)));
            return new Key(comparison.expectation(), where.schema(), where.name());
        }
    }
}
