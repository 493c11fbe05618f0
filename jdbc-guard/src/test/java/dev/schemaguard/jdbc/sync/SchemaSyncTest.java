package dev.schemaguard.jdbc.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaCapture;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sync adds what is missing as a whole, or changes nothing and says why. */
class SchemaSyncTest {

    private static final String POSTS = "create table posts (id bigint primary key, title varchar(200) not null)";
    private static final String RELEASE = """
            create type mood as enum ('good', 'bad', 'odd');
            create domain email as varchar(100) check (value like '%@%');
            create sequence ticket_seq increment 50;
            create table authors (id bigserial primary key, contact email unique, best_post bigint);
            create table posts (
                id bigint primary key,
                title varchar(200) not null default 'untitled',
                author_id bigint references authors,
                feeling mood,
                seen integer not null default 0 check (seen >= 0),
                tags text[]);
            alter table authors add foreign key (best_post) references posts;
            create index posts_by_tags on posts using gin (tags);
            """;

    @TempDir
    Path folder;

    @Test
    void addsAllThatIsMissingAndNothingMoreTheSecondTime() throws Exception {
        TestDatabase database = TestPostgres.database(POSTS, "create type mood as enum ('good', 'bad')");
        SchemaSync sync = SchemaSync.of(guard(RELEASE));

        SyncOutcome first = sync.run(database.direct());
        SyncOutcome second = sync.run(database.direct());

        assertThat(first).isInstanceOf(SyncOutcome.Applied.class);
        assertThat(((SyncOutcome.Applied) first).report().verdict().id()).isEqualTo("conforms");
        assertThat(second).isInstanceOf(SyncOutcome.NothingToAdd.class);
    }

    @Test
    void addsToASchemaThatHoldsNothing() throws Exception {
        TestDatabase database = TestPostgres.database();

        SyncOutcome outcome = SchemaSync.of(guard(RELEASE)).run(database.direct());

        assertThat(outcome).as(outcome.toString()).isInstanceOf(SyncOutcome.Applied.class);
        SchemaGuard strict = SchemaGuard.expecting(SchemaSources.of(script(RELEASE)))
                .policy(Policy.failOn(Severity.ADVISORY))
                .build();
        assertThat(strict.check(database.direct()).findings()).isEmpty();
    }

    @Test
    void leavesRulesOverRowsToTheFixAndSaysSo() throws Exception {
        TestDatabase database = TestPostgres.database(POSTS, "insert into posts values (1, 'one')");

        SyncOutcome outcome = SchemaSync.of(guard(RELEASE)).run(database.direct());

        assertThat(outcome).isInstanceOf(SyncOutcome.Applied.class);
        SyncPlan plan = ((SyncOutcome.Applied) outcome).plan();
        assertThat(plan.statements()).anyMatch(sql -> sql.contains("ADD COLUMN seen integer DEFAULT 0 NOT NULL"));
        assertThat(plan.statements()).noneMatch(sql -> sql.contains("posts ADD CONSTRAINT"));
        assertThat(plan.left()).anyMatch(left -> left.toString().contains("missing-check:posts"));
    }

    @Test
    void refusesAColumnThatRowsHaveNoValueForAndChangesNothing() throws Exception {
        String release = "create table posts (id bigint primary key, title varchar(200) not null, slug text not null);"
                + " create table other (id bigint primary key);";
        TestDatabase full = TestPostgres.database(POSTS, "insert into posts values (1, 'one')");
        TestDatabase empty = TestPostgres.database(POSTS);
        Schema before = captured(full);

        SyncOutcome refused = SchemaSync.of(guard(release)).run(full.direct());

        assertThat(refused).isInstanceOf(SyncOutcome.Refused.class);
        assertThat(((SyncOutcome.Refused) refused).reasons().get(0))
                .contains("missing-column:posts.slug")
                .contains("holds rows");
        assertThat(captured(full)).isEqualTo(before);
        assertThat(SchemaSync.of(guard(release)).run(empty.direct())).isInstanceOf(SyncOutcome.Applied.class);
    }

