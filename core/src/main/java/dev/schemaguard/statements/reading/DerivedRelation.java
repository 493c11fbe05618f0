package dev.schemaguard.statements.reading;

import dev.schemaguard.model.ObjectName;
import java.util.ArrayList;
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
        return Resolution.of(holders(column), column).knowledge();
    }

    @Override
    public List<Source> sources(String column) {
        return named(column).map(Outputs.Output::sources).orElse(List.of());
    }

    @Override
    public List<Relation> holders(String column) {
        if (named(column).isPresent()) {
            return List.of(this);
        }
        List<Relation> holders = new ArrayList<>();
        outputs.behind().forEach(relation -> holders.addAll(relation.holders(column)));
        if (outputs.hasUnnamed()) {
            holders.add(Elsewhere.UNKNOWN);
        }
        return holders;
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
}
