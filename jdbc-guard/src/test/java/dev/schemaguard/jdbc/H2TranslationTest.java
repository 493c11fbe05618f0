package dev.schemaguard.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemaguard.Diagnosis;
import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.model.Schema;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Statement;
import java.time.Duration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A driver that fails when a statement is prepared, says it by ODBC's states, and whose exceptions take no cause. */
class H2TranslationTest {

    private final JdbcDataSource database = new JdbcDataSource();
    private Connection keptOpen;
    private GuardedDataSource guarded;

    @BeforeEach
    void open() throws SQLException {
        database.setURL("jdbc:h2:mem:translation");
        keptOpen = database.getConnection();
        execute(
                "create table posts (id bigint primary key, quality varchar(20))",
                "create table reel_jobs (id bigint)");
        guarded = GuardedDataSource.builder(database)
                .guard(SchemaGuard.expecting(Schema.builder()
                                .table("posts", posts -> posts.column("id").column("quality"))
                                .table("reel_jobs", jobs -> jobs.column("id"))
                                .build())
                        .build())
                .translateErrors(true)
                .patience(Duration.ofSeconds(30))
                .build();
        guarded.verifyNow();
    }

    @AfterEach
    void close() throws SQLException {
        keptOpen.close();
    }

    @Test
    void droppedColumnIsCalledDriftWhenPreparing() throws SQLException {
        execute("alter table posts drop column quality");
        try (Connection connection = guarded.getConnection()) {
            SQLException failure = catchThrowableOfType(
                    SQLException.class, () -> connection.prepareStatement("select quality from posts"));

            assertThat((Throwable) failure)
                    .isInstanceOf(SQLSyntaxErrorException.class)
                    .hasMessageContaining("QUALITY");
            assertThat(failure.getSQLState()).isEqualTo("42S22");
            assertThat(Diagnosis.of(failure)).isEqualTo(Diagnosis.DRIFT);
        }
    }

    @Test
    void droppedTableIsCalledDriftInABatch() throws SQLException {
        execute("drop table reel_jobs");
        try (Connection connection = guarded.getConnection();
                Statement statement = connection.createStatement()) {
            statement.addBatch("insert into posts (id) values (1)");
            statement.addBatch("insert into reel_jobs values (1)");

            BatchUpdateException failure = catchThrowableOfType(BatchUpdateException.class, statement::executeBatch);

            assertThat(failure.getUpdateCounts()).containsExactly(1, Statement.EXECUTE_FAILED);
            assertThat(Diagnosis.of(failure)).isEqualTo(Diagnosis.DRIFT);
            assertThat((Throwable) failure).rootCause().isInstanceOfAny(SQLException.class);
        }
    }

    @Test
    void typoStaysATypo() throws SQLException {
        try (Connection connection = guarded.getConnection();
                Statement statement = connection.createStatement()) {
            SQLException failure =
                    catchThrowableOfType(SQLException.class, () -> statement.execute("select qualty from posts"));

            assertThat((Throwable) failure).isNotInstanceOf(SchemaDriftException.class);
            assertThat(Diagnosis.of(failure)).isEqualTo(Diagnosis.OTHER);
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Statement statement = keptOpen.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
