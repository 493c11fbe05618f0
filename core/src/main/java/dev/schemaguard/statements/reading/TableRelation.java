package dev.schemaguard.statements.reading;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table that a statement names.
 *
 * @param written its name as the statement has it
 * @param alias what it is called in the statement; its own name where there is no other
 * @param renamed what its first columns are called in the statement
 * @param access what the statement does to it
 * @param expected what is known of it
 * @param names how names are spelled
 */
record TableRelation(
        ObjectName written,
        Optional<String> alias,
        List<String> renamed,
        AccessDraft access,
        Optional<Table> expected,
        Names names)
        implements Relation {

    TableRelation {
        renamed = List.copyOf(renamed);
    }

    @Override
    public boolean isCalled(ObjectName qualifier) {
        if (alias.isPresent()) {
            return !qualifier.isQualified() && names.isSame(alias.get(), qualifier.name());
        }
        return names.isSame(written.name(), qualifier.name())
                && (!qualifier.isQualified()
                        || !written.isQualified()
                        || names.isSame(written.schema(), qualifier.schema()));
    }

    @Override
    public Knowledge has(String column) {
        if (renamed.contains(column)) {
            return Knowledge.YES;
        }
        if (expected.isEmpty()) {
            return Knowledge.MAYBE;
        }
        if (names.column(expected.get(), column).isPresent()) {
            return Knowledge.YES;
        }
        return names.isClosed(expected.get()) ? Knowledge.NO : Knowledge.MAYBE;
    }

    @Override
    public List<Source> sources(String column) {
        int place = renamed.indexOf(column);
        if (place >= 0) {
            return expected.filter(table -> place < table.columns().size())
                    .map(table -> source(table.columns().get(place).name()))
                    .map(List::of)
                    .orElse(List.of());
        }
        return List.of(
                source(expected.flatMap(table -> names.column(table, column)).orElse(column)));
    }

    private Source source(String column) {
        return new Source.Known(access, column);
    }

    @Override
    public Outputs all() {
        access.usesEveryColumn();
        List<Outputs.Output> columns = new ArrayList<>();
        expected.ifPresent(table -> table.columns()
                .forEach(column -> columns.add(new Outputs.Output(column.name(), List.of(source(column.name()))))));
        boolean closed = expected.filter(names::isClosed).isPresent();
        return new Outputs(columns, closed ? List.of() : List.of(this)).named(renamed);
    }

    @Override
    public boolean isTable() {
        return true;
    }
}
