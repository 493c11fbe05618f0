package dev.schemaguard.database.mysql.ddl;

import dev.schemaguard.database.mysql.ddl.reader.MysqlReader;
import dev.schemaguard.database.mysql.dialect.MysqlDialect;
import dev.schemaguard.database.mysql.server.Product;
import dev.schemaguard.ddl.DdlReader;
import dev.schemaguard.ddl.StatementReader;
import dev.schemaguard.ddl.draft.ServerHabits;

/**
 * Reads scripts by the grammar of MySQL, or by that of MariaDB.
 *
 * @param dialect how names and types in them are spelled
 */
public record MysqlDdl(MysqlDialect dialect) implements DdlReader {

    /** Whether the server is a MariaDB, which went its own way. */
    private boolean isForked() {
        return dialect.product() == Product.MARIADB;
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
