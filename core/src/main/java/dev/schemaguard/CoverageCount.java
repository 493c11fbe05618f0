package dev.schemaguard;

import dev.schemaguard.diff.ColumnDrift;
import dev.schemaguard.diff.Drift;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.report.Comparison;
import dev.schemaguard.report.Coverage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts how much of what is expected a check found and compared, a table that several expectations name once. */
final class CoverageCount {

    private final Set<ObjectName> tablesExpected = new HashSet<>();
    private final Set<ObjectName> tablesChecked = new HashSet<>();
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
        Map<ObjectName, Integer> missing = new HashMap<>();
        for (Drift drift : drifts) {
            if (drift instanceof ColumnDrift.Missing column) {
                missing.merge(column.table().name(), 1, Integer::sum);
            }
        }
        expected.tables().forEach(table -> tablesExpected.add(place(table, schema)));
        for (Table table : comparable.tables()) {
            if (live.table(table.name()).isPresent() && tablesChecked.add(place(table, schema))) {
                columnsChecked += table.columns().size() - missing.getOrDefault(table.name(), 0);
            }
        }
    }

    private static ObjectName place(Table table, String schema) {
        return schema.isEmpty() || table.name().isQualified()
                ? table.name()
                : table.name().in(schema);
    }

    Coverage coverage(List<Gap> gaps, List<Comparison> compared) {
        return new Coverage(tablesExpected.size(), tablesChecked.size(), columnsChecked, gaps, compared);
    }
}
