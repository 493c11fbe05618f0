package dev.schemaguard.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.schemaguard.Diagnosis;
import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.jdbc.gate.ManualTime;
import dev.schemaguard.jdbc.translate.ErrorTranslator;
import dev.schemaguard.model.Schema;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;

/** What an application sees when its statements fail, on a real database and a pool of one connection. */
@Timeout(60)
class ErrorTranslationTest {

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
        HikariConfig config = TestPool.config(database);
        config.setMaximumPoolSize(1);
        return GuardedDataSource.builder(new HikariDataSource(config))
                .guard(SchemaGuard.expecting(Schema.builder()
                                .table(
                                        "posts",
                                        posts -> posts.column("id", "bigint")
                                                .column("title", "text")
                                                .column("quality", "jsonb"))
                                .table("reel_jobs", jobs -> jobs.column("id", "bigint"))
                                .build())
                        .build())
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

        assertThat(GuardedDataSourceTest.answer(guarded, "select count(*) from posts"))
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select quality from reel_jobs",
                "select quality from (values (1)) v(x)",
                "select 1::quality",
                "select quality(1) from posts",
                "select j.quality from reel_jobs j join posts p on p.id = j.id",
                "select nosuchfunc(1)",
                "select nosuchfunc(title) from posts",
                "select 1 from reel_jobs where id = 'a'::text",
                "select quality_of_posts from posts",
                "select 1 from posts_quality"
            })
    void typoStaysATypoBesideDriftOfTheSameNameOrKind(String typo) {
        database.execute("alter table posts drop column quality", "alter table posts alter title type int using 1");
        assertThat((Throwable) failureOf("select quality from posts")).hasCauseInstanceOf(SchemaDriftException.class);

        assertThat((Throwable) failureOf(typo)).isNotNull().hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select quality from posts",
                "select p.quality from posts p",
                "select p.quality from public.posts as p join reel_jobs j on j.id = p.id",
                "insert into posts (id, quality) values (1, '{}')",
                "update posts set quality = null",
                "with q as (select quality from posts) select * from q",
                "/* posts */ select 1 from posts where \"quality\" is null",
                "select 1 from posts where title = 'a'::text"
            })
    void whatNamesWhatDriftedIsCalledDrift(String sql) {
        database.execute("alter table posts drop column quality", "alter table posts alter title type int using 1");

        assertThat((Throwable) failureOf(sql)).hasCauseInstanceOf(SchemaDriftException.class);
    }

    @Test
    void typosOfNamesThatTheReleaseNeverExpectedNeedNoLook() {
        Optional<Instant> before = guarded.lastChecked();
        for (int i = 0; i < 100; i++) {
            failureOf("select qualty" + i + " from posts");
        }

        assertThat(guarded.lastChecked()).isEqualTo(before);
    }

    @Test
    void sameSuspicionHasPausesOfItsOwn() {
        failureOf("select quality from reel_jobs");
        Optional<Instant> first = guarded.lastChecked();
        failureOf("select quality from reel_jobs");
        assertThat(guarded.lastChecked())
                .as("a look for it was taken a moment ago")
                .isEqualTo(first);

        database.execute("alter table posts drop column quality");
        assertThat((Throwable) failureOf("select p.quality from posts p"))
                .as("another thing is looked for at once")
                .hasCauseInstanceOf(SchemaDriftException.class);
    }

    @Test
    void pausesBeginAnewWhenALookFindsSomethingElse() {
        database.execute("alter table posts drop column quality");
        assertThat((Throwable) failureOf("select quality from posts")).hasCauseInstanceOf(SchemaDriftException.class);
        for (int i = 0; i < 5; i++) {
            database.execute("alter table posts add column quality jsonb", "drop table if exists reel_jobs");
            assertThat((Throwable) failureOf("select id from reel_jobs"))
                    .hasCauseInstanceOf(SchemaDriftException.class);
            database.execute("create table reel_jobs (id bigint primary key)", "alter table posts drop column quality");
            assertThat((Throwable) failureOf("select quality from posts"))
                    .hasCauseInstanceOf(SchemaDriftException.class);
            time.pass(Duration.ofSeconds(2));
        }
    }

    @Test
    void streamOfTyposFromFiftyThreadsHidesNoDrift() throws Exception {
        HikariConfig config = TestPool.config(database);
        config.setMaximumPoolSize(10);
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(50);
        try (GuardedDataSource busy = GuardedDataSource.builder(new HikariDataSource(config))
                .guard(Release42.guard())
                .translateErrors(true)
                .patience(Duration.ofSeconds(30))
                .build()) {
            busy.verifyNow();
            AtomicInteger typos = new AtomicInteger();
            CountDownLatch warm = new CountDownLatch(500);
            for (int i = 0; i < 50; i++) {
                String typo = i % 2 == 0
                        ? "select qualty" + i + " from posts"
                        : "select quality from reel_jobs where id = " + i;
                threads.execute(() -> {
                    while (!stop.get()) {
                        assertThat((Throwable) failureOf(busy, typo)).hasNoCause();
                        typos.incrementAndGet();
                        warm.countDown();
                    }
                });
            }
            warm.await();
            database.execute("alter table posts drop column quality");

            SQLException failure = failureOf(busy, "select quality from posts");
            stop.set(true);
            threads.shutdown();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            assertThat((Throwable) failure)
                    .as("after " + typos.get() + " typos")
                    .hasCauseInstanceOf(SchemaDriftException.class);
        } finally {
            stop.set(true);
            threads.shutdownNow();
        }
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
