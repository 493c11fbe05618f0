package dev.schemaguard.database.h2.ddl;

import dev.schemaguard.database.h2.dialect.H2Dialect;
import dev.schemaguard.database.postgres.ddl.PostgresDdl;
import dev.schemaguard.ddl.DdlReader;
import dev.schemaguard.ddl.StatementReader;
import dev.schemaguard.ddl.draft.ServerHabits;

/**
 * Reads scripts for H2 by PostgreSQL's grammar, which has the standard's statements, as H2's have: what is not understood is left
 * open, and so is what H2 rewrites in a way that is not known.
 *
 * @param dialect how names and types in them are spelled
 */
public record H2Ddl(H2Dialect dialect) implements DdlReader {

    @Override
    public ServerHabits habits() {
        return new H2Habits(new PostgresDdl(dialect).habits());
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
