package dev.schemaguard.hibernate.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import dev.schemaguard.Diagnosis;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Verdict;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts of plain Jakarta Persistence, which has nothing of Schema Guard but its jar. */
class UnitStartTest {

    private static final String LOSE_A_COLUMN = "alter table posts drop column quality";

    private static final String CONFORMS = "Schema Guard: conforms: the database has what this release expects";

    private LogOfGuard log;

    @BeforeEach
    void listen() {
        log = LogOfGuard.listen();
    }

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void startsOnWhatItsMappingNeedsAndWorks() {
        TestDatabase database = Blog.database();

        try (EntityManagerFactory factory = Blog.start(database);
                EntityManager entities = factory.createEntityManager()) {
            // There is one connection, which the check has given back.
            entities.getTransaction().begin();
            entities.persist(new Author("Ada"));
            entities.getTransaction().commit();
            assertThat(entities.createQuery("select a.name from Author a", String.class)
                            .getResultList())
                    .containsExactly("Ada");
        }
        assertThat(log.lines(Level.INFO)).containsExactly("guarding persistence unit 'blog' by its mapping", CONFORMS);
        assertThat(log.lines(Level.WARN)).isEmpty();
        assertThat(database.connections()).isZero();
    }

    @Test
    @EnabledIf("hasProcessorsToSpare")
    void whatTheCheckNeedsIsLoadedWhileHibernateBuilds() throws InterruptedException {
        Blog.start(Blog.database()).close();

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("schema-guard-loader")) {
                thread.join();
            }
        }
        assertThat(log.lines(Level.DEBUG)).contains("went through a check without a database, which passed");
    }

    static boolean hasProcessorsToSpare() {
        return Runtime.getRuntime().availableProcessors() > 1;
    }

    @Test
    void refusesToStartWithOneReportOfAllThatIsMissing() {
        TestDatabase database = Blog.database();
        database.execute(LOSE_A_COLUMN, "drop table authors cascade");

        Throwable failure = catchThrowable(() -> Blog.start(database));

        assertThat(failure).isInstanceOf(PersistenceException.class);
        assertThat(Diagnosis.of(failure)).isEqualTo(Diagnosis.DRIFT);
        PersistenceUnitRefusedException refusal = refusal(failure);
        assertThat(refusal.unit()).isEqualTo("blog");
        assertThat(refusal).hasMessageContaining("'blog'").hasMessageContaining("missing-table");
        assertThat(refusal.getMessage()).doesNotContain("\n");
        assertThat(refusal.report().orElseThrow().findings())
                .extracting(Finding::id)
                .contains("missing-table:authors", "missing-column:posts.quality");
        assertThat(log.lines(Level.ERROR)).singleElement().asString().contains("Schema Guard: DRIFTED", "Post#quality");
        assertThat(database.connections()).isZero();
    }

    @Test
    void refusesToStartWhereNobodyAnswers() {
        TestDatabase nobody = new TestDatabase("nobody", 1);

        // Hibernate itself need not connect where it is told what the database is.
        Throwable failure = catchThrowable(() -> Blog.start(
                nobody,
                "hibernate.boot.allow_jdbc_metadata_access=false",
                "jakarta.persistence.database-product-name=PostgreSQL"));

        assertThat(failure).isInstanceOf(PersistenceException.class);
        assertThat(Diagnosis.of(failure)).isEqualTo(Diagnosis.UNREACHABLE);
        assertThat(log.lines(Level.WARN)).isEmpty();
    }

    @Test
    void letsHibernateMakeWhatIsMissingFirst() {
        TestDatabase database = TestPostgres.database();

        Blog.start(database, "hibernate.hbm2ddl.auto=update").close();

        assertThat(log.lines(Level.INFO)).last().isEqualTo(CONFORMS);

        database.execute(
                "alter table posts alter column quality drop not null",
                "alter table posts alter column quality type boolean using false");
        assertThatThrownBy(() -> Blog.start(database, "hibernate.hbm2ddl.auto=update"))
                .hasStackTraceContaining("type-different:posts.quality");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hibernate.hbm2ddl.auto", "jakarta.persistence.schema-generation.database.action"})
    void leavesASchemaAloneThatHibernateMakes(String setting) {
        TestDatabase database = TestPostgres.database();

        Blog.start(database, setting + "=create").close();

        assertThat(log.lines(Level.INFO)).singleElement().asString().contains("Hibernate itself makes the schema");
    }

    @Test
    void saysWhatItFindsAndStartsWhereTheModeIsToWarn() {
        TestDatabase database = Blog.database();
        database.execute(LOSE_A_COLUMN);

        Blog.start(database, "schema-guard.mode=warn").close();

        assertThat(log.lines(Level.WARN)).singleElement().asString().contains("missing-column  posts.quality");
    }

    @Test
    void looksAtNothingWhereTheModeIsOff() {
        TestDatabase database = Blog.database();
        database.execute(LOSE_A_COLUMN);

        Blog.start(database, "schema-guard.mode=off").close();

        assertThat(log.lines(Level.WARN))
                .containsExactly("persistence unit 'blog' is not guarded: the mode is \"off\"");
        assertThat(log.lines(Level.INFO)).isEmpty();
    }

    @Test
    void waitsForAMigrationThatRunsElsewhere() throws Exception {
        TestDatabase database = Blog.database();
        database.execute(LOSE_A_COLUMN);
        ExecutorService background = Executors.newSingleThreadExecutor();
        try {
            Future<EntityManagerFactory> start =
                    background.submit(() -> Blog.start(database, "schema-guard.wait-for=60s"));
            assertThat(log.awaitWaiting()).isTrue();
            database.execute("alter table posts add quality integer not null default 0");

            start.get().close();
        } finally {
            background.shutdown();
        }
        assertThat(log.lines(Level.ERROR)).isEmpty();
    }

    @Test
    void heedsSeverityScopeAndBaseline(@TempDir Path folder) throws Exception {
        TestDatabase database = Blog.database();
        database.execute("alter table posts alter column title type varchar(20)");
        Path baseline = Files.writeString(folder.resolve("baseline.json"), """
                {"version":1,"accepted":[{"id":"type-narrower:posts.title","reason":"titles are short"}]}
                """);

        Blog.start(database).close();
        assertThatThrownBy(() -> Blog.start(database, "schema-guard.fail-on=risky"))
                .hasStackTraceContaining("type-narrower:posts.title");
        Blog.start(database, "schema-guard.fail-on=risky", "schema-guard.exclude=posts")
                .close();
        Blog.start(database, "schema-guard.fail-on=risky", "schema-guard.baseline=" + baseline)
                .close();
        assertThatThrownBy(() -> Blog.start(database, "schema-guard.schemas=nowhere"))
                .hasStackTraceContaining("nowhere");
    }

    @Test
    void looksWhereHibernateLooksForTablesWithoutASchema() {
        TestDatabase database = Blog.database();
        database.execute(
                "create schema blog", "alter table authors set schema blog", "alter table posts set schema blog");

        Blog.start(database, "hibernate.default_schema=blog").close();
        assertThatThrownBy(() -> Blog.start(database)).hasStackTraceContaining("empty-schema");
    }

    @Test
    void tellsEachValueThatMeansNothingAtOnce() {
        TestDatabase database = Blog.database();

        assertThatThrownBy(() -> Blog.start(
                        database,
                        "schema-guard.mode=hold",
                        "schema-guard.wait-for=60",
                        "schema-guard.timeout=0s",
                        "schema-guard.fail-on=serious",
                        "schema-guard.on-unverified=maybe"))
                .hasRootCauseInstanceOf(InvalidSettingsException.class)
                .hasStackTraceContaining("schema-guard.mode is 'hold', which means nothing; say fail or warn or off")
                .hasStackTraceContaining("schema-guard.wait-for is '60', which means nothing; write 500ms, 30s")
                .hasStackTraceContaining("schema-guard.timeout is '0', which means nothing; it must be positive")
                .hasStackTraceContaining("schema-guard.fail-on is 'serious'")
                .hasStackTraceContaining(
                        "schema-guard.on-unverified is 'maybe', which means nothing; say fail or warn");
        assertThat(database.connections()).isZero();
    }

    @Test
    void tellsANameThatMeansNothing() {
        Blog.start(Blog.database(), "schema-guard.mdoe=off", "schema-guard.statements=accept")
                .close();

        assertThat(log.lines(Level.WARN))
                .containsExactly("persistence unit 'blog': schema-guard.mdoe means nothing here; there are baseline,"
                        + " exclude, fail-on, libraries, mode, on-unverified, schemas, timeout, wait-for");
    }

    @Test
    void saysThatAUnitOfBorrowedConnectionsIsNotGuarded() {
        Map<String, Object> settings = Map.of(
                "hibernate.boot.allow_jdbc_metadata_access", "false",
                "jakarta.persistence.database-product-name", "PostgreSQL",
                "jakarta.persistence.database-major-version", "16");

        Persistence.createEntityManagerFactory("blog", settings).close();

        assertThat(log.lines(Level.WARN))
                .singleElement()
                .asString()
                .contains("'blog' is not guarded: it has no connections of its own");
    }

    @Test
    void saysThatAUnitWithoutJdbcIsNotGuarded() {
        Map<String, Object> settings = Map.of(
                "hibernate.boot.allow_jdbc_metadata_access", "false",
                "jakarta.persistence.database-product-name", "PostgreSQL",
                "jakarta.persistence.database-major-version", "16",
                "hibernate.connection.provider_class", NoJdbcConnectionProvider.class.getName());

        Persistence.createEntityManagerFactory("blog", settings).close();

        assertThat(log.lines(Level.WARN)).singleElement().asString().contains("'blog' is not guarded: it uses no JDBC");
    }

    @Test
    void saysThatAMultiTenantUnitIsNotGuarded() {
        TestDatabase database = Blog.database();
        Map<String, Object> settings = Blog.settings(database);
        settings.put("hibernate.multi_tenant_connection_provider", new TenantConnections(database.direct()));

        Persistence.createEntityManagerFactory("blog", settings).close();

        assertThat(log.lines(Level.WARN))
                .singleElement()
                .asString()
                .contains("'blog' is not guarded: it is multi-tenant");
    }

    @Test
    void startsAUnitThatMapsNothingAndSaysSo() {
        Persistence.createEntityManagerFactory("nothing", Blog.settings(TestPostgres.database()))
                .close();

        assertThat(log.lines(Level.ERROR)).isEmpty();
        assertThat(log.lines(Level.WARN))
                .singleElement()
                .asString()
                .contains("'nothing'", "starts all the same: JPA mapping names no table");
    }

    @Test
    void takesAConnectionOfTheApplicationsDataSourceWhereThereIsOne() {
        TestDatabase database = Blog.database();
        Map<String, Object> settings = Map.of("jakarta.persistence.nonJtaDataSource", database.direct());

        Persistence.createEntityManagerFactory("blog", settings).close();
        database.execute(LOSE_A_COLUMN);

        assertThat(refusal(catchThrowable(() -> Persistence.createEntityManagerFactory("blog", settings)))
                        .report()
                        .orElseThrow()
                        .verdict())
                .isEqualTo(Verdict.DRIFTED);
        assertThat(database.connections()).isZero();
    }

    @Test
    void leavesUnitsToAFrameworkThatGuardsThem(@TempDir Path folder) throws Exception {
        TestDatabase database = Blog.database();
        database.execute(LOSE_A_COLUMN);

        OtherFramework.within(folder, () -> Blog.start(database).close());

        assertThat(log.lines(Level.DEBUG)).containsExactly("persistence unit 'blog' is left to another framework");
        assertThat(log.lines(Level.INFO)).isEmpty();
    }

    private static PersistenceUnitRefusedException refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PersistenceUnitRefusedException refusal) {
                return refusal;
            }
        }
        throw new AssertionError("nobody refused", failure);
    }
}
