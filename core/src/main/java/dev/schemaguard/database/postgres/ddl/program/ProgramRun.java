package dev.schemaguard.database.postgres.ddl.program;

import dev.schemaguard.ddl.UncertainChange;
import dev.schemaguard.ddl.change.RoutineChange;
import dev.schemaguard.ddl.change.Unreadable;
import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Holes;
import dev.schemaguard.ddl.script.NotUnderstood;
import dev.schemaguard.ddl.script.SqlStatement;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.input.ReadingDeadline;
import dev.schemaguard.model.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of a program over the schema in the making. */
final class ProgramRun {

    private final Catalog catalog;
    private final Program program;
    private final Map<String, List<Token>> variables = new HashMap<>();
    private boolean conflict;
    private boolean changed;
    private boolean stopped;
    private boolean perhapsStopped;
    private boolean perhapsReturned;

    ProgramRun(Catalog catalog, Program program) {
        this.catalog = catalog;
        this.program = program;
    }

    /** Runs it; where it is not known whether it runs at all, what it may have touched is left open. */
    void run(boolean doubtful) {
        if (catalog.programs().enter()) {
            run(program.steps(), doubtful);
            catalog.programs().leave();
            if (conflict) {
                // The server has taken it, so what is there is not what was read.
                Unreadable.everywhere(program.origin(), "a program would fail over what was read before it")
                        .applyTo(catalog);
            }
        } else {
            Unreadable.everywhere(program.origin(), "calls itself too often").applyTo(catalog);
        }
    }

    private void run(List<Step> steps, boolean doubtfulBefore) {
        for (Step step : steps) {
            boolean doubtful = doubtfulBefore || perhapsStopped;
            if (conflict || stopped || !mayGoOn(0)) {
                return;
            }
            if (step instanceof Step.Sql sql) {
                sql.changes().forEach(change -> carryOut(change, doubtful));
            } else if (step instanceof Step.Assignment assignment) {
                variables.put(assignment.variable(), doubtful ? List.of() : assignment.value());
            } else if (step instanceof Step.Forget) {
                variables.clear();
            } else if (step instanceof Step.Branch branch) {
                branch(branch, doubtful);
            } else if (step instanceof Step.Attempt attempt) {
                attempt(attempt, doubtful);
            } else if (step instanceof Step.Loop loop) {
                loop(loop, doubtful);
            } else if (step instanceof Step.Dynamic dynamic) {
                dynamic(dynamic, doubtful);
            } else if (step instanceof Step.Stop stop) {
                stopped = stop.whole() && !doubtful;
                perhapsStopped = true;
                perhapsReturned |= stop.whole();
            }
        }
    }

    private boolean mayGoOn(int length) {
        ReadingDeadline.check(program::origin);
        boolean may = catalog.programs().step(length);
        if (!may) {
            stopped = true;
            Unreadable.everywhere(program.origin(), "its programs do too much to be followed")
                    .applyTo(catalog);
        }
        return may;
    }

    private void carryOut(Change change, boolean doubtful) {
        carryOut(change, doubtful, false);
    }

    private void carryOut(Change change, boolean doubtful, boolean hidden) {
        boolean holes = hidden || Holes.in(change.toString());
        boolean conflicts = !doubtful && !holes && change.conflicts(catalog);
        if (holes) {
            UncertainChange.aboutHoles(change, catalog);
        } else if (conflicts && !catalog.mayHoldMore()) {
            conflict = true;
        } else if (doubtful || conflicts) {
            UncertainChange.about(
                    change, catalog, "whether this statement runs, and on what, is known only when it does");
        } else {
            change.applyTo(catalog);
            changed = true;
        }
    }

    private void branch(Step.Branch branch, boolean doubtful) {
        boolean open = doubtful;
        for (Step.Arm arm : branch.arms()) {
            Optional<Boolean> holds = arm.condition().isEmpty()
                    ? Optional.of(true)
                    : CatalogQuestion.answer(arm.condition(), variables, catalog);
            if (holds.isEmpty()) {
                open = true;
            }
            if (holds.orElse(true)) {
                run(arm.steps(), open);
            }
            if (holds.orElse(false)) {
                return;
            }
        }
    }

    /** Where a step fails the server takes back the steps before it and goes on with the handler. */
    private void attempt(Step.Attempt attempt, boolean doubtful) {
        if (!attempt.isPlain()) {
            // Which of its steps fails, if any, hangs on more than the schema.
            run(attempt.steps(), true);
            run(attempt.handler(), true);
            return;
        }
        boolean changedBefore = changed;
        changed = false;
        run(attempt.steps(), doubtful);
        if (conflict) {
            conflict = false;
            if (changed) {
                Unreadable.everywhere(program.origin(), "a program takes back what it did before it failed")
                        .applyTo(catalog);
            }
            run(attempt.handler(), false);
        }
        changed |= changedBefore;
    }

    private void loop(Step.Loop loop, boolean doubtful) {
        boolean stoppedBefore = perhapsStopped;
        rounds(loop, doubtful);
        perhapsStopped = stoppedBefore || perhapsReturned;
    }

    private void rounds(Step.Loop loop, boolean doubtful) {
        Optional<LoopValues> values = LoopValues.of(loop.header(), variables);
        if (values.isEmpty()) {
            variables.clear();
            run(loop.steps(), true);
            variables.clear();
            return;
        }
        for (Token value : values.get().values()) {
            variables.put(values.get().variable(), List.of(value));
            run(loop.steps(), doubtful);
        }
    }

    private void dynamic(Step.Dynamic dynamic, boolean doubtful) {
        Origin origin = dynamic.origin();
        List<SqlStatement> statements;
        try {
            String text = TextExpression.evaluate(dynamic.text(), variables);
            if (!mayGoOn(text.length())) {
                return;
            }
            statements = TextExpression.statements(text, origin);
        } catch (NotUnderstood e) {
            Unreadable.everywhere(origin, "runs a text that is not understood: " + e.getMessage())
                    .applyTo(catalog);
            return;
        }
        for (SqlStatement statement : statements) {
            boolean holes = statement.tokens().stream().map(Token::text).anyMatch(Holes::in);
            for (Change change : program.reader().read(statement)) {
                // A change does not show all of the text that it was made of, such as a type.
                boolean showsAll = change instanceof Unreadable || change instanceof RoutineChange;
                carryOut(change, doubtful, holes && !showsAll);
            }
        }
    }
}
