package dev.schemaguard.database.standard.ddl;

import dev.schemaguard.database.postgres.ddl.PostgresDdl;
import dev.schemaguard.ddl.DdlReader;
import dev.schemaguard.ddl.StatementReader;
import dev.schemaguard.ddl.draft.ServerHabits;
import dev.schemaguard.dialect.Dialect;
import java.util.function.UnaryOperator;

/**
 * Reads scripts by PostgreSQL's grammar, which has the standard's statements: what is not understood is left open, and so is what the
 * server rewrites in a way that is not known.
 *
 * @param dialect how names and types in them are spelled
 * @param own what the server does otherwise than the others
 */
public record BorrowedDdl(Dialect dialect, UnaryOperator<ServerHabits> own) implements DdlReader {

    @Override
    public ServerHabits habits() {
        return own.apply(new PostgresDdl(dialect).habits());
    }

    @Override
    public boolean isProven() {
        return false;
    }

    @Override
    public StatementReader statements() {
        return new PostgresDdl(dialect).statements();
    }
}
