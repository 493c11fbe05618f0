package dev.schemaguard.jdbc.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.database.postgres.sync.CatalogPicture;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.model.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sync runs nobody else's code, takes nothing away, and writes only where it may. */
class SyncPrecautionsTest {

    private static final String POSTS = "create table posts (id int primary key)";

    private static final String[] THINGS = {
        POSTS,
        "create table other (id int primary key, n int not null default 7, m text)",
        "create index other_m on other (m)",
        "create view seen as select n from other",
        "create type mood as enum ('good', 'bad')",
        "create domain email as text check (value <> '')",
        "create function twice(int) returns int language sql as 'select $1 * 2'",
        "create sequence numbers",
        "create schema apart",
        "create function at_insert() returns trigger language plpgsql as 'begin return new; end'",
        "create trigger at_insert before insert on other for each row execute function at_insert()",
        "create policy mine on other using (true)",
        "comment on table other is 'the other'"
    };

    private static final List<String> CHANGES = List.of(
            "drop table other cascade => relation public.other is gone",
            "alter table other drop column m => column public.other.m is gone",
            "alter table other rename m to l => column public.other.m is not what it was",
            "drop view seen; alter table other alter n type bigint => column public.other.n is not what it was",
            "alter table other alter n drop not null => NOT NULL of column public.other.n is gone",
            "alter table other alter n set default 8 => default of column public.other.n",
            "alter table other drop constraint other_pkey => constraint public.other.other_pkey is gone",
            "drop index other_m => relation public.other_m is gone",
            "create or replace view seen as select n + 0 as n from other => rule public.seen._RETURN is not what it was",
            "alter type mood rename value 'bad' to 'worse' => label public.mood 'bad' is not what it was",
            "alter domain email set not null => type public.email is not what it was",
            "create or replace function twice(int) returns int language sql as 'select 1' => function public.twice is not",
            "alter sequence numbers increment 2 => sequence public.numbers is not what it was",
            "drop schema apart => schema apart is gone",
            "alter table other disable trigger at_insert => trigger public.other.at_insert is not what it was",
            "drop policy mine on other => policy public.other.mine is gone",
            "alter table other enable row level security => relation public.other is not what it was",
            "grant select on other to public => relation public.other is not what it was",
            "comment on table other is null => comment");

    @TempDir
    Path folder;

    @Test
    void asksBeforeItWritesWhereTransactionsAreReadOnly() throws Exception {
        TestDatabase database = TestPostgres.database(POSTS);
        database.execute("alter database " + database.name() + " set default_transaction_read_only = on");
        SchemaSync sync = SchemaSync.of(guard(POSTS + "; create table more (id int);"));

        SyncOutcome refused = sync.run(database.direct());

        assertThat(((SyncOutcome.Refused) refused).reasons())
                .singleElement()
                .asString()
                .contains("default_transaction_read_only is on (set by: database)")
                .contains("--despite-read-only");
        assertThat(sync.with(SyncSettings.DEFAULT.withDryRun(true)).run(database.direct()))
                .isInstanceOf(SyncOutcome.Planned.class);
        assertThat(text(database, "select to_regclass('more')::text")).isNull();
        assertThat(sync.with(SyncSettings.DEFAULT.withDespiteReadOnly(true)).run(database.direct()))
                .isInstanceOf(SyncOutcome.Applied.class);
        assertThat(text(database, "select to_regclass('more')::text")).isEqualTo("more");
    }

    @Test
    void asksBeforeItWritesThroughAConnectionThatWasSetToReadOnly() throws Exception {
        TestDatabase database = TestPostgres.database(POSTS);
        SchemaSync sync = SchemaSync.of(guard(POSTS + "; create table more (id int);"));
        try (Connection session = database.direct().getConnection()) {
            session.setReadOnly(true);

            assertThat(((SyncOutcome.Refused) sync.run(new OneConnection(session)))
                            .reasons()
                            .get(0))
                    .contains("the connection was set to read only");
            assertThat(sync.with(SyncSettings.DEFAULT.withDespiteReadOnly(true)).run(new OneConnection(session)))
                    .isInstanceOf(SyncOutcome.Applied.class);
        }
    }