    @Test
    void addsWhatIsNeededWhereOnlyAnOptionalGroupIsNotKnown() throws Exception {
        TestDatabase database = TestPostgres.database();
        SchemaGuard reels = SchemaGuard.expecting(SchemaSources.of(script(POSTS)))
                .optional(
                        "reels", SchemaSources.of(script("do $$ begin execute 'create table reels (id int)'; end $$;")))
                .build();

        SyncOutcome outcome = SchemaSync.of(reels).run(database.direct());

        assertThat(outcome).as(outcome.toString()).isInstanceOf(SyncOutcome.Applied.class);
        assertThat(captured(database).tables()).hasSize(1);
    }

    @Test
    void refusesWhatIsNoAddition() throws Exception {
        TestDatabase database = TestPostgres.database("create table posts (id bigint primary key, title jsonb)");
        Schema before = captured(database);

        SyncOutcome outcome = SchemaSync.of(guard(RELEASE)).run(database.direct());

        assertThat(((SyncOutcome.Refused) outcome).reasons())
                .anyMatch(reason -> reason.startsWith("type-different:posts.title"));
        assertThat(captured(database)).isEqualTo(before);
    }

    @Test
    void refusesBesideTheHistoryOfAMigrationToolAndNamesThePendingMigration() throws Exception {
        TestDatabase database = TestPostgres.database(
                POSTS,
                "create table flyway_schema_history (installed_rank int primary key, version varchar(50), description"
                        + " varchar(200), type varchar(20), script varchar(1000), checksum int, installed_by varchar(100),"
                        + " installed_on timestamp default now(), execution_time int, success boolean)",
                "insert into flyway_schema_history values (1, '1', 'posts', 'SQL', 'V1__posts.sql', 0, 'x', now(), 1, true)");
        Path migrations = Files.createDirectory(folder.resolve("migration"));
        Files.writeString(migrations.resolve("V1__posts.sql"), POSTS + ";");
        Files.writeString(migrations.resolve("V2__quality.sql"), "alter table posts add quality jsonb;");
        SchemaSync sync = SchemaSync.of(
                SchemaGuard.expecting(SchemaSources.of(migrations.toString())).build());
        Schema before = captured(database);

        SyncOutcome refused = sync.run(database.direct());

        assertThat(((SyncOutcome.Refused) refused).reasons().get(0)).contains("public.flyway_schema_history");
        assertThat(((SyncOutcome.Refused) refused).reasons().get(1))
                .contains("V2__quality.sql")
                .contains("history ends at V1");
        assertThat(captured(database)).isEqualTo(before);
        assertThat(sync.with(SyncSettings.DEFAULT.withDespiteMigrations(true)).run(database.direct()))
                .isInstanceOf(SyncOutcome.Applied.class);
    }

    @Test
    void plansOnlyInADryRun() throws Exception {
        TestDatabase database = TestPostgres.database(POSTS);
        Schema before = captured(database);
        List<SyncPlan> shown = new ArrayList<>();

        SyncOutcome outcome = SchemaSync.of(guard(RELEASE))
                .with(SyncSettings.DEFAULT.withDryRun(true))
                .showing(shown::add)
                .run(database.direct());

        assertThat(outcome).isInstanceOf(SyncOutcome.Planned.class);
        assertThat(shown).hasSize(1);
        assertThat(shown.get(0).statements()).isNotEmpty();
        assertThat(captured(database)).isEqualTo(before);
    }

    @Test
    void doesNothingWhereTheExpectationIsNotKnown() throws Exception {
        TestDatabase database = TestPostgres.database(POSTS);
        Schema before = captured(database);
        String unreadable = RELEASE + "do $$ begin execute 'alter table posts add ' || current_user || ' int'; end $$;";

        SyncOutcome outcome = SchemaSync.of(guard(unreadable)).run(database.direct());

        assertThat(((SyncOutcome.Unverified) outcome).reasons().get(0)).contains("only running could tell");
        assertThat(captured(database)).isEqualTo(before);
    }

    @Test
    void takesAllBackWhereTheDatabaseWouldNotConform() throws Exception {
        TestDatabase database = TestPostgres.database(
                POSTS,
                "create function spoil() returns event_trigger language plpgsql as 'begin drop table if exists posts; end'",
                "create event trigger spoil on ddl_command_end when tag in ('CREATE TABLE') execute function spoil()");

        SyncOutcome outcome =
                SchemaSync.of(guard(POSTS + "; create table more (id bigint);")).run(database.direct());

        assertThat(((SyncOutcome.Refused) outcome).reasons())
                .contains("missing-table:posts")
                .anyMatch(reason -> reason.contains("taken back"));
        assertThat(captured(database).table("posts")).isPresent();
        assertThat(captured(database).table("more")).isEmpty();
    }

