package dev.schemaguard.statements.reading;

import dev.schemaguard.model.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * A function, a list of values, or whatever else stands in place of a table and has columns of its own.
 *
 * @param alias what it is called in the statement
 * @param columns what its first columns are called in the statement
 * @param names how names are spelled
 */
record FunctionRelation(Optional<String> alias, List<String> columns, Names names) implements Relation {

    FunctionRelation {
        columns = List.copyOf(columns);
    }

    @Override
    public boolean isCalled(ObjectName qualifier) {
        return !qualifier.isQualified()
                && alias.filter(name -> names.isSame(name, qualifier.name())).isPresent();
    }

    /** A function that gives single values has a column of its own name. */
    @Override
    public Knowledge has(String column) {
        boolean named = columns.stream().anyMatch(name -> names.isSame(name, column))
                || alias.filter(name -> names.isSame(name, column)).isPresent();
        return named ? Knowledge.YES : Knowledge.MAYBE;
    }

    @Override
    public List<Source> sources(String column) {
        return List.of();
    }

    @Override
    public Outputs all() {
        return new Outputs(
                columns.stream()
                        .map(column -> new Outputs.Output(column, List.of()))
                        .toList(),
                List.of(this));
    }
}
