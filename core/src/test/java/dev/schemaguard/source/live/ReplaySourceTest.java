package dev.schemaguard.source.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.UserType.EnumType;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.migrations.MigrationScripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplaySourceTest {

    private static final Database POSTGRESQL = Databases.assumed();

    @TempDir
    private Path folder;

    private final DataSource scratch = TestPostgres.freshDatabase();

    @Test
    void capturesWhatOnlyRunningCouldTell() throws IOException {
        write("V1__a.sql", "create table posts (id bigint primary key);");
        write(
                "V2__b.sql",
                "do $$ begin for i in 1..2 loop execute format('create table part_%s (id int)', i); end loop; end $$;");
        write("V10__c.sql", "create table copy as select * from posts;");

        Schema schema = replay();

        assertThat(schema.tables().stream().map(table -> table.name().toString()))
                .containsExactlyInAnyOrder("posts", "part_1", "part_2", "copy");
        assertThat(schema.gaps()).isEmpty();
    }

    @Test
    void fitsTheDatabaseThatTheSameScriptsMade() throws IOException {
        write(
                "V1__a.sql",
                "create table posts (id bigint generated always as identity primary key, t text default 'a');");
        write("V2__b.sql", "create unique index on posts (lower(t)) where t is not null;");
        DataSource production = TestPostgres.freshDatabase(
                "create table posts (id bigint generated always as identity primary key, t text default 'a')",
                "create unique index on posts (lower(t)) where t is not null");

        DriftReport report = SchemaGuard.expecting(SchemaSources.replay(folder, scratch))
                .policy(Policy.failOn(Severity.ADVISORY))
                .build()
                .check(production);

        assertThat(report.findings()).isEmpty();
        assertThat(report.unverified()).isEmpty();
    }

    @Test
    void knowsFileAndLineOfWhatTheScriptsState() throws IOException {
        write(
                "V1__a.sql",
                "create type mood as enum ('sad');\n\ncreate table posts (\n  id bigint primary key,\n  t text\n);");
        write(
                "V2__b.sql",
                "-- more\nalter table public.posts\n  add column mood mood;\ncreate index by_t on posts (t);");

        Schema schema = replay();

        Table posts = schema.table("posts").orElseThrow();
        assertThat(posts.origin()).hasToString("V1__a.sql:3");
        assertThat(posts.column("t").orElseThrow().origin()).hasToString("V1__a.sql:5");
        assertThat(posts.column("mood").orElseThrow().origin().location()).isEqualTo("V2__b.sql");
        assertThat(posts.primaryKey().orElseThrow().origin().location()).isEqualTo("V1__a.sql");
        assertThat(posts.indexes())
                .singleElement()
                .satisfies(index -> assertThat(index.origin()).hasToString("V2__b.sql:4"));
        assertThat(schema.types())
                .singleElement()
                .satisfies(type -> assertThat(type.origin()).hasToString("V1__a.sql:1"));
    }

    @Test
    void refusesADatabaseThatHoldsAnything() throws IOException, SQLException {
        write("V1__a.sql", "create table posts (id bigint);");
        TestPostgres.execute(
                scratch, "create schema app", "create table app.users (id int)", "create view v as select 1");

        assertThatThrownBy(this::replay)
                .isInstanceOf(SchemaSourceException.class)
                .hasMessage(
                        folder + ": the scratch database is not empty, it holds 'app.users', 'public.v'; replay into a"
                                + " database that was created for it and holds nothing");
        assertThat(tables()).containsExactlyInAnyOrder("users", "v");
    }

    @Test
    void runsAFileInOneTransactionSoThatItsFailureLeavesNothing() throws IOException, SQLException {
        write("V1__a.sql", "create table kept (id int);");
        write("V2__b.sql", "create table lost (id int);\nselect nosuch from kept;");

        assertThatThrownBy(this::replay).isInstanceOf(SchemaSourceException.class);

        assertThat(tables()).containsExactly("kept");
    }

    @Test
    void saysFileLineAndWhatTheServerSaid() throws IOException {
        write(
                "V1__a.sql",
                "create table posts (\n  id int\n);\r\n-- äöü\r\n/* 𝄞 */ alter table posts\r\n  add column a int,\r\n  add column b nosuchtype;");

        assertThat(failure())
                .hasMessage("V1__a.sql:7: ERROR: type \"nosuchtype\" does not exist (SQLState 42704); correct the"
                        + " migration, or what it builds on");
    }

    @Test
    void namesThePlaceholderThatNothingStandsFor() throws IOException {
        write("V1__a.sql", "create table ${prefix}posts (id int);");

        assertThat(failure())
                .hasMessageStartingWith("V1__a.sql:1: ERROR: syntax error")
                .hasMessageEndingWith("; say what stands for '${prefix}'");
    }

    @Test
    void replacesPlaceholdersAndThoseThatFlywayKnowsByItself() throws IOException {
        write("V1__a.sql", "create table ${flyway:defaultSchema}.${prefix}posts (id int);");
        MigrationScripts scripts = MigrationScripts.folder("db", folder).withPlaceholders(Map.of("prefix", "my_"));

        Schema schema = SchemaSources.replay(scripts, scratch).load(POSTGRESQL);

        assertThat(schema.table("my_posts")).isPresent();
    }

    @Test
    void runsWhatNoTransactionAllows() throws IOException {
        write("V1__a.sql", "create table posts (id int, t text);");
        write("V2__b.sql", "create index concurrently by_t on posts (t);\nvacuum posts;");
        write("V3__c.sql", "create type mood as enum ('sad');");
        write("V4__d.sql", "alter type mood add value 'ok';\nalter table posts add mood mood default 'ok';");
        write("V5__e.sql", "begin;\nalter table posts add a int;\ncommit;\nalter table posts add b int;");
        write("V6__f.sql", "begin;\nalter table posts add c int;");

        Schema schema = replay();

        Table posts = schema.table("posts").orElseThrow();
        assertThat(posts.indexes()).hasSize(1);
        assertThat(posts.column("mood").orElseThrow().columnDefault()).isInstanceOf(ColumnDefault.Expression.class);
        assertThat(posts.columns()).extracting("name").contains("a", "b", "c");
        assertThat(((EnumType) schema.types().iterator().next()).labels()).containsExactly("sad", "ok");
    }

    @Test
    void leavesNoSettingToTheNextFile() throws IOException, SQLException {
        write(
                "V1__a.sql",
                "create schema app;\nset search_path = app;\ncreate table a (id int);\ncreate temp table gone (id int);");
        write("V2__b.sql", "create table b (id int);");

        Schema schema = replay();

        assertThat(schema.table("b")).isPresent();
        assertThat(schema.table("gone")).isEmpty();
        assertThat(tables()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void capturesEverySchemaThatTheScriptsFilled() throws IOException {
        write("V1__a.sql", "create table posts (id int);\ncreate schema app;\ncreate table app.users (id int);");

        Schema schema = replay();

        assertThat(schema.tables())
                .extracting(table -> table.name() + " " + table.origin())
                .containsExactlyInAnyOrder("posts V1__a.sql:1", "app.users V1__a.sql:3");
        assertThat(schema.searchPath()).isEmpty();
    }

    @Test
    void runsADumpAndLeavesItsRowsOut() throws IOException {
        Path script = folder.resolve("dump.sql");
        Files.writeString(script, """
                \\restrict abc
                SET standard_conforming_strings = on;
                SELECT pg_catalog.set_config('search_path', '', false);
                CREATE FUNCTION public.f() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT 1; END;
                CREATE TABLE public.posts (id integer NOT NULL, t text DEFAULT ';'::text);
                COPY public.posts (id, t) FROM stdin;
                1\ta;b
                2\t'
                \\.
                ALTER TABLE ONLY public.posts ADD CONSTRAINT posts_pkey PRIMARY KEY (id);
                \\unrestrict abc
                """);

        Schema schema = SchemaSources.replay(script, scratch).load(POSTGRESQL);

        Table posts = schema.table("posts").orElseThrow();
        assertThat(posts.primaryKey()).isPresent();
        assertThat(posts.column("id").orElseThrow().nullability()).isEqualTo(Nullability.NOT_NULL);
    }

    @Test
    void refusesWhatOnlyPsqlCanRun() throws IOException, SQLException {
        write("a.sql", "create table posts (id int);\n\n\\i other.sql\n");

        assertThat(failure())
                .hasMessageStartingWith(
                        "a.sql:3: only the database's own client can run this, for it reads other files or branches;"
                                + " run the script with that client");
        assertThat(tables()).isEmpty();
    }

    @Test
    void refusesWhatReachesBeyondTheScratchDatabase() throws IOException {
        write("a.sql", "create table posts (id int);\ndrop database if exists production;");

        assertThat(failure()).hasMessageStartingWith("a.sql:2: this would change more than the scratch database");
    }

    @Test
    void refusesMigrationsThatArePrograms() throws IOException, SQLException {
        write("V1__a.sql", "create table posts (id int);");
        write("V2__b.java", "class V2__b {}");

        assertThat(failure())
                .hasMessageStartingWith("V2__b.java: the migration is a program, which a replay cannot run; ");
        assertThat(tables()).isEmpty();
    }

    @Test
    void runsOnceAndGivesTheSameSchemaAgain() throws IOException {
        write("V1__a.sql", "create table posts (id int);");
        SchemaSource source = SchemaSources.replay(folder, scratch);

        Schema first = source.load(POSTGRESQL);

        assertThat(source.load(POSTGRESQL)).isSameAs(first);
    }

    @Test
    void saysTheSameFailureAgainInsteadOfComplainingAboutItsOwnTables() throws IOException {
        write("V1__a.sql", "create table posts (id int);");
        write("V2__b.sql", "select nosuch;");
        SchemaSource source = SchemaSources.replay(folder, scratch);
        SchemaSourceException first = catchThrowableOfType(SchemaSourceException.class, () -> source.load(POSTGRESQL));

        assertThatThrownBy(() -> source.load(POSTGRESQL)).isSameAs(first);
    }

    @Test
    void refusesAScratchDatabaseOfAnotherKind() throws IOException {
        write("V1__a.sql", "create table posts (id int);");
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:");
        SchemaSource source = SchemaSources.replay(folder, h2);

        assertThatThrownBy(() -> source.load(POSTGRESQL))
                .isInstanceOf(SchemaSourceException.class)
                .hasMessageContaining(
                        "the scratch database is a 'h2' database, but the one to be checked is 'postgresql'");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Schema replay() {
        return SchemaSources.replay(folder, scratch).load(POSTGRESQL);
    }

    private SchemaSourceException failure() {
        return catchThrowableOfType(SchemaSourceException.class, this::replay);
    }

    private List<String> tables() throws SQLException {
        try (Connection connection = scratch.getConnection()) {
            return POSTGRESQL.catalog().made(connection, Duration.ofSeconds(30)).stream()
                    .map(ObjectName::name)
                    .toList();
        }
    }
}
