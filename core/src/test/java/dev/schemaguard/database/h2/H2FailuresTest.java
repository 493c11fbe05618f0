package dev.schemaguard.database.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemaguard.inspect.FailureKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each failure is provoked. */
class H2FailuresTest {

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();

    private Connection owner;

    @BeforeEach
    void make() throws SQLException {
        owner = DriverManager.getConnection(url + ";LOCK_TIMEOUT=100", "sa", "");
        execute(owner, "create table t (id int primary key, a int)");
        execute(owner, "create table \"Near\" (id int)");
        execute(owner, "create user app password 'x'");
    }

    @AfterEach
    void close() throws SQLException {
        owner.close();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static FailureKind kind(ThrowingCallable failing) {
        return new H2Failures().of(catchThrowableOfType(SQLException.class, failing));
    }

    @ParameterizedTest
    @CsvSource({
        "select * from absent, UNDEFINED_TABLE",
        "select * from near, UNDEFINED_TABLE",
        "drop view absent, UNDEFINED_TABLE",
        "select b from t, UNDEFINED_COLUMN",
        "select absent(1), UNDEFINED_FUNCTION",
        "select next value for absent, UNDEFINED_OBJECT",
        "select cast(1 as absent), UNDEFINED_OBJECT",
        "select * from absent.t, UNDEFINED_SCHEMA",
        "select 1/0, OTHER"
    })
    void tellsWhatAStatementLacks(String sql, FailureKind kind) {
        assertThat(kind(() -> execute(owner, sql))).isEqualTo(kind);
    }

    @Test
    void tellsATableThatIsMissingInAnEmptyDatabase() throws SQLException {
        try (Connection empty = DriverManager.getConnection("jdbc:h2:mem:")) {
            assertThat(kind(() -> execute(empty, "select * from absent"))).isEqualTo(FailureKind.UNDEFINED_TABLE);
        }
    }

    @Test
    void tellsWhoMayNot() throws SQLException {
        try (Connection app = DriverManager.getConnection(url, "app", "x")) {
            assertThat(kind(() -> execute(app, "select * from t"))).isEqualTo(FailureKind.NOT_PERMITTED);
            assertThat(kind(() -> execute(app, "create schema other"))).isEqualTo(FailureKind.NOT_PERMITTED);
        }
        assertThat(kind(() -> DriverManager.getConnection(url, "app", "y"))).isEqualTo(FailureKind.NOT_LET_IN);
    }

    @Test
    void tellsLocksAndStatementsThatAreEnded() throws SQLException {
        try (Connection other = DriverManager.getConnection(url, "sa", "");
                Statement slow = owner.createStatement()) {
            other.setAutoCommit(false);
            execute(other, "insert into t values (1, 1)");
            assertThat(kind(() -> execute(owner, "insert into t values (1, 2)")))
                    .isEqualTo(FailureKind.LOCKED);
            other.rollback();
            slow.setQueryTimeout(1);
            assertThat(
                            kind(
                                    () -> slow.executeQuery(
                                            "select count(*) from system_range(1, 1000000) a, system_range(1, 1000000) b where a.x + b.x = 3")))
                    .isEqualTo(FailureKind.CANCELLED);
        }
    }

    @Test
    void tellsWhereThereIsNoDatabase(@TempDir Path folder) {
        assertThat(kind(() -> DriverManager.getConnection("jdbc:h2:" + folder.resolve("absent") + ";IFEXISTS=TRUE")))
                .isEqualTo(FailureKind.NO_SUCH_DATABASE);
        assertThat(kind(() -> DriverManager.getConnection("jdbc:h2:tcp://localhost:1/x")))
                .isEqualTo(FailureKind.CONNECTION_LOST);
        assertThat(Files.exists(folder.resolve("absent.mv.db"))).isFalse();
    }

    @Test
    void tellsADatabaseThatIsClosed() throws SQLException {
        execute(owner, "shutdown");

        assertThat(kind(() -> execute(owner, "select 1"))).isEqualTo(FailureKind.NOT_SERVING);
    }
}
