package dev.schemaguard.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.jdbc.gate.GuardThreads;
import dev.schemaguard.jdbc.gate.ManualTime;
import dev.schemaguard.jdbc.gate.Mode;
import dev.schemaguard.jdbc.gate.ModeOverride;
import dev.schemaguard.jdbc.gate.SchemaVerifier;
import dev.schemaguard.jdbc.gate.WaitSettings;
import dev.schemaguard.model.Schema;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the one on call reads: each piece of news once, never one line per poll or caller, and no secret. */
class LogLinesTest {

    private final ManualTime time = new ManualTime();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.schemaguard.jdbc");

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void saysWhatItWaitsForOncePerChangeAndNotPerPoll() {
        TestDatabase database = Release42.databaseOfRelease41();
        Iterator<String> migration = List.of(
                        "select 1",
                        "select 1",
                        Release42.migration()[0],
                        "select 1",
                        "select 1",
                        "select 1",
                        "select 1")
                .iterator();
        time.duringPause(() -> database.execute(migration.next()));

        assertThatThrownBy(() -> SchemaVerifier.of(Release42.guard())
                        .waiting(WaitSettings.atMost(Duration.ofSeconds(30)))
                        .timedBy(time, new GuardThreads("test"))
                        .verify(database.direct()))
                .isInstanceOf(SchemaDriftException.class);

        assertThat(time.pauses()).hasSizeGreaterThan(3);
        assertThat(lines())
                .containsExactly(
                        "WARN waiting up to 30 s more for missing-column:posts.quality, missing-table:reel_jobs",
                        "WARN waiting up to 25 s more for missing-table:reel_jobs");
    }

    @Test
    void refusalIsLoggedOnceHoweverManyAskAndLook() throws SQLException {
        TestDatabase database = Release42.databaseOfRelease41();
        try (GuardedDataSource guarded = GuardedDataSource.builder(TestPool.of(database))
                .guard(Release42.guard())
                .time(time)
                .build()) {
            for (int caller = 0; caller < 5; caller++) {
                assertThatThrownBy(guarded::getConnection).isInstanceOf(SchemaDriftException.class);
                time.pass(Duration.ofMinutes(5));
            }
            database.execute(Release42.migration());
            guarded.getConnection().close();

            assertThat(lines()).hasSize(2);
            assertThat(lines().get(0))
                    .startsWith("ERROR refusing connections until the schema is as expected")
                    .contains("missing-column  posts.quality", "missing-table  reel_jobs");
            assertThat(lines().get(1)).startsWith("INFO the schema is as expected again: Schema Guard: conforms");
        }
    }

    @Test
    void verdictIsThereForMachinesToo() throws SQLException {
        TestDatabase database = Release42.databaseOfRelease41();
        try (GuardedDataSource guarded = GuardedDataSource.builder(TestPool.of(database))
                .guard(Release42.guard())
                .named("orders")
                .time(time)
                .build()) {
            assertThatThrownBy(guarded::getConnection).isInstanceOf(SchemaDriftException.class);
            database.execute(Release42.migration());
            guarded.verifyNow();
            database.execute("alter table posts drop column quality");
            assertThatThrownBy(guarded::verifyNow).isInstanceOf(SchemaDriftException.class);

            assertThat(log.list).extracting(LogLinesTest::fields).hasSize(3);
            assertThat(fields(log.list.get(0)))
                    .containsEntry("verdict", "drifted")
                    .containsEntry("breaking", 2L)
                    .containsEntry("risky", 0L)
                    .containsEntry("advisory", 0L)
                    .containsEntry("dataSource", "orders")
                    .hasEntrySatisfying(
                            "database",
                            url -> assertThat(url.toString())
                                    .startsWith("jdbc:postgresql://")
                                    .doesNotContain("?"));
            assertThat(fields(log.list.get(1))).containsEntry("verdict", "conforms");
            assertThat(fields(log.list.get(2)))
                    .containsEntry("verdict", "drifted")
                    .containsEntry("breaking", 1L);
        }
    }

    @Test
    void refusalThatSomebodyShowsIsNotLoggedAsWell() throws SQLException {
        try (GuardedDataSource guarded = GuardedDataSource.builder(TestPool.of(Release42.databaseOfRelease41()))
                .guard(Release42.guard())
                .firstRefusalIsTold()
                .time(time)
                .build()) {
            assertThatThrownBy(guarded::verifyNow).isInstanceOf(SchemaDriftException.class);

            assertThat(lines()).isEmpty();
        }
    }

