package dev.schemaguard.database.postgres.ddl.program;

import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.model.Origin;
import java.util.List;

/** One step of a program in PL/pgSQL, as far as it matters to the schema. */
public sealed interface Step {

    /**
     * A statement in SQL.
     *
     * @param changes what it does to the schema
     */
    record Sql(List<Change> changes) implements Step {

        public Sql {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A statement whose text is put together while the program runs.
     *
     * @param text the expression that gives the text
     * @param origin where it stands
     */
    record Dynamic(List<Token> text, Origin origin) implements Step {}

    /** A statement that changes no schema, but may fail. */
    record Plain() implements Step {}

    /** Variables get values that only a server knows. */
    record Forget() implements Step {}

    /**
     * A variable gets a value.
     *
     * @param variable its name in lower case
     * @param value the expression that gives the value
     */
    record Assignment(String variable, List<Token> value) implements Step {}

    /**
     * Steps of which only some run.
     *
     * @param arms the alternatives in order, the first one whose condition holds runs
     */
    record Branch(List<Arm> arms) implements Step {}

    /**
     * One alternative.
     *
     * @param condition what has to hold; nothing for ELSE
     * @param steps what runs then
     */
    record Arm(List<Token> condition, List<Step> steps) {}

    /**
     * Steps that are taken back where one of them fails.
     *
     * @param steps the steps
     * @param handler what runs where one fails
     * @param aboutNames whether the handler runs only where a name is taken or missing, which hangs on no row
     */
    record Attempt(List<Step> steps, List<Step> handler, boolean aboutNames) implements Step {

        /** Whether it can be told from the schema alone which of the steps run. */
        boolean isPlain() {
            return aboutNames && steps.stream().allMatch(Sql.class::isInstance);
        }
    }

    /**
     * The steps behind it do not run any more.
     *
     * @param whole whether the program ends here; else it is a round of a loop, or the loop
     */
    record Stop(boolean whole) implements Step {}

    /**
     * Steps that run any number of times.
     *
     * @param header what stands before LOOP
     * @param steps the steps
     */
    record Loop(List<Token> header, List<Step> steps) implements Step {}
}
