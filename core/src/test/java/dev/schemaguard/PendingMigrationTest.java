package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.report.DriftReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingMigrationTest {

    private static final String FLYWAY =
            "create table if not exists flyway_schema_history (installed_rank int primary key, version"
                    + " varchar(50), description varchar(200), type varchar(20), script varchar(1000), checksum int, success"
                    + " boolean)";

    private static final String POSTS = "create table posts (id bigint);";
    private static final String QUALITY = "-- more\n\nalter table posts add quality jsonb;";

    @TempDir
    private Path folder;

    private final DataSource database = TestPostgres.freshDatabase(POSTS);

    @Test
    void namesTheMigrationThatIsNewerThanFlywaysHistory() throws IOException {
        migrations("V6__posts.sql", "V7__quality.sql");
        flyway("1, '6', 'SQL', 'V6__posts.sql', true");

        assertThat(hints()).containsExactly("V7__quality.sql:3 adds it; history ends at V6");
    }

    @Test
    void comparesVersionsAsNumbers() throws IOException {
        migrations("V9__posts.sql", "V10.1__quality.sql");
        flyway("1, '9', 'SQL', 'V9__posts.sql', true");

        assertThat(hints()).containsExactly("V10.1__quality.sql:3 adds it; history ends at V9");
    }

    @Test
    void saysThatAMigrationOfTheMiddleNeverRan() throws IOException {
        migrations("V6__posts.sql", "V7__quality.sql");
        flyway("1, '6', 'SQL', 'V6__posts.sql', true", "2, '8', 'SQL', 'V8__x.sql', true");

        assertThat(hints()).containsExactly("V7__quality.sql:3 adds it; history ends at V8 and has no V7");
    }

    @Test
    void saysThatTheMigrationRanHere() throws IOException {
        migrations("V6__posts.sql", "V7__quality.sql");
        flyway("1, '6', 'SQL', 'V6__posts.sql', true", "2, '7', 'SQL', 'V7__quality.sql', true");

        assertThat(hints())
                .containsExactly(
                        "V7__quality.sql:3 adds it; history says V7 ran: somebody changed the schema since, or it"
                                + " ran on another database or schema");
    }

    @Test
    void saysThatTheMigrationFailedOrWasUndone() throws IOException {
        migrations("V6__posts.sql", "V7__quality.sql");
        flyway("1, '6', 'SQL', 'V6__posts.sql', true", "2, '7', 'SQL', 'V7__quality.sql', false");

        assertThat(hints())
                .containsExactly(
                        "V7__quality.sql:3 adds it; history says V7 failed: repair what it left and migrate again");

        TestPostgres.execute(database, "update flyway_schema_history set success = true");
        flyway("3, '7', 'UNDO_SQL', 'U7__quality.sql', true");

        assertThat(hints()).containsExactly("V7__quality.sql:3 adds it; history says V7 was undone");
    }

    /** To run what is pending is no cure where nothing is. */
    @Test
    void advisesNothingThatTheHistoryContradicts() throws IOException {
        migrations("V6__posts.sql", "V7__quality.sql");
        flyway("1, '6', 'SQL', 'V6__posts.sql', true", "2, '7', 'SQL', 'V7__quality.sql', true");

        assertThat(report().toText())
                .contains("history says V7 ran: somebody changed the schema since")
                .contains("What to do: undo what changed this database since its migrations ran, or deploy the release")
                .doesNotContain("pending");

        Files.writeString(folder.resolve("V8__reels.sql"), "create table reels (id bigint);");

        assertThat(report().toText())
                .contains(
                        "What to do: run this release's pending migrations against this database and undo what changed");
    }

    @Test
    void saysThatABaselineStandsForTheMigration() throws IOException {
        migrations("V6__posts.sql", "V7__quality.sql");
        flyway("1, '7.5', 'BASELINE', '<< Flyway Baseline >>', true");

        assertThat(hints())
                .containsExactly(
                        "V7__quality.sql:3 adds it; history begins with a baseline at or behind V7, so it never"
                                + " ran here");
    }

    @Test
    void readsPrismasHistory() throws IOException {
        migrations("20240101000000_posts/migration.sql", "20240202000000_quality/migration.sql");
        TestPostgres.execute(
                database,
                "create table _prisma_migrations (id varchar(36), migration_name varchar(255), started_at timestamptz,"
                        + " finished_at timestamptz, rolled_back_at timestamptz)",
                "insert into _prisma_migrations values ('a', '20240101000000_posts', now(), now(), null)");

        assertThat(hints())
                .containsExactly(
                        "20240202000000_quality/migration.sql:3 adds it; history ends at 20240101000000_posts");

        TestPostgres.execute(
                database,
                "insert into _prisma_migrations values ('b', '20240202000000_quality', now() + interval '1 h', null, null)");

        assertThat(hints())
                .containsExactly("20240202000000_quality/migration.sql:3 adds it; history says 20240202000000_quality"
                        + " failed: repair what it left and migrate again");
    }

    @Test
    void readsTheVersionOfGolangMigrate() throws IOException {
        migrations("0006_posts.up.sql", "0007_quality.up.sql");
        TestPostgres.execute(
                database,
                "create table schema_migrations (version bigint, dirty boolean)",
                "insert into schema_migrations values (6, false)");

        assertThat(hints()).containsExactly("0007_quality.up.sql:3 adds it; history ends at 6");

        TestPostgres.execute(database, "update schema_migrations set version = 7, dirty = true");
        assertThat(hints()).singleElement().asString().contains("history says 0007 failed");

        TestPostgres.execute(database, "update schema_migrations set version = 9, dirty = false");
        assertThat(hints()).singleElement().asString().contains("history says 0007 ran");
    }

    @Test
    void readsListsOfVersions() throws IOException {
        migrations("20240101_posts.sql", "20240202_quality.sql");
        TestPostgres.execute(
                database,
                "create table schema_migrations (version varchar primary key)",
                "insert into schema_migrations values ('20240101')");

        assertThat(hints()).containsExactly("20240202_quality.sql:3 adds it; history ends at 20240101");
    }

    @Test
    void readsTheHistoryOfDiesel() throws IOException {
        migrations("2024-01-01-000000_posts/up.sql", "2024-02-02-000000_quality/up.sql");
        TestPostgres.execute(
                database,
                "create table __diesel_schema_migrations (version varchar(50), run_on timestamp)",
                "insert into __diesel_schema_migrations values ('20240101000000', now())");

        assertThat(hints())
                .containsExactly("2024-02-02-000000_quality/up.sql:3 adds it; history ends at 20240101000000");
    }

    @Test
    void readsTheHistoryOfSqlx() throws IOException {
        migrations("5_posts.up.sql", "6_quality.up.sql");
        TestPostgres.execute(
                database,
                "create table _sqlx_migrations (version bigint, description text, success boolean)",
                "insert into _sqlx_migrations values (5, 'x', true)");

        assertThat(hints()).containsExactly("6_quality.up.sql:3 adds it; history ends at 5");
    }

    @Test
    void readsTheHistoryBesideTheTablesAndNoneElsewhere() throws IOException {
        migrations("V6__posts.sql", "V7__quality.sql");
        TestPostgres.execute(
                database,
                "create schema tools",
                FLYWAY.replace("flyway_schema_history", "tools.flyway_schema_history"),
                "insert into tools.flyway_schema_history (installed_rank, version, type, script, success) values (1, '3',"
                        + " 'SQL', 'V3__x.sql', true)");

        assertThat(hints()).containsExactly("V7__quality.sql:3 adds it");

        flyway("1, '6', 'SQL', 'V6__posts.sql', true");
        assertThat(hints()).containsExactly("V7__quality.sql:3 adds it; history ends at V6");
    }

    @Test
    void saysOfOtherDriftOnlyWhatIsYetToRun() throws IOException {
        Files.writeString(folder.resolve("V6__posts.sql"), "create table posts (id bigint);");
        Files.writeString(folder.resolve("V7__key.sql"), "alter table posts add constraint pk primary key (id);");
        flyway("1, '6', 'SQL', 'V6__posts.sql', true");

        assertThat(hints()).contains("V7__key.sql:1 is yet to run; history ends at V6");

        flyway("2, '7', 'SQL', 'V7__key.sql', true");
        assertThat(report().findings()).extracting(Finding::hint).allMatch(Optional::isEmpty);
    }

    @Test
    void leavesAHistoryAloneThatTheRoleMayNotRead() throws IOException {
        migrations("V6__posts.sql", "V7__quality.sql");
        String name = TestPostgres.freshDatabaseName();
        String role = TestPostgres.freshRole();
        TestPostgres.execute(
                TestPostgres.dataSource(name, TestPostgres.SUPERUSER), POSTS, FLYWAY, "grant all on posts to " + role);

        DriftReport report = SchemaGuard.expecting(SchemaSources.of(folder.toString()))
                .build()
                .check(TestPostgres.dataSource(name, role));

        assertThat(report.unverified()).isEmpty();
        assertThat(hints(report)).containsExactly("V7__quality.sql:3 adds it");
    }

    @Test
    void doesNotTakeAnApplicationsTableForAHistory() throws IOException {
        migrations("V6__posts.sql", "V7__quality.sql");
        TestPostgres.execute(database, "create table schema_version (id int, app_version text)");

        assertThat(hints()).containsExactly("V7__quality.sql:3 adds it");
    }

    @Test
    void readsNoHistoryOfADatabaseOnWhichItCannotTellWhatReadingRuns() throws IOException {
        migrations("V6__posts.sql", "V7__quality.sql");
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:history;DB_CLOSE_DELAY=-1");
        TestPostgres.execute(
                h2,
                POSTS,
                "create alias broken as 'boolean broken() { throw new IllegalStateException(); }'",
                "create view \"flyway_schema_history\" as select 1 \"installed_rank\", '6' \"version\", 'SQL' \"type\","
                        + " 'V6__posts.sql' \"script\", broken() \"success\"");

        DriftReport report = SchemaGuard.expecting(SchemaSources.of(folder.toString()))
                .build()
                .check(h2);

        assertThat(hints(report)).containsExactly("V7__quality.sql:3 adds it");
    }

    private void migrations(String first, String second) throws IOException {
        for (String name : List.of(first, second)) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name.equals(first) ? POSTS : QUALITY);
        }
    }

    private void flyway(String... rows) {
        TestPostgres.execute(database, FLYWAY);
        for (String row : rows) {
            TestPostgres.execute(
                    database,
                    "insert into flyway_schema_history (installed_rank, version, type, script, success) values (" + row
                            + ")");
        }
    }

    private DriftReport report() {
        return SchemaGuard.expecting(SchemaSources.of(folder.toString()))
                .build()
                .check(database);
    }

    private List<String> hints() {
        return hints(report());
    }

    private static List<String> hints(DriftReport report) {
        return report.findings().stream()
                .flatMap(finding -> finding.hint().stream())
                .toList();
    }
}
