package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.report.DriftReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A low user who may create things in the schema tries to have the guard's role run a function. What such a function does is
 * not taken back by any rollback: it writes a file where the server keeps its own, which the guard's role may do.
 */
@Timeout(60)
class ForeignCodeTest {

    private static final String COLUMNS =
            " (installed_rank int, version text, type text, script text, success boolean)";
    private static final String TABLE = "create table flyway_schema_history" + COLUMNS;
    private static final String ROW = "insert into flyway_schema_history values (1, '1', 'SQL', 'V1__posts.sql', true)";

    private final String name = TestPostgres.freshDatabaseName();
    private final String guardRole = TestPostgres.freshRole();
    private final String lowRole = TestPostgres.freshRole();
    private final DataSource superuser = TestPostgres.dataSource(name, TestPostgres.SUPERUSER);
    private final DataSource guarded = TestPostgres.dataSource(name, guardRole);
    private final DataSource low = TestPostgres.dataSource(name, lowRole);

    @TempDir
    private Path folder;

    @BeforeEach
    void setTheTrap() throws IOException, SQLException {
        Files.writeString(folder.resolve("V1__posts.sql"), "create table posts (id bigint);");
        Files.writeString(folder.resolve("V2__quality.sql"), "alter table posts add quality jsonb;");
        TestPostgres.execute(
                superuser,
                "grant pg_write_server_files to " + guardRole,
                "alter role " + guardRole + " set constraint_exclusion = on",
                "grant create, usage on schema public to " + guardRole + ", " + lowRole);
        TestPostgres.execute(guarded, "create table posts (id bigint)");
        arm("made");
        TestPostgres.execute(
                low,
                "create function evilf(a int) returns int immutable language plpgsql as $$ begin perform public.write_file();"
                        + " return 1; end $$");
    }

    /** Making an index runs its functions, too; so the file of a later read is another one. */
    private void arm(String file) throws SQLException {
        TestPostgres.execute(
                low,
                "create or replace function public.write_file() returns void language plpgsql as $$ begin copy (select 1) to '"
                        + path(file) + "'; exception when others then null; end $$");
    }

    private String path(String file) throws SQLException {
        return answer("show data_directory") + "/" + name + "_" + file;
    }

    private boolean wasRun() throws SQLException {
        return answer("select size from pg_stat_file('" + path("read") + "', true)") != null;
    }

    private @Nullable String answer(String question) throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    static Stream<Arguments> traps() {
        return Stream.of(
                trap(
                        "a view",
                        "create view flyway_schema_history as select evilf(1) as installed_rank, '1'::text as version,"
                                + " 'SQL'::text as type, 'V1__posts.sql'::text as script, true as success"),
                trap(
                        "a policy",
                        TABLE,
                        ROW,
                        "alter table flyway_schema_history enable row level security",
                        "create policy p on flyway_schema_history using (evilf(1) > 0)"),
                trap(
                        "the predicate of an index, which the planner evaluates",
                        TABLE,
                        ROW,
                        "create index on flyway_schema_history (version) where evilf(1) > 0"),
                trap(
                        "the expression of an index, which the planner evaluates",
                        TABLE,
                        ROW,
                        "create index on flyway_schema_history ((evilf(1)))"),
                trap(
                        "statistics, which the planner evaluates",
                        TABLE,
                        ROW,
                        "create statistics evil on (evilf(1)), version from flyway_schema_history"),
                trap(
                        "a check, which the planner evaluates",
                        TABLE,
                        ROW,
                        "alter table flyway_schema_history add check (evilf(1) > 0)"),
                trap(
                        "a partition of a view's columns",
                        "create table flyway_schema_history" + COLUMNS + " partition by list (evilf(installed_rank))",
                        "create table part partition of flyway_schema_history default",
                        "create index on part (version) where evilf(1) > 0",
                        ROW));
    }

