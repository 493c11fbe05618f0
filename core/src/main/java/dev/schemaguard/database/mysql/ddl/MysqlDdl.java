package dev.schemaguard.database.mysql.ddl;

import dev.schemaguard.database.mysql.ddl.reader.MysqlReader;
import dev.schemaguard.database.mysql.ddl.script.MysqlRules;
import dev.schemaguard.database.mysql.dialect.MysqlDialect;
import dev.schemaguard.database.mysql.server.Product;
import dev.schemaguard.ddl.DdlReader;
import dev.schemaguard.ddl.RowStatement;
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

    /**
     * What a text is, if it is to be one statement that reads or writes rows.
     *
     * @param ansiQuotes whether {@code sql_mode} has double quotes stand around names
     * @param backslashEscapes whether it lets a backslash escape in strings
     */
    public RowStatement rows(String text, boolean ansiQuotes, boolean backslashEscapes) {
        return RowStatement.of(text, new MysqlRules(isForked(), ansiQuotes, backslashEscapes));
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
