package dev.schemaguard.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemaguard.Diagnosis;
import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.model.Schema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

/** A database that has one code for whatever is not there, and no SQLState; its words tell. */
class SqliteTranslationTest {

    private final SQLiteDataSource database = new SQLiteDataSource();
    private GuardedDataSource guarded;

    @BeforeEach
    void open(@TempDir Path folder) throws SQLException {
        database.setUrl("jdbc:sqlite:" + folder.resolve("app.db"));
        execute(
                "create table posts (id integer primary key, quality varchar(20))",
                "create table reel_jobs (id integer primary key)");
        guarded = GuardedDataSource.builder(database)
                .guard(SchemaGuard.expecting(Schema.builder()
                                .table("posts", posts -> posts.column("id").column("quality"))
                                .table("reel_jobs", jobs -> jobs.column("id"))
                                .build())
                        .build())
                .translateErrors(true)
                .patience(Duration.ofSeconds(30))
                .build();
    }

    @Test
    void refusesConnectionsWhileTheMigrationIsMissingAndHeals() throws SQLException {
        execute("alter table posts drop column quality");

        assertThatThrownBy(guarded::getConnection)
                .isInstanceOfSatisfying(
                        SchemaDriftException.class,
                        drift -> assertThat(drift.report().findings())
                                .extracting(finding -> finding.id())
                                .containsExactly("missing-column:posts.quality"));

        execute("alter table posts add column quality varchar(20)");
        guarded.verifyNow();
        try (Connection connection = guarded.getConnection()) {
            assertThat(connection.isClosed()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select quality from posts",
                "select p.quality from posts p",
                "insert into posts (id, quality) values (1, 'good')",
                "update posts set quality = 'good'",
                "delete from posts where quality = 'bad'",
                "select id from reel_jobs",
                "insert into reel_jobs values (1)"
            })
    void callsDriftWhatAStatementMisses(String sql) throws SQLException {
        guarded.verifyNow();
        execute("alter table posts drop column quality", "drop table reel_jobs");
        try (Connection connection = guarded.getConnection();
                Statement statement = connection.createStatement()) {
            SQLException executed = catchThrowableOfType(SQLException.class, () -> statement.execute(sql));
            SQLException prepared = catchThrowableOfType(SQLException.class, () -> connection.prepareStatement(sql));

            assertThat(Diagnosis.of(executed)).isEqualTo(Diagnosis.DRIFT);
            assertThat(Diagnosis.of(prepared)).isEqualTo(Diagnosis.DRIFT);
            assertThat((Throwable) executed)
                    .hasMessageContaining("[SQLITE_ERROR]")
                    .rootCause()
                    .isInstanceOf(SchemaDriftException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"select qualty from posts", "select id from reel_job", "selec id from posts"})
    void leavesATypoATypo(String sql) throws SQLException {
        guarded.verifyNow();
        execute("drop table reel_jobs", "create table reel_jobs (other integer)");
        try (Connection connection = guarded.getConnection();
                Statement statement = connection.createStatement()) {
            SQLException failure = catchThrowableOfType(SQLException.class, () -> statement.execute(sql));

            assertThat(Diagnosis.of(failure)).isEqualTo(Diagnosis.OTHER);
        }
    }

    /** The column goes while a statement is open that names it: SQLite prepares it anew, and then it fails. */
    @Test
    void callsDriftWhatAPreparedStatementMissesLater() throws SQLException {
        guarded.verifyNow();
        try (Connection connection = guarded.getConnection();
                PreparedStatement statement = connection.prepareStatement("select quality from posts where id = ?")) {
            execute("alter table posts drop column quality");
            statement.setInt(1, 1);

            SQLException failure = catchThrowableOfType(SQLException.class, statement::executeQuery);

            assertThat(Diagnosis.of(failure)).isEqualTo(Diagnosis.DRIFT);
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
