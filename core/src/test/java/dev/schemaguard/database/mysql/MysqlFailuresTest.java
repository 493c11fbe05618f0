package dev.schemaguard.database.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.MysqlDriver;
import dev.schemaguard.embedded.TestMysql;
import dev.schemaguard.inspect.FailureKind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MysqlFailuresTest {

    private final MysqlFailures failures = new MysqlFailures();

    @Tag("databases")
    @ParameterizedTest
    @CsvSource({"MYSQL, CONNECTOR_J", "MYSQL, MARIADB", "MARIADB, CONNECTOR_J", "MARIADB, MARIADB"})
    void tellsWhatAStatementMisses(TestMysql server, MysqlDriver driver) throws SQLException {
        try (MysqlDatabase database = server.database("create table t (id int)");
                Connection connection = database.direct(driver).getConnection()) {
            assertThat(of(connection, "select * from nowhere")).isEqualTo(FailureKind.UNDEFINED_TABLE);
            assertThat(of(connection, "select qualty from t")).isEqualTo(FailureKind.UNDEFINED_COLUMN);
            assertThat(of(connection, "insert into t (qualty) values (1)")).isEqualTo(FailureKind.UNDEFINED_COLUMN);
            assertThat(of(connection, "select no_such_function(1)")).isEqualTo(FailureKind.UNDEFINED_FUNCTION);
            assertThat(of(connection, "call no_such_procedure()")).isEqualTo(FailureKind.UNDEFINED_FUNCTION);
            assertThat(of(connection, "use no_such_database")).isEqualTo(FailureKind.NO_SUCH_DATABASE);
            assertThat(of(connection, "selct 1")).isEqualTo(FailureKind.OTHER);
        }
    }

    @Tag("databases")
    @ParameterizedTest
    @CsvSource({"MYSQL, CONNECTOR_J", "MYSQL, MARIADB", "MARIADB, CONNECTOR_J", "MARIADB, MARIADB"})
    void tellsWhatARoleMayNot(TestMysql server, MysqlDriver driver) throws SQLException {
        String user = server.freshUser();
        try (MysqlDatabase database = server.database("create table t (id int, a int)", "create table u (id int)")) {
            database.execute("grant select (id) on " + database.name() + ".t to " + user + "@'127.0.0.1'");
            try (Connection connection = database.direct(driver, user).getConnection()) {
                assertThat(of(connection, "select * from u")).isEqualTo(FailureKind.NOT_PERMITTED);
                assertThat(of(connection, "select a from t")).isEqualTo(FailureKind.NOT_PERMITTED);
                assertThat(of(connection, "set global max_connections = 10")).isEqualTo(FailureKind.NOT_PERMITTED);
            }
            assertThat(ofConnecting(database.url(driver), user, "wrong")).isEqualTo(FailureKind.NOT_LET_IN);
        }
        try (MysqlDatabase hidden = server.database()) {
            assertThat(ofConnecting(hidden.url(driver), user, "")).isEqualTo(FailureKind.NOT_LET_IN);
        }
        assertThat(ofConnecting(new MysqlDatabase(server, "no_such").url(driver), TestMysql.SUPERUSER, ""))
                .isEqualTo(FailureKind.NO_SUCH_DATABASE);
    }

    @Tag("databases")
    @ParameterizedTest
    @CsvSource({"MYSQL, CONNECTOR_J", "MYSQL, MARIADB", "MARIADB, CONNECTOR_J", "MARIADB, MARIADB"})
    void tellsWhyAStatementEnded(TestMysql server, MysqlDriver driver) throws SQLException {
        try (MysqlDatabase database =
                        server.database("create table t (id int primary key)", "insert into t values (1)");
                Connection holder = database.direct(driver).getConnection();
                Connection waiter = database.direct(driver).getConnection();
                Statement holding = holder.createStatement();
                Statement waiting = waiter.createStatement()) {
            holder.setAutoCommit(false);
            holding.execute("update t set id = 2");
            waiting.execute("set innodb_lock_wait_timeout = 1");
            assertThat(of(waiter, "update t set id = 3")).isEqualTo(FailureKind.LOCKED);
            assertThat(of(waiter, "select * from t for update nowait")).isEqualTo(FailureKind.LOCKED);
            holder.rollback();
            assertThat(
                            of(
                                    waiter,
                                    server == TestMysql.MARIADB
                                            ? "set statement max_statement_time = 0.1 for select count(*) from information_schema.columns a, information_schema.columns b"
                                            : "select /*+ max_execution_time(100) */ count(*) from information_schema.columns a, information_schema.columns b"))
                    .isEqualTo(FailureKind.CANCELLED);
        }
    }

    @Tag("databases")
    @ParameterizedTest
    @CsvSource({"MYSQL, CONNECTOR_J", "MYSQL, MARIADB", "MARIADB, CONNECTOR_J", "MARIADB, MARIADB"})
    void tellsThatTheConnectionIsGone(TestMysql server, MysqlDriver driver) throws SQLException {
        try (MysqlDatabase database = server.database();
                Connection killed = database.direct(driver).getConnection();
                Connection killer = database.direct(driver).getConnection()) {
            long id;
            try (Statement statement = killed.createStatement();
                    var row = statement.executeQuery("select connection_id()")) {
                row.next();
                id = row.getLong(1);
            }
            try (Statement statement = killer.createStatement()) {
                statement.execute("kill " + id);
            }
            assertThat(of(killed, "select 1")).isIn(FailureKind.CONNECTION_LOST, FailureKind.SESSION_ENDED);
        }
    }

    @Test
    void doesNotTakeTheNumbersOfOthersForItsOwn() {
        assertThat(failures.of(new SQLException("of another server", "S0001", 1146)))
                .isEqualTo(FailureKind.OTHER);
        assertThat(failures.of(new SQLException("no state", null, 1146))).isEqualTo(FailureKind.OTHER);
    }

    private FailureKind of(Connection connection, String sql) {
        return failures.of(catchThrowableOfType(SQLException.class, () -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }));
    }

    private FailureKind ofConnecting(String url, String user, String password) {
        return failures.of(catchThrowableOfType(
                SQLException.class,
                () -> DriverManager.getConnection(url, user, password).close()));
    }
}