    @Test
    void saysWhatTheServerRefuses() throws Exception {
        TestDatabase database = TestPostgres.database("create type mood as enum ('good')", POSTS);
        Schema before = captured(database);
        String release = "create type mood as enum ('good', 'odd'); create table posts (id bigint primary key, title"
                + " varchar(200) not null, feeling mood not null default 'odd');";

        SyncOutcome outcome = SchemaSync.of(guard(release)).run(database.direct());

        assertThat(((SyncOutcome.Refused) outcome).reasons().get(0))
                .contains("only after the transaction that adds it")
                .contains("schema-guard fix");
        assertThat(captured(database)).isEqualTo(before);
    }

    @Test
    void givesUpWhereSomebodyHoldsTheTableOrAnotherSyncIsAtWork() throws Exception {
        TestDatabase database = TestPostgres.database(POSTS);
        SchemaSync sync = SchemaSync.of(guard(RELEASE))
                .with(SyncSettings.DEFAULT
                        .withLockTimeout(Duration.ofMillis(50))
                        .withWaitFor(Duration.ofMillis(50)));
        Schema before = captured(database);
        try (Connection other = database.direct().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select * from posts");
            assertThat(((SyncOutcome.Unverified) sync.run(database.direct()))
                            .reasons()
                            .get(0))
                    .contains("lock timeout")
                    .contains("--lock-timeout");
            other.rollback();
            statement.execute("select pg_advisory_xact_lock(" + 0x73_63_68_6d_67_72_64_01L + ")");
            assertThat(((SyncOutcome.Unverified) sync.run(database.direct()))
                            .reasons()
                            .get(0))
                    .contains("another sync of this database is at work");
        }
        assertThat(captured(database)).isEqualTo(before);
    }

    @Test
    void leavesTheSessionAsItWas() throws Exception {
        TestDatabase database = TestPostgres.database(POSTS);
        try (Connection session = database.direct().getConnection()) {
            String before = settings(session);

            SyncOutcome outcome = SchemaSync.of(guard(RELEASE)).run(new OneConnection(session));

            assertThat(outcome).isInstanceOf(SyncOutcome.Applied.class);
            assertThat(session.getAutoCommit()).isTrue();
            assertThat(settings(session)).isEqualTo(before);
        }
    }

    @Test
    void worksInTheNamedSchemaOnly() throws Exception {
        TestDatabase database = TestPostgres.database("create schema \"tenant 1\"");
        SchemaGuard guard = SchemaGuard.expecting(SchemaSources.of(script(RELEASE)))
                .scope(InspectionScope.EVERYTHING.in(List.of("tenant 1")))
                .build();

        SyncOutcome outcome = SchemaSync.of(guard).run(database.direct());

        assertThat(outcome).as(outcome.toString()).isInstanceOf(SyncOutcome.Applied.class);
        assertThat(captured(database).isEmpty()).isTrue();
    }

    @Test
    void refusesADatabaseWithoutTransactionsForDdl() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:sync");

        SyncOutcome outcome = SchemaSync.of(guard(POSTS + ";")).run(database);

        assertThat(((SyncOutcome.Unverified) outcome).reasons().get(0)).contains("'H2'");
    }

    private static String settings(Connection session) throws Exception {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery("select current_setting('lock_timeout'),"
                        + " current_setting('statement_timeout'), current_setting('search_path'),"
                        + " current_setting('transaction_isolation'), (select count(*) from pg_locks where locktype ="
                        + " 'advisory')")) {
            row.next();
            return row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " " + row.getString(4) + " "
                    + row.getString(5);
        }
    }

    private static Schema captured(TestDatabase database) throws Exception {
        return SchemaCapture.capture(database.direct(), InspectionScope.EVERYTHING);
    }

    private SchemaGuard guard(String release) throws IOException {
        return SchemaGuard.expecting(SchemaSources.of(script(release))).build();
    }

    private String script(String release) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "release", ".sql"), release)
                .toString();
    }
}