    /** A start that passes is not stopped by them, so this is where they are heard of. */
    @Test
    void risksOfACheckThatPassesAreNamedOncePerChange() throws SQLException {
        TestDatabase database = TestPostgres.database("create table posts (title varchar(20), slug varchar(20))");
        Schema wider = Schema.builder()
                .table("posts", posts -> posts.column("title", "varchar(255)").column("slug", "varchar(40)"))
                .build();
        try (GuardedDataSource guarded = GuardedDataSource.builder(TestPool.of(database))
                .guard(SchemaGuard.expecting(SchemaSources.of(wider)).build())
                .build()) {
            guarded.verifyNow();
            guarded.verifyNow();

            assertThat(lines())
                    .containsExactly(
                            "INFO Schema Guard: conforms: the database has what this release expects (2 risky)",
                            "WARN risky type-narrower posts.slug: a statement that writes a larger value to `posts.slug`"
                                    + " fails: the release means varchar(40), the database has varchar(20); this would cure"
                                    + " it: ALTER TABLE public.posts ALTER COLUMN slug TYPE varchar(40) USING slug",
                            "WARN risky type-narrower posts.title: a statement that writes a larger value to `posts.title`"
                                    + " fails: the release means varchar(255), the database has varchar(20); this would"
                                    + " cure it: ALTER TABLE public.posts ALTER COLUMN title TYPE varchar(255) USING title");

            database.execute("alter table posts alter column slug type text");
            guarded.verifyNow();

            assertThat(lines()).hasSize(4).last(STRING).startsWith("INFO Schema Guard: conforms");
        }
    }

    @Test
    void manyRisksAreCounted() throws SQLException {
        TestDatabase database = TestPostgres.database(
                "create table wide (a varchar(2), b varchar(2), c varchar(2), d varchar(2), e varchar(2), f varchar(2), g varchar(2))");
        Schema.Builder wide = Schema.builder();
        wide.table(
                "wide",
                table -> Stream.of("a", "b", "c", "d", "e", "f", "g")
                        .forEach(column -> table.column(column, "varchar(3)")));
        try (GuardedDataSource guarded = GuardedDataSource.builder(TestPool.of(database))
                .guard(SchemaGuard.expecting(SchemaSources.of(wide.build())).build())
                .build()) {
            guarded.verifyNow();

            assertThat(lines()).hasSize(7).last(STRING).isEqualTo("WARN and 2 more of the kind; the report lists each");
        }
    }

    @Test
    void killSwitchIsLoud() {
        ModeOverride.apply(Mode.FAIL, Map.of("SCHEMA_GUARD_MODE", "off"));
        ModeOverride.apply(Mode.FAIL, Map.of("SCHEMA_GUARD_MODE", "false"));
        ModeOverride.apply(Mode.FAIL, Map.of("SCHEMA_GUARD_MODE", "fail"));

        assertThat(lines())
                .containsExactly(
                        "WARN SCHEMA_GUARD_MODE overrides the mode \"fail\": it is \"off\" now",
                        "ERROR SCHEMA_GUARD_MODE is \"false\", which is no mode; it stays \"fail\", say fail, hold,"
                                + " warn or off");
    }

    @Test
    void holdsNoSecretWhenTheServerRefuses() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:1/app?user=app&password=s3cret-in-url");
        config.setPassword("s3cret-in-config");
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(250);
        try (GuardedDataSource guarded = GuardedDataSource.wrap(new HikariDataSource(config), Release42.guard())) {
            assertThatThrownBy(guarded::getConnection)
                    .isInstanceOf(SQLException.class)
                    .message()
                    .doesNotContain("s3cret");
        }

        assertThat(lines()).isNotEmpty().noneMatch(line -> line.contains("s3cret"));
        assertThat(log.list)
                .extracting(LogLinesTest::fields)
                .allSatisfy(fields -> assertThat(fields.toString())
                        .contains("verdict=unverified")
                        .doesNotContain("s3cret"));
    }

    private static Map<String, Object> fields(ILoggingEvent event) {
        return event.getKeyValuePairs().stream().collect(Collectors.toMap(pair -> pair.key, pair -> pair.value));
    }

    private List<String> lines() {
        return log.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }
}
