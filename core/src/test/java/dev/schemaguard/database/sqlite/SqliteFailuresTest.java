package dev.schemaguard.database.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemaguard.database.Databases;
import dev.schemaguard.inspect.FailureKind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each failure is provoked. */
class SqliteFailuresTest {

    @TempDir
    private Path folder;

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static FailureKind kind(ThrowingCallable failing) {
        return Databases.failures().of(catchThrowableOfType(SQLException.class, failing));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select * from absent | UNDEFINED_TABLE",
                "drop view absent | UNDEFINED_TABLE",
                "select b from t | UNDEFINED_COLUMN",
                "insert into t (b) values (1) | UNDEFINED_COLUMN",
                "select absent(1) | UNDEFINED_FUNCTION",
                "select * from absent.t | UNDEFINED_TABLE",
                "create table absent.t (a int) | UNDEFINED_SCHEMA",
                "select 'a' collate absent from t order by 1 | UNDEFINED_OBJECT",
                "insert into t values ('x') | OTHER",
                "selec 1 | OTHER"
            })
    void tellsWhatAStatementLacks(String sql, FailureKind kind) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            execute(connection, "create table t (id integer primary key)");

            assertThat(kind(() -> execute(connection, sql))).isEqualTo(kind);
        }
    }

    @Test
    void tellsALock() throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("locked.db");
        try (Connection one = DriverManager.getConnection(url);
                Connection other = DriverManager.getConnection(url + "?busy_timeout=1")) {
            execute(one, "create table t (id int)");
            execute(one, "begin exclusive");

            assertThat(kind(() -> execute(other, "select * from t"))).isEqualTo(FailureKind.LOCKED);
        }
    }

    @Test
    void tellsWhereThereIsNoDatabase() {
        assertThat(kind(() ->
                        DriverManager.getConnection("jdbc:sqlite:file:" + folder.resolve("absent.db") + "?mode=ro")))
                .isEqualTo(FailureKind.NO_SUCH_DATABASE);
    }
}
