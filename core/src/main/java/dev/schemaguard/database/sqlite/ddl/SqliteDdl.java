package dev.schemaguard.database.sqlite.ddl;

import dev.schemaguard.database.postgres.ddl.PostgresDdl;
import dev.schemaguard.ddl.DdlReader;
import dev.schemaguard.ddl.StatementReader;
import dev.schemaguard.ddl.draft.ServerHabits;
import dev.schemaguard.dialect.Dialect;

/**
 * Reads scripts for SQLite by PostgreSQL's grammar, which has the standard's statements: what is not understood is left open.
 *
 * @param dialect how names and types in them are spelled
 */
public record SqliteDdl(Dialect dialect) implements DdlReader {

    @Override
    public ServerHabits habits() {
        return new SqliteHabits(new PostgresDdl(dialect).habits());
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
