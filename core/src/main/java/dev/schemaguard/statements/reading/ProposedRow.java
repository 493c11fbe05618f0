package dev.schemaguard.statements.reading;

import dev.schemaguard.model.ObjectName;
import java.util.List;
import java.util.Set;

/**
 * The row that an upsert would have inserted, as its update sees it. What the insert writes is not named once more.
 *
 * @param called the names of that row
 * @param target the table
 */
record ProposedRow(Set<String> called, TableRelation target) implements Relation {

    @Override
    public boolean isCalled(ObjectName qualifier) {
        return !qualifier.isQualified()
                && called.stream().anyMatch(name -> target.names().isSame(name, qualifier.name()));
    }

    @Override
    public Knowledge has(String column) {
        return Knowledge.NO;
    }

    @Override
    public List<Source> sources(String column) {
        return target.sources(column).stream()
                .filter(source -> !target.access().writes(source.column()))
                .toList();
    }

    @Override
    public Outputs all() {
        return Outputs.NONE;
    }
}
