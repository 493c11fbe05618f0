package dev.schemaguard.source.ddl.program;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.source.ddl.draft.Catalog;
import dev.schemaguard.source.ddl.draft.Change;
import java.util.List;

/**
 * A program that runs: a DO block, or a function that is called. It is followed as far as its branches hang on what the script
 * itself has created.
 *
 * @param steps its steps
 * @param reader reads statements that it puts together
 * @param origin where it is run
 */
public record Program(List<Step> steps, StatementReader reader, Origin origin) implements Change {

    public Program {
        steps = List.copyOf(steps);
    }

    @Override
    public void applyTo(Catalog catalog) {
        new ProgramRun(catalog, this).run(false);
    }

    @Override
    public void doubt(Catalog catalog) {
        new ProgramRun(catalog, this).run(true);
    }

    @Override
    public List<ObjectName> tables() {
        return List.of();
    }
}
