package dev.schemaguard.database.mysql.ddl;

import dev.schemaguard.database.mysql.ddl.reader.MysqlReader;
import dev.schemaguard.ddl.DdlReader;
import dev.schemaguard.ddl.StatementReader;
import dev.schemaguard.ddl.draft.ServerHabits;
import dev.schemaguard.dialect.Dialect;

/**
 * Reads scripts by the grammar of MySQL, or by that of MariaDB.
 *
 * @param dialect how names and types in them are spelled
 */
public record MysqlDdl(Dialect dialect) implements DdlReader {

    /** Whether the server is a MariaDB, which went its own way. */
    private boolean isForked() {
        return dialect.name().equals("mariadb");
    }

    @Override
    public ServerHabits habits() {
        return new MysqlHabits(dialect, isForked());
    }

    @Override
    public boolean isProven() {
        return true;
    }

    @Override
    public StatementReader statements() {
        return new MysqlReader(dialect, isForked());
    }
}
