package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.drift.Kind;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.migrations.DdlSource;
import dev.schemaguard.source.migrations.MigrationsSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schemas of real software: what is read from its scripts is what they make. */
class ShippedSchemasTest {

    private static final Policy STRICT = Policy.failOn(Severity.ADVISORY);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("shipped")
    void readsWhatTheScriptsMake(Shipped shipped) throws IOException {
        DataSource database = shipped.database();

        DriftReport report = SchemaGuard.expecting(shipped.source(folder))
                .policy(STRICT)
                .build()
                .check(database);

        assertThat(report.findings()).as(report.toText()).isEmpty();
        assertThat(report.unverified()).as(report.toText()).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMS);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void readsNoMoreAndNoLessThanTheCatalogHolds(Shipped shipped) throws IOException {
        Schema captured = SchemaSources.database(shipped.database()).load(Databases.assumed());
        Schema read = shipped.source(folder).load(Databases.assumed());

        assertThat(names(read)).containsExactlyElementsOf(names(captured));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void fitsAReplayOfTheScripts(Shipped shipped) throws IOException {
        shipped.source(folder);

        DriftReport report = SchemaGuard.expecting(SchemaSources.replay(folder, TestPostgres.freshDatabase()))
                .policy(STRICT)
                .build()
                .check(shipped.database());

        assertThat(report.findings()).as(report.toText()).isEmpty();
        assertThat(report.unverified()).as(report.toText()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void fitsADumpOfWhatTheScriptsMake(Shipped shipped) throws IOException {
        DataSource database = shipped.database();
        SchemaSource dump = DdlSource.of(SourceText.text("dump.sql", PgDump.schemaOf(database)));

        DriftReport report = SchemaGuard.expecting(dump).policy(STRICT).build().check(database);

        assertThat(report.findings()).as(report.toText()).isEmpty();
        assertThat(report.unverified()).as(report.toText()).isEmpty();
        assertThat(names(dump.load(Databases.assumed())))
                .isEqualTo(names(shipped.source(folder).load(Databases.assumed())));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void seesEveryColumnThatIsTakenAway(Shipped shipped) throws IOException {
        DataSource database = shipped.database();
        SchemaSource source = shipped.source(folder);
        List<Table> tables = source.load(Databases.assumed()).tables().stream()
                .filter(table ->
                        table.kind() == TableKind.TABLE && table.columns().size() > 1)
                .toList();
        for (Table table : tables) {
            Column last = table.columns().get(table.columns().size() - 1);
            TestPostgres.execute(
                    database,
                    "alter table \"" + table.name().name() + "\" drop column \"" + last.name() + "\" cascade");
        }

        DriftReport report =
                SchemaGuard.expecting(source).policy(STRICT).build().check(database);

        assertThat(report.findings().stream()
                        .filter(finding -> finding.drift().kind() == Kind.MISSING_COLUMN)
                        .map(finding -> finding.drift().subject().toString()))
                .containsAll(tables.stream()
                        .map(table -> table.name().name() + "."
                                + table.columns()
                                        .get(table.columns().size() - 1)
                                        .name())
                        .toList());
    }

    private static List<String> names(Schema schema) {
        return schema.tables().stream()
                .map(table -> table.name().name())
                .sorted()
                .toList();
    }

    static Stream<Shipped> shipped() {
        String flowable = "org/flowable/";
        String camunda = "org/camunda/bpm/engine/db/create/activiti.postgres.create.";
        return Stream.of(
                new Shipped("spring-batch", List.of("org/springframework/batch/core/schema-postgresql.sql")),
                new Shipped("spring-session", List.of("org/springframework/session/jdbc/schema-postgresql.sql")),
                new Shipped(
                        "spring-integration", List.of("org/springframework/integration/jdbc/schema-postgresql.sql")),
                new Shipped("quartz", List.of("org/quartz/impl/jdbcjobstore/tables_postgres.sql")),
                new Shipped(
                        "flowable",
                        List.of(
                                flowable + "common/db/create/flowable.postgres.create.common.sql",
                                flowable + "db/create/flowable.postgres.create.engine.sql",
                                flowable + "db/create/flowable.postgres.create.history.sql")),
                new Shipped(
                        "camunda",
                        Stream.of(
                                        "engine",
                                        "history",
                                        "identity",
                                        "case.engine",
                                        "case.history",
                                        "decision.engine",
                                        "decision.history")
                                .map(part -> camunda + part + ".sql")
                                .toList()),
                new Shipped(
                        "jobrunr",
                        JOBRUNR.stream().map(ShippedSchemasTest::jobrunr).toList()));
    }

    private static final List<String> JOBRUNR = List.of(
            "v000__create_migrations_table",
            "v001__create_job_table",
            "v002__create_recurring_job_table",
            "v003__create_background_job_server_table",
            "v004__create_job_stats_view",
            "v005__update_job_stats_view",
            "v006__alter_table_jobs_add_recurringjob",
            "v007__alter_table_backgroundjobserver_add_delete_config",
            "v008__alter_table_jobs_increase_jobAsJson_size",
            "v009__change_jobrunr_job_counters_to_jobrunr_metadata",
            "v010__change_job_stats",
            "v011__change_sqlserver_text_to_varchar",
            "v012__change_oracle_alter_jobrunr_metadata_column_size",
            "v013__alter_table_recurring_job_add_createdAt",
            "v014__improve_job_stats",
            "v015__alter_table_backgroundjobserver_add_name");

    /** As JobRunr does it: what it has for PostgreSQL stands in place of what it has for all. */
    private static String jobrunr(String script) {
        String own = "org/jobrunr/storage/sql/postgres/migrations/" + script + ".sql";
        return ShippedSchemasTest.class.getClassLoader().getResource(own) != null
                ? own
                : "org/jobrunr/storage/sql/common/migrations/" + script + ".sql";
    }

    /**
     * Scripts in the jar of a library.
     *
     * @param name the library
     * @param scripts their places, in the order in which they run
     */
    record Shipped(String name, List<String> scripts) {

        /** What they say: one script as it lies on the class path, more as a folder of migrations. */
        SchemaSource source(Path folder) throws IOException {
            for (int i = 0; i < scripts.size(); i++) {
                Files.writeString(folder.resolve(String.format(Locale.ROOT, "%03d.sql", i)), text(scripts.get(i)));
            }
            return scripts.size() == 1
                    ? DdlSource.of(
                            SourceText.classpath(scripts.get(0), getClass().getClassLoader()))
                    : MigrationsSource.folder(name, folder);
        }

        /** What they make, cut into statements by the driver and not by us. */
        DataSource database() throws IOException {
            DataSource database = TestPostgres.freshDatabase();
            for (String script : scripts) {
                TestPostgres.execute(database, text(script));
            }
            return database;
        }

        private static String text(String script) throws IOException {
            try (InputStream stream = Shipped.class.getClassLoader().getResourceAsStream(script)) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
