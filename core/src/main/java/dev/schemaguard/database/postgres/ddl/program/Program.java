package dev.schemaguard.database.postgres.ddl.program;

import dev.schemaguard.ddl.StatementReader;
import dev.schemaguard.ddl.change.RoutineChange;
import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
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
    public boolean notesDoubtItself() {
        return true;
    }

    /** Whether any of its steps, taken by itself, may change the schema; what it calls is another matter. */
    public boolean mayChange() {
        return mayChange(steps);
    }

    private static boolean mayChange(List<Step> steps) {
        return steps.stream().anyMatch(step -> {
            if (step instanceof Step.Sql sql) {
                return sql.changes().stream().anyMatch(change -> !isCall(change));
            }
            if (step instanceof Step.Branch branch) {
                return branch.arms().stream().anyMatch(arm -> mayChange(arm.steps()));
            }
            if (step instanceof Step.Attempt attempt) {
                return mayChange(attempt.steps()) || mayChange(attempt.handler());
            }
            return step instanceof Step.Dynamic || step instanceof Step.Loop loop && mayChange(loop.steps());
        });
    }

    private static boolean isCall(Change change) {
        return change instanceof RoutineChange.Call
                || change instanceof RoutineChange.Perhaps
                || change instanceof RoutineChange.Kept;
    }

    @Override
    public List<ObjectName> tables() {
        return List.of();
    }
}
