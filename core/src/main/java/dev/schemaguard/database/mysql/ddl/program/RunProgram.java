package dev.schemaguard.database.mysql.ddl.program;

import dev.schemaguard.ddl.StatementReader;
import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.SqlStatement;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.List;

/**
 * A statement runs that sets a variable, calls a procedure or runs a text: what it does hangs on what there is by then.
 *
 * @param statement the statement
 * @param state what the session keeps
 * @param reader reads the statements within
 */
public record RunProgram(SqlStatement statement, ProgramState state, StatementReader reader) implements Change {

    @Override
    public Origin origin() {
        return statement.origin();
    }

    @Override
    public List<ObjectName> tables() {
        return List.of();
    }

    @Override
    public boolean notesDoubtItself() {
        return true;
    }

    @Override
    public void applyTo(Catalog catalog) {
        new ProgramRun(catalog, state, reader, statement).run(ProgramRun.Mode.RUN);
    }

    @Override
    public void doubt(Catalog catalog) {
        new ProgramRun(catalog, state, reader, statement).run(ProgramRun.Mode.DOUBT);
    }
}
