package dev.schemaguard.database.standard;

import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The columns that an expectation wants unique, by table; none where there is no expectation. */
record ExpectedKeys(Optional<Schema> expected) {

    List<Set<String>> of(ObjectName live) {
        List<Set<String>> keys = new ArrayList<>();
        expected.flatMap(schema -> schema.table(live).or(() -> schema.table(live.name())))
                .ifPresent(table -> addKeys(table, keys));
        return keys;
    }

    private static void addKeys(Table table, List<Set<String>> keys) {
        table.constraints(Constraint.UniqueKey.class).forEach(key -> keys.add(Set.copyOf(key.columns())));
        table.indexes().stream().filter(Index::unique).forEach(index -> {
            Set<String> columns = new HashSet<>();
            for (Index.Part part : index.parts()) {
                if (part instanceof Index.ColumnPart column) {
                    columns.add(column.name());
                }
            }
            keys.add(columns);
        });
    }
}
