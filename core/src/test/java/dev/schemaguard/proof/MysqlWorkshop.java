package dev.schemaguard.proof;

import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.MysqlDriver;
import dev.schemaguard.embedded.TestMysql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A database for each change: statements that change a schema commit at once (manual, 13.3.3).
 *
 * @param server which server
 * @param driver the driver of the release
 * @param user the release's user
 * @param mode the release's {@code sql_mode}
 * @param release what the database holds
 */
record MysqlWorkshop(TestMysql server, MysqlDriver driver, String user, String mode, Release release)
        implements Workshop {

    private static final String RIGHTS = "select, insert, update, delete";

    @Override
    public Wording wording() {
        return Wording.MYSQL;
    }

    /** The release's database as it is, with its first rows. */
    MysqlDatabase untouched() throws SQLException {
        MysqlDatabase database = server.database(release.ddl().toArray(String[]::new));
        try (Connection connection = database.direct(driver).getConnection()) {
            Execution.seed(release.tables(), connection);
        }
        return database;
    }

    @Override
    public Optional<Changed> change(Mutation mutation) throws SQLException {
        MysqlDatabase database = untouched();
        if (!isMade(mutation, database)) {
            database.close();
            return Optional.empty();
        }
        Connection connection = connect(database);
        connection.setAutoCommit(false);
        return Optional.of(new OfItsOwn(database, connection));
    }

    /** As the release connects. */
    Connection connect(MysqlDatabase database) throws SQLException {
        Connection connection = database.direct(driver, user).getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set sql_mode = " + mode);
        }
        return connection;
    }

    private boolean isMade(Mutation mutation, MysqlDatabase database) throws SQLException {
        try (Connection connection = database.direct(driver).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0");
            if (server == TestMysql.MARIADB) {
                // Who has nothing on the whole database is told of no checks there.
                statement.execute("grant delete on " + database.name() + ".* to " + user + "@'127.0.0.1'");
            }
            for (ReleaseTable table : release.tables()) {
                statement.execute("grant " + (table.isView() ? "select" : RIGHTS) + " on " + database.name() + "."
                        + table.name() + " to " + user + "@'127.0.0.1'");
            }
            for (String sql : mutation.sql()) {
                execute(statement, sql.replace("@app", "'" + user + "'@'127.0.0.1'"));
            }
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Rows that are there, and do not fit, are made to. */
    private static void execute(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            if (!sql.startsWith("alter table ")) {
                throw e;
            }
            statement.execute("set sql_mode = ''");
            statement.execute(sql);
        }
    }

    private record OfItsOwn(MysqlDatabase database, Connection connection) implements Changed {

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
            database.close();
        }
    }
}