    private static Arguments trap(String by, String... statements) {
        return Arguments.of(by, List.of(statements));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traps")
    void runsNothingThatALowUserMadeInPlaceOfAHistory(String by, List<String> statements) throws SQLException {
        TestPostgres.execute(low, statements.toArray(String[]::new));
        TestPostgres.execute(low, "grant select on flyway_schema_history to public");
        arm("read");

        assertThat(hints(check())).containsExactly("V2__quality.sql:1 adds it");
        assertThat(checkInTransaction()).containsExactly("V2__quality.sql:1 adds it");

        assertThat(wasRun()).isFalse();
        TestPostgres.execute(guarded, "select * from flyway_schema_history where version = '1'");
        assertThat(wasRun()).as("the trap works").isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traps")
    void runsNothingWhereATrustedRoleTrustedALowUsersFunction(String by, List<String> statements) throws SQLException {
        TestPostgres.execute(guarded, statements.toArray(String[]::new));
        arm("read");

        assertThat(hints(check())).containsExactly("V2__quality.sql:1 adds it");

        assertThat(wasRun()).isFalse();
    }

    @Test
    void readsNoTableOfALowUser() {
        TestPostgres.execute(low, TABLE, ROW, "grant select on flyway_schema_history to public");

        assertThat(hints(check())).containsExactly("V2__quality.sql:1 adds it");
    }

    @Test
    void readsNoTableWithTypesThatAUserMade() {
        TestPostgres.execute(
                guarded,
                "create domain flag as boolean",
                "create table flyway_schema_history (installed_rank int, version text, type text, script text, success"
                        + " flag)",
                ROW);

        assertThat(hints(check())).containsExactly("V2__quality.sql:1 adds it");
    }

    @Test
    void readsWhatTheRoleItselfOrASuperuserOrAnOwnerOfTheReleasesTablesMade() {
        String known = "V2__quality.sql:1 adds it; history ends at V1";
        TestPostgres.execute(guarded, TABLE, ROW, "alter table flyway_schema_history add check (version <> '')");
        assertThat(hints(check())).containsExactly(known);

        TestPostgres.execute(superuser, "alter table flyway_schema_history owner to postgres");
        assertThat(hints(check())).containsExactly("V2__quality.sql:1 adds it");
        TestPostgres.execute(superuser, "grant select on flyway_schema_history to public");
        assertThat(hints(check())).containsExactly(known);

        TestPostgres.execute(superuser, "alter table flyway_schema_history owner to " + lowRole);
        assertThat(hints(check())).containsExactly("V2__quality.sql:1 adds it");
        TestPostgres.execute(superuser, "alter table posts owner to " + lowRole);
        assertThat(hints(check())).containsExactly(known);
    }

    @Test
    void readsNoMoreThanItCanKeep() {
        TestPostgres.execute(guarded, TABLE, ROW);
        TestPostgres.execute(
                guarded,
                "insert into flyway_schema_history select n, n, 'SQL', repeat('x', 1000), true from generate_series(2,"
                        + " 6000) n");

        assertThat(hints(check())).containsExactly("V2__quality.sql:1 adds it");
    }

    @Test
    void leavesAHistoryAloneThatIsLocked() throws SQLException {
        TestPostgres.execute(guarded, TABLE, ROW);
        try (Connection migration = superuser.getConnection();
                Statement statement = migration.createStatement()) {
            migration.setAutoCommit(false);
            statement.execute("lock table flyway_schema_history");

            assertThat(hints(check())).containsExactly("V2__quality.sql:1 adds it");
            assertThat(checkInTransaction()).containsExactly("V2__quality.sql:1 adds it");

            migration.rollback();
        }
        assertThat(checkInTransaction()).containsExactly("V2__quality.sql:1 adds it; history ends at V1");
    }

    private DriftReport check() {
        return guard().check(guarded);
    }

    private SchemaGuard guard() {
        return SchemaGuard.expecting(SchemaSources.of(folder.toString())).build();
    }

    /** A check in a caller's transaction, which can still write afterwards and is not committed by it. */
    private List<String> checkInTransaction() throws SQLException {
        try (Connection connection = guarded.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into posts values (1)");

            DriftReport report = guard().check(connection);

            statement.execute("insert into posts values (2)");
            try (ResultSet rows = statement.executeQuery("select count(*) from posts")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(2);
            }
            connection.rollback();
            return hints(report);
        }
    }

    private static List<String> hints(DriftReport report) {
        return report.findings().stream()
                .filter(finding -> finding.id().equals("missing-column:posts.quality"))
                .map(Finding::hint)
                .flatMap(hint -> hint.stream())
                .toList();
    }
}
