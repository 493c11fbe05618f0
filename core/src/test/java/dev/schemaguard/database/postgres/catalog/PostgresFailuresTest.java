package dev.schemaguard.database.postgres.catalog;

import static dev.schemaguard.database.postgres.catalog.Inspecting.attempt;
import static dev.schemaguard.database.postgres.catalog.Inspecting.expecting;
import static dev.schemaguard.database.postgres.catalog.Inspecting.inspect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionException.Reason;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import dev.schemaguard.model.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PostgresFailuresTest {

    private static InspectionException failure(DataSource database, InspectionScope scope) {
        return catchThrowableOfType(InspectionException.class, () -> attempt(database, scope));
    }

    @Test
    void namesTheSchemaThatDoesNotExistAndThoseThatDo() {
        DataSource database = TestPostgres.freshDatabase("create schema app");

        InspectionException failure = failure(database, expecting("posts").in(List.of("public", "ap\"p")));

        assertThat(failure.reason()).isEqualTo(Reason.SCHEMA_NOT_FOUND);
        assertThat(failure).hasMessageStartingWith("schema 'ap\"p' does not exist, there are 'app', 'public'");
    }

    @Test
    void boundsTheListOfSchemas() {
        DataSource database = TestPostgres.freshDatabase(
                "do $$ begin for i in 10..40 loop execute 'create schema s' || i; end loop; end $$");

        InspectionException failure = failure(database, InspectionScope.EVERYTHING.in(List.of("absent")));

        assertThat(failure).hasMessageContaining("'public', 's10'").hasMessageContaining(" and 22 more");
    }

    @Test
    void findsWhatIsInASchemaThatTheRoleMayNotUse() {
        String database = TestPostgres.freshDatabaseName();
        String role = TestPostgres.freshRole();
        TestPostgres.execute(
                TestPostgres.dataSource(database, TestPostgres.SUPERUSER),
                "create schema app",
                "create table app.posts ()");

        DataSource asRole = TestPostgres.dataSource(database, role);

        LiveSchema live = inspect(asRole, expecting("posts").in(List.of("app")));

        assertThat(live.schema().restrictions().schemas()).containsExactly("app");
        assertThat(live.schema().table("posts")).isPresent();
        InspectionException failure = failure(asRole, InspectionScope.EVERYTHING.in(List.of("app")));
        assertThat(failure.reason()).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(failure)
                .hasMessage("role '" + role + "' may not use schema 'app': GRANT USAGE ON SCHEMA app TO " + role);
    }

    @Test
    void looksIntoASchemaThatTheSearchPathHidesSinceTheRoleMayNotUseIt() {
        String database = TestPostgres.freshDatabaseName();
        String role = TestPostgres.freshRole();
        TestPostgres.execute(
                TestPostgres.dataSource(database, TestPostgres.SUPERUSER),
                "create schema \"App\"",
                "create table \"App\".posts ()",
                "create table public.other ()",
                "alter role " + role + " in database " + database + " set search_path = \"App\", public");
        DataSource asRole = TestPostgres.dataSource(database, role);

        LiveSchema live = inspect(asRole, expecting("posts"));

        assertThat(live.schema().table("posts"))
                .hasValueSatisfying(table -> assertThat(table.name()).isEqualTo(ObjectName.of("App", "posts")));
        assertThat(live.schema().restrictions().schemas()).containsExactly("App");
        assertThat(inspect(asRole, expecting("other")).schema().tables()).hasSize(1);
        assertThat(inspect(asRole, expecting("other", "nowhere")).schema().tables())
                .hasSize(1);
        assertThat(inspect(asRole, expecting("other", "nowhere"))
                        .schema()
                        .restrictions()
                        .schemas())
                .isEmpty();
        InspectionException failure = failure(asRole, InspectionScope.EVERYTHING);
        assertThat(failure.reason()).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(failure).hasMessageContaining("GRANT USAGE ON SCHEMA \"App\" TO " + role);
    }

    @Test
    void saysSoWhenTheSearchPathNamesNothingThatExists() {
        String database = TestPostgres.freshDatabaseName();
        String role = TestPostgres.freshRole();
        TestPostgres.execute(
                TestPostgres.dataSource(database, TestPostgres.SUPERUSER),
                "alter role " + role + " in database " + database + " set search_path = nowhere");

        InspectionException failure = failure(TestPostgres.dataSource(database, role), expecting("posts"));

        assertThat(failure.reason()).isEqualTo(Reason.SCHEMA_NOT_FOUND);
        assertThat(failure)
                .hasMessageContaining("search_path 'nowhere' of role '" + role + "'")
                .hasMessageContaining("there are 'public'");
    }

    @Test
    void findsATableThatTheRoleMayNotReadAndSaysWhatItMayDo() {
        String database = TestPostgres.freshDatabaseName();
        String role = TestPostgres.freshRole();
        TestPostgres.execute(
                TestPostgres.dataSource(database, TestPostgres.SUPERUSER),
                "create table posts (id int not null, note text)");

        LiveSchema live = inspect(TestPostgres.dataSource(database, role), expecting("posts"));

        assertThat(live.database().user()).isEqualTo(role);
        assertThat(Inspecting.table(live, "posts").columns()).hasSize(2);
        assertThat(Inspecting.table(live, "posts").capabilities().privilegesStated())
                .isTrue();
        assertThat(Inspecting.table(live, "posts").capabilities().privileges()).isEmpty();
    }

    @Test
    void listsTheSchemasThatHoldNothing() {
        DataSource database = TestPostgres.freshDatabase("create schema app", "create table app.other (id int)");

        assertThat(inspect(database, expecting("posts")).emptySchemas()).containsExactly("public");
        assertThat(inspect(database, expecting("posts").in(List.of("app", "public")))
                        .emptySchemas())
                .containsExactly("public");
        assertThat(inspect(database, InspectionScope.EVERYTHING).emptySchemas()).containsExactly("public");
        assertThat(inspect(database, InspectionScope.EVERYTHING.in(List.of("app", "public")))
                        .emptySchemas())
                .containsExactly("public");
        assertThat(inspect(database, expecting("other").in(List.of("app", "public")))
                        .emptySchemas())
                .isEmpty();
    }

    @Test
    void timesOutWhileAnotherSessionHoldsTheCatalogLocked() throws SQLException {
        DataSource database = TestPostgres.freshDatabase("create table posts (id int)");
        // Connecting takes a look at the catalog too, so the connection is there before the lock.
        try (Connection connection = database.getConnection();
                Connection migration = database.getConnection();
                Statement statement = migration.createStatement()) {
            migration.setAutoCommit(false);
            statement.execute("lock table pg_catalog.pg_class in access exclusive mode");

            InspectionException failure = catchThrowableOfType(
                    InspectionException.class,
                    () -> Databases.assumed()
                            .inspector()
                            .inspect(connection, expecting("posts").within(Duration.ofMillis(900))));

            assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT);
            assertThat(failure).hasMessageContaining("did not answer within 900 ms (");
            migration.rollback();
        }
        assertThat(inspect(database, expecting("posts")).schema().tables()).hasSize(1);
    }

    @Test
    void timesOutWhileAMigrationHoldsAViewLocked() throws SQLException {
        DataSource database =
                TestPostgres.freshDatabase("create table posts (id int)", "create view shown as select * from posts");
        try (Connection migration = database.getConnection();
                Statement statement = migration.createStatement()) {
            migration.setAutoCommit(false);
            statement.execute("alter view shown rename column id to other");

            InspectionException failure = failure(database, expecting("shown").within(Duration.ofMillis(500)));

            assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT);
            migration.rollback();
        }
    }

    @Test
    void readsTablesThatAMigrationHoldsLocked() throws SQLException {
        DataSource database = TestPostgres.freshDatabase("create table posts (id int default 7)");
        try (Connection migration = database.getConnection();
                Statement statement = migration.createStatement()) {
            migration.setAutoCommit(false);
            statement.execute("alter table posts add column note text");

            assertThat(Inspecting.table(inspect(database, expecting("posts").within(Duration.ofSeconds(2))), "posts")
                            .columns())
                    .hasSize(1);
            migration.rollback();
        }
    }

    @Test
    void saysThatTheConnectionWasLost() throws SQLException {
        DataSource database = TestPostgres.freshDatabase("create table posts (id int)");
        try (Connection killed = database.getConnection();
                Connection killer = database.getConnection()) {
            int process = killed.unwrap(org.postgresql.PGConnection.class).getBackendPID();
            try (Statement statement = killer.createStatement()) {
                statement.execute("select pg_terminate_backend(" + process + ", 10000)");
            }

            InspectionException failure = catchThrowableOfType(
                    InspectionException.class,
                    () -> Databases.assumed().inspector().inspect(killed, expecting("posts")));

            assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(failure.getCause()).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void hidesNothingOfATransactionThatHasFailed() throws SQLException {
        DataSource database = TestPostgres.freshDatabase("create table posts (id int)");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> statement.execute("select 1/0")).isInstanceOf(SQLException.class);

            InspectionException failure = catchThrowableOfType(
                    InspectionException.class,
                    () -> Databases.assumed().inspector().inspect(connection, expecting("posts")));

            assertThat(failure.reason()).isEqualTo(Reason.FAILED);
            assertThat(failure).hasMessageContaining("25P02").hasMessageContaining("roll it back");
        }
    }

    @Test
    void seesTheCallersOwnTransactionAndLeavesItOpen() throws Exception {
        DataSource database = TestPostgres.freshDatabase("create table posts (id int)");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create table drafts (id int)");

            LiveSchema live = Databases.assumed().inspector().inspect(connection, expecting("drafts"));

            assertThat(live.schema().tables()).hasSize(1);
            assertThat(connection.getAutoCommit()).isFalse();
            connection.rollback();
        }
        assertThat(inspect(database, expecting("drafts")).schema().tables()).isEmpty();
    }

    @Test
    void leavesTheSessionAsItWas() throws Exception {
        DataSource database = TestPostgres.freshDatabase("create table posts (id int)");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setReadOnly(true);
            String settings = "select string_agg(name || '=' || setting, ',' order by name) from pg_settings";
            String before = text(statement, settings);

            Databases.assumed().inspector().inspect(connection, InspectionScope.EVERYTHING);

            assertThat(text(statement, settings)).isEqualTo(before);
            assertThat(connection.isReadOnly()).isTrue();
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.getNetworkTimeout()).isZero();
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
