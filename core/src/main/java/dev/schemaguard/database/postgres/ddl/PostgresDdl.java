package dev.schemaguard.database.postgres.ddl;

import dev.schemaguard.database.postgres.ddl.reader.ReaderChain;
import dev.schemaguard.database.postgres.dialect.PostgresDialect;
import dev.schemaguard.ddl.DdlReader;
import dev.schemaguard.ddl.StatementReader;
import dev.schemaguard.ddl.draft.ServerHabits;
import dev.schemaguard.dialect.Dialect;

/**
 * Reads scripts by PostgreSQL's grammar.
 *
 * @param dialect how names and types in them are spelled
 */
public record PostgresDdl(Dialect dialect) implements DdlReader {

    @Override
    public ServerHabits habits() {
        return new PostgresHabits(dialect);
    }

    @Override
    public boolean isProven() {
        return dialect.equals(PostgresDialect.INSTANCE);
    }

    @Override
    public StatementReader statements() {
        return new ReaderChain(dialect);
    }
}
