package dev.schemaguard.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.schemaguard.Diagnosis;
import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.jdbc.TestPostgres.TestDatabase;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.util.PSQLException;

/** What an application sees when its statements fail, on a real database and a pool of one connection. */
@Timeout(60)
class ErrorTranslationTests {

    private final TestDatabase database = Release42.migratedDatabase();
    private final ManualTime time = new ManualTime();
    private GuardedDataSource guarded;

    @BeforeEach
    void open() throws SQLException {
        guarded = builder().build();
        guarded.verifyNow();
    }

    @AfterEach
    void close() throws SQLException {
        guarded.close();
    }

    private GuardedDataSource.Builder builder() {
        HikariConfig config = database.config();
        config.setMaximumPoolSize(1);
        return GuardedDataSource.builder(new HikariDataSource(config))
                .guard(Release42.guard())
                .time(time)
                .translateErrors(true)
                .patience(Duration.ofSeconds(30));
    }

    @Test
    void droppedColumnIsCalledDrift() {
        database.execute("alter table posts drop column quality");

        SQLException failure = failureOf("select quality from posts");

        assertThat((Throwable) failure).isInstanceOf(PSQLException.class).hasMessageContaining("quality");
        assertThat(failure.getSQLState()).isEqualTo("42703");
        assertThat(failure.getCause())
                .isInstanceOfSatisfying(
                        SchemaDriftException.class,
                        drift -> assertThat(drift.report().findings())
                                .extracting(finding -> finding.id())
                                .containsExactly("missing-column:posts.quality"));
        assertThat(Diagnosis.of(new IllegalStateException("Business not found", failure)))
                .isEqualTo(Diagnosis.DRIFT);
    }

    @Test
    void droppedTableIsCalledDriftAndTheGateStaysOpen() throws SQLException {
        database.execute("drop table reel_jobs");

        assertThat((Throwable) failureOf("insert into reel_jobs values (1)"))
                .hasCauseInstanceOf(SchemaDriftException.class);

        assertThat(GuardedDataSourceTests.answer(guarded, "select count(*) from posts"))
                .isEqualTo("0");
    }

    @Test
    void typoStaysATypo() {
        SQLException failure = failureOf("select qualty from posts");

        assertThat(failure.getSQLState()).isEqualTo("42703");
        assertThat((Throwable) failure).hasNoCause();
        assertThat(Diagnosis.of(failure)).isEqualTo(Diagnosis.OTHER);
    }

    @Test
    void typoStaysATypoWhenSomethingElseHasDrifted() {
        database.execute("drop table reel_jobs");

        assertThat((Throwable) failureOf("select qualty from posts")).hasNoCause();
    }

    @Test
    void columnThatWasNotSelectedIsNotCalledDrift() throws SQLException {
        try (Connection connection = guarded.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select 1 as one")) {
            rows.next();
            SQLException failure = catchThrowableOfType(SQLException.class, () -> rows.getString("quality"));

            assertThat(failure.getSQLState()).isEqualTo("42703");
            assertThat((Throwable) failure).hasNoCause();
        }
    }

    @Test
    void constraintViolationIsLeftAlone() {
        database.execute("insert into posts (id) values (1)");

        SQLException failure = failureOf("insert into posts (id) values (1)");

        assertThat(failure.getSQLState()).isEqualTo("23505");
        assertThat((Throwable) failure).hasNoCause();
    }

    @Test
    void preparedStatementIsTranslatedToo() throws SQLException {
        database.execute("alter table posts drop column quality");
        try (Connection connection = guarded.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update posts set quality = ?::jsonb", Statement.RETURN_GENERATED_KEYS)) {
            statement.setString(1, "{}");

            SQLException failure = catchThrowableOfType(SQLException.class, statement::executeUpdate);

            assertThat((Throwable) failure).hasCauseInstanceOf(SchemaDriftException.class);
        }
    }

    @Test
    void batchKeepsItsCounts() throws SQLException {
        database.execute("alter table posts drop column quality");
        try (Connection connection = guarded.getConnection();
                Statement statement = connection.createStatement()) {
            statement.addBatch("insert into posts (id) values (1)");
            statement.addBatch("insert into posts (id, quality) values (2, '{}')");

            BatchUpdateException failure = catchThrowableOfType(BatchUpdateException.class, statement::executeBatch);

            assertThat(failure.getSQLState()).isEqualTo("42703");
            assertThat(failure.getUpdateCounts()).hasSize(2);
            assertThat(Diagnosis.of(failure)).isEqualTo(Diagnosis.DRIFT);
        }
    }

    @Test
    void looksAreRateLimited() throws SQLException {
        failureOf("select qualty from posts");
        database.execute("alter table posts drop column quality");

        assertThat((Throwable) failureOf("select quality from posts"))
                .as("a look was taken a moment ago")
                .hasNoCause();
        time.pass(Duration.ofSeconds(1));
        assertThat((Throwable) failureOf("select quality from posts")).hasCauseInstanceOf(SchemaDriftException.class);
        assertThat((Throwable) failureOf("select quality from posts"))
                .as("what is known needs no look")
                .hasCauseInstanceOf(SchemaDriftException.class);
    }

    @Test
    void failedCallDoesNotWaitForALookThatHangs() throws SQLException {
        CountDownLatch never = new CountDownLatch(1);
        try (GuardedDataSource hanging = builder()
                .patience(ErrorTranslator.PATIENCE)
                .lookThrough(hangingAfterFirst(never))
                .build()) {
            hanging.verifyNow();
            database.execute("alter table posts drop column quality");

            long start = System.nanoTime();
            SQLException failure = failureOf(hanging, "select quality from posts");
            Duration waited = Duration.ofNanos(System.nanoTime() - start);

            assertThat((Throwable) failure).hasNoCause();
            assertThat(waited).isBetween(ErrorTranslator.PATIENCE, Duration.ofSeconds(10));
            never.countDown();
        }
    }

    @Test
    void interruptedCallDoesNotWaitAndKeepsItsFlag() throws SQLException {
        database.execute("alter table posts drop column quality");
        try (Connection connection = guarded.getConnection();
                Statement statement = connection.createStatement()) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> statement.executeQuery("select quality from posts"))
                    .isInstanceOf(SQLException.class);

            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void connectionsAreAsTheyWereWhenTranslationIsOff() throws SQLException {
        try (GuardedDataSource plain = builder().translateErrors(false).build();
                Connection connection = plain.getConnection()) {
            assertThat(connection.getClass().getName()).startsWith("com.zaxxer.hikari");
        }
    }

    private SQLException failureOf(String sql) {
        return failureOf(guarded, sql);
    }

    private static SQLException failureOf(GuardedDataSource dataSource, String sql) {
        return catchThrowableOfType(SQLException.class, () -> {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }

    private DelegatingDataSource hangingAfterFirst(CountDownLatch until) {
        return new DelegatingDataSource(database.direct()) {
            private boolean used;

            @Override
            public Connection getConnection() throws SQLException {
                if (used) {
                    try {
                        until.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
                used = true;
                return super.getConnection();
            }
        };
    }
}
