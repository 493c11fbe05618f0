package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.policy.FailOn;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.logging.core.NoOpLogService;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lets Liquibase itself update a database, and holds against it what is read of the same changelogs. */
class LiquibaseAgreementTest {

    private static final String MASTER = "db/changelog/db.changelog-master.yaml";

    private static final DataSource DATABASE = TestPostgres.freshDatabase();

    /** What {@code update-sql} writes for an offline database. */
    private static final StringWriter RENDERED = new StringWriter();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void update() throws Exception {
        ClassLoaderResourceAccessor resources = new ClassLoaderResourceAccessor();
        Map<String, Object> quiet = Map.of(
                Scope.Attr.logService.name(),
                new NoOpLogService(),
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                "liquibase.analytics.enabled",
                false);
        String offline = "offline:postgresql?outputLiquibaseSql=all&changeLogFile=" + folder.resolve("history.csv");
        Scope.child(quiet, () -> {
            try (Connection connection = DATABASE.getConnection();
                    JdbcConnection shared = new JdbcConnection(connection);
                    Liquibase liquibase = new Liquibase(MASTER, resources, shared)) {
                liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
                liquibase.update(new Contexts("prod"));
            }
            try (Liquibase liquibase = new Liquibase(
                    MASTER,
                    resources,
                    DatabaseFactory.getInstance().openDatabase(offline, null, null, null, resources))) {
                liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
                liquibase.update(new Contexts("prod"), RENDERED);
            }
        });
    }

    @Test
    void agreesWithLiquibaseOnAllThatItsChangelogsMake() {
        assertConforms(check(SchemaSources.of("classpath:" + MASTER, settings())));
    }

    @Test
    void findsTheChangelogsFromAFolderToo() {
        assertConforms(check(SchemaSources.of("src/test/resources/" + MASTER, settings())));
        assertConforms(check(SchemaSources.of("src/test/resources/db/changelog", settings())));
    }

    /** Liquibase writes all change sets then, for it takes each precondition for met; what that makes doubtful is said. */
    @Test
    void readsWhatUpdateSqlWritesAsAnyScript() throws Exception {
        Path script = Files.writeString(folder.resolve("update.sql"), RENDERED.toString());

        DriftReport report = check(SchemaSources.of(script.toString()));

        assertThat(RENDERED.toString()).containsIgnoringCase("CREATE TABLE databasechangelog");
        assertThat(report.findings()).as(report.toText()).isEmpty();
        assertThat(report.coverage().notReadable())
                .singleElement()
                .asString()
                .contains("creates table 'users', which is there already");
    }

    @Test
    void saysWhichChangeSetHasNotRunYet() {
        DataSource behind = TestPostgres.freshDatabase(
                "CREATE TABLE databasechangelog (filename text, id text, exectype text, orderexecuted int)",
                "INSERT INTO databasechangelog VALUES ('db/changelog/01-users.xml', '1', 'EXECUTED', 1)",
                "CREATE TABLE users (id bigint CONSTRAINT users_pk PRIMARY KEY)");

        assertThat(check(SchemaSources.of("classpath:" + MASTER, settings()), behind)
                        .toText())
                .contains("history ends at 01-users.xml::1");
    }

    @Test
    void namesTheChangeSetThatAddsWhatIsMissing() {
        DataSource behind = TestPostgres.freshDatabase();

        assertThat(check(SchemaSources.of("classpath:" + MASTER, settings()), behind)
                        .toText())
                .contains("is empty");
        TestPostgres.execute(behind, "CREATE TABLE users (id bigint PRIMARY KEY)");
        assertThat(check(SchemaSources.of("classpath:" + MASTER, settings()), behind)
                        .findings())
                .anySatisfy(finding -> assertThat(finding.drift().origin().location())
                        .isEqualTo("db/changelog/01-users.xml::3::alice"));
    }

    private static dev.schemaguard.source.migrations.MigrationSettings settings() {
        return dev.schemaguard.source.migrations.MigrationSettings.DEFAULT.withLiquibase("prod", "");
    }

    private static DriftReport check(SchemaSource source) {
        return check(source, DATABASE);
    }

    private static DriftReport check(SchemaSource source, DataSource database) {
        return SchemaGuard.expecting(source)
                .policy(Policy.DEFAULT.withFailOn(FailOn.ADVISORY))
                .build()
                .check(database);
    }

    private static void assertConforms(DriftReport report) {
        assertThat(report.findings()).as(report.toText()).isEmpty();
        assertThat(report.verdict()).as(report.toText()).isEqualTo(Verdict.CONFORMS);
    }
}
