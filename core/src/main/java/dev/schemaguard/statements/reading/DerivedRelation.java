package dev.schemaguard.statements.reading;

import dev.schemaguard.model.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * A query in place of a table.
 *
 * @param alias what it is called in the statement
 * @param outputs the columns that it gives
 * @param names how names are spelled
 */
record DerivedRelation(Optional<String> alias, Outputs outputs, Names names) implements Relation {

    @Override
    public boolean isCalled(ObjectName qualifier) {
        return !qualifier.isQualified()
                && alias.filter(name -> names.isSame(name, qualifier.name())).isPresent();
    }

    @Override
    public Knowledge has(String column) {
        if (named(column).isPresent()) {
            return Knowledge.YES;
        }
        Knowledge behind = outputs.hasUnnamed() ? Knowledge.MAYBE : Knowledge.NO;
        for (Relation relation : outputs.behind()) {
            Knowledge known = relation.has(column);
            behind = known.compareTo(behind) < 0 ? known : behind;
        }
        return behind;
    }

    @Override
    public List<Source> sources(String column) {
        Optional<Outputs.Output> named = named(column);
        if (named.isPresent()) {
            return named.get().sources();
        }
        return Resolution.of(outputs.behind(), column).sources();
    }

    private Optional<Outputs.Output> named(String column) {
        return outputs.columns().stream()
                .filter(output -> names.isSame(output.name(), column))
                .findFirst();
    }

    @Override
    public Outputs all() {
        return outputs;
    }

    @Override
    public boolean isTable() {
        return false;
    }
}
