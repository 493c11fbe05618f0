package dev.schemaguard;

import dev.schemaguard.model.Gap;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.report.Comparison;
import dev.schemaguard.report.Coverage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
     * @param schema which of many schemas it was, each of which counts; empty where there was one place only
     */
    void add(Schema expected, Schema comparable, Schema live, String schema) {
        expected.tables().forEach(table -> tablesExpected.add(place(table, schema)));
        for (Table table : comparable.tables()) {
            Optional<Table> found = live.table(table.name());
            if (found.isPresent() && tablesChecked.add(place(table, schema))) {
                for (int i = 0; i < table.columns().size(); i++) {
                    boolean isThere =
                            found.get().column(table.columns().get(i).name(), i).isPresent();
                    columnsChecked += isThere ? 1 : 0;
                }
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