    @Test
    void callsNoFunctionThatIsNotKnownUnlessItIsAllowed() throws Exception {
        TestDatabase database = TestPostgres.database(
                POSTS, "create function twice(int) returns int immutable language sql as 'select $1 * 2'");
        SchemaSync sync = SchemaSync.of(guard("create table posts (id int primary key, n int default twice(2), m int"
                + " generated always as (abs(id) + 1) stored, at timestamptz default now());"));

        assertThat(((SyncOutcome.Refused) sync.run(database.direct())).reasons().get(0))
                .startsWith("missing-column:posts.n: it calls twice()")
                .endsWith("--allow-function twice");
        assertThat(sync.with(SyncSettings.DEFAULT.withAllowedFunctions(Set.of("Twice")))
                        .run(database.direct()))
                .isInstanceOf(SyncOutcome.Applied.class);
        assertThatThrownBy(() -> SyncSettings.DEFAULT.withAllowedFunctions(Set.of(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allowedFunctions");
    }

    @Test
    void runsNoCodeOfARoleThatMayOnlyCreateInTheSchema() throws Exception {
        TestDatabase database = TestPostgres.database(
                POSTS,
                "do $$ begin create role low; exception when duplicate_object then null; end $$",
                "grant create on schema public to low",
                "create table fired (who text)",
                "grant insert on fired to public",
                "set role low",
                "create function public.lower(varchar) returns text immutable language plpgsql as $$ begin"
                        + " insert into fired values (current_user); return 'x'; end $$",
                "create function public.same(text, int) returns boolean immutable language plpgsql as $$ begin"
                        + " insert into fired values (current_user); return true; end $$",
                "create operator public.= (leftarg = text, rightarg = int, function = public.same)");
        Schema release = Schema.builder()
                .table(
                        "posts",
                        t -> t.column("id", "int")
                                .column("a", "text", c -> c.columnDefault("lower(cast('A' as varchar))"))
                                .column("b", "boolean", c -> c.columnDefault("'1'::text = 1")))
                .build();

        SyncOutcome outcome =
                SchemaSync.of(SchemaGuard.expecting(release).build()).run(database.direct());

        assertThat(((SyncOutcome.Refused) outcome).reasons())
                .anyMatch(reason -> reason.contains("function public.lower(character varying) of role 'low'"))
                .anyMatch(reason -> reason.contains("operator public.= (text, integer) of role 'low'"));
        assertThat(text(database, "select count(*)::text from fired")).isEqualTo("0");
    }

    @Test
    void findsTheServersFunctionsFirstWhateverTheRoleHasSet() throws Exception {
        TestDatabase database = TestPostgres.database(
                POSTS, "create function public.gen_random_uuid() returns uuid language sql as 'select null::uuid'");
        database.execute("alter database " + database.name() + " set search_path = public, pg_catalog");

        SyncOutcome outcome = SchemaSync.of(
                        guard("create table posts (id int primary key, token uuid default gen_random_uuid());"))
                .run(database.direct());

        assertThat(outcome).as(outcome.toString()).isInstanceOf(SyncOutcome.Applied.class);
        assertThat(text(
                        database,
                        "select count(*)::text from pg_depend where classid = 'pg_attrdef'::regclass"
                                + " and refclassid = 'pg_proc'::regclass"))
                .as("functions that are not the server's")
                .isEqualTo("0");
    }

    @Test
    void takesAllBackWhereSomethingThatWasThereIsGoneOrChanged() throws Exception {
        TestDatabase database = meddled();
        SchemaSync sync = SchemaSync.of(guard(POSTS + "; create table more (id int);"));
        try (Connection session = database.direct().getConnection()) {
            for (String one : CHANGES) {
                String change = one.substring(0, one.indexOf(" => "));
                meddle(database, change);

                SyncOutcome outcome = sync.run(new OneConnection(session));

                assertThat(outcome).as(change).isInstanceOf(SyncOutcome.Refused.class);
                assertThat(((SyncOutcome.Refused) outcome).reasons())
                        .as(change)
                        .anyMatch(reason -> reason.contains("all was taken back"))
                        .anyMatch(reason -> reason.contains(one.substring(one.indexOf(" => ") + 4)));
            }
        }
        assertThat(text(database, "select to_regclass('more')::text")).isNull();
        assertThat(text(
                        database,
                        "select count(*)::text from pg_attribute where attrelid = 'other'::regclass"
                                + " and attnum > 0 and not attisdropped"))
                .isEqualTo("3");
    }

    @Test
    void doesNotMindWhatComesToBeBesides() throws Exception {
        TestDatabase database = meddled();
        meddle(
                database,
                "create sequence extra; create function thrice(int) returns int language sql as 'select $1 * 3';"
                        + " alter table other add l int default 1; alter default privileges grant select on tables to public");

        SyncOutcome outcome =
                SchemaSync.of(guard(POSTS + "; create table more (id int);")).run(database.direct());

        assertThat(outcome).as(outcome.toString()).isInstanceOf(SyncOutcome.Applied.class);
    }

    @Test
    void doesNotMindAnIndexOfAPartitionThatBecomesPartOfTheWhole() throws Exception {
        String whole = "create table months (id int, at date) partition by range (at)";
        String part = "create table may partition of months for values from ('2026-05-01') to ('2026-06-01')";
        TestDatabase database = TestPostgres.database(whole, part, "create index may_at on may (at)");

        SyncOutcome outcome = SchemaSync.of(guard(whole + ";" + part + "; create index months_at on months (at);"))
                .run(database.direct());

        assertThat(outcome).as(outcome.toString()).isInstanceOf(SyncOutcome.Applied.class);
        assertThat(text(database, "select relispartition::text from pg_class where relname = 'may_at'"))
                .isEqualTo("true");
    }

    /** With an event trigger, which stands for whoever does more in the transaction than the plan says. */
    private static TestDatabase meddled() {
        TestDatabase database = TestPostgres.database(THINGS);
        meddle(database, "select");
        database.execute("create event trigger meddle on ddl_command_end when tag in ('CREATE TABLE')"
                + " execute function public.meddle()");
        return database;
    }

    private static void meddle(TestDatabase database, String sql) {
        database.execute(
                "create or replace function meddle() returns event_trigger language plpgsql as $$ begin execute $sql$"
                        + sql + "$sql$; end $$");
    }

    @Test
    void looksAtTheWholeDatabaseInTheServersOwnWordsOnly() throws Exception {
        TestDatabase database = TestPostgres.database(THINGS);
        try (Connection session = database.direct().getConnection();
                Statement statement = session.createStatement()) {
            statement.execute("set search_path = pg_catalog, pg_temp");
            CatalogPicture before = CatalogPicture.of(session);
            statement.execute("insert into public.other values (1)");
            statement.execute("select nextval('public.numbers')");
            statement.execute("analyze public.other");

            assertThat(before.lostIn(session)).isEmpty();
            statement.execute("drop schema public cascade");
            List<String> lost = before.lostIn(session);
            assertThat(lost).hasSize(11).contains("schema public is gone");
            assertThat(lost.get(10)).matches("and [0-9]+ more");
        }
    }

    private SchemaGuard guard(String release) throws IOException {
        return SchemaGuard.expecting(SchemaSources.of(Files.writeString(folder.resolve("release.sql"), release)
                        .toString()))
                .build();
    }

    private static String text(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.direct().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
