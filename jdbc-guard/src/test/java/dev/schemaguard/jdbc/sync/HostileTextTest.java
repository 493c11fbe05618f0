package dev.schemaguard.jdbc.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.ReportWithFixes;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.jdbc.sync.HostileTexts.Case;
import dev.schemaguard.policy.Fix;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.snapshot.SnapshotJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever an expectation says, neither what {@code fix} prints nor a sync touches what is there, or makes what was not asked for.
 * The ordinary build has each text in one place; {@code -Dproof.full=true} in all.
 */
class HostileTextTest {

    private static final boolean FULL = Boolean.getBoolean("proof.full");

    private static final int NAMES_THAT_ARE_ONLY_NAMES = 10;

    private static final String[] CANARIES = {
        "create table victim (id int primary key, n int not null default 7, secret text)",
        "insert into victim values (1, 10, 'one'), (2, 20, 'two')",
        "create sequence victim_seq",
        "select setval('victim_seq', 42)",
        "select lo_create(4711)",
        "create table posts (id int primary key, n int)",
        "insert into posts values (1, 1)",
        "create table drafts (id int primary key, n int)",
        "create table fired (who text)",
        "create function evil() returns int language sql as $$ insert into fired values ('evil') returning 1 $$",
        "create function evil(posts) returns int language sql as $$ insert into fired values ('row') returning 1 $$",
        "create function evil(drafts) returns int language sql as $$ insert into fired values ('row') returning 1 $$",
        "create function evil(text) returns boolean language sql immutable as $$ select true $$",
        "create domain evil_domain as text check (evil(value))"
    };

    /** Rows, columns, numbers, large objects, and whatever is there that no expectation names. */
    private static final String CANARY = """
            select (select string_agg(v::text, ' ' order by id) from victim v) || '|' || (select string_agg(p.id || ' ' || n, ' ')
                from posts p)
              || (select count(*) from fired) || (select last_value from victim_seq)
              || (select string_agg(oid::text, ' ') from pg_largeobject_metadata)
              || (select string_agg(attname || atttypid || attnotnull, ' ' order by attrelid, attnum) from pg_attribute
                  where attnum > 0 and (attrelid = 'victim'::regclass or attname in ('id', 'n')
                    and attrelid in ('posts'::regclass, 'drafts'::regclass)))
              || (select coalesce(string_agg(adbin::text, ' '), '') from pg_attrdef where adrelid = 'victim'::regclass)
              || (select count(*) from pg_constraint where 'victim'::regclass in (conrelid, confrelid) and contype <> 'n')
              || (select count(*) from pg_proc where oid >= 16384) || (select count(*) from pg_trigger where not tgisinternal)
              || (select count(*) from pg_class where relname like 'pwned%') || (select count(*) from pg_roles)
              || (select count(*) from pg_constraint where conname like '%\\_id\\_check%')""";

    private static final String CHECK_OF_USER = """
            select pg_get_constraintdef(oid) from pg_constraint
            where contype = 'c' and conrelid = '"x; drop table victim"'::regclass and conname like '%user%'""";

    @TempDir
    Path folder;

    private TestDatabase database;
    private Connection session;
    private Connection watch;
    private Path marker;

    @BeforeEach
    void makeCanaries() throws SQLException {
        database = TestPostgres.database(CANARIES);
        session = database.direct().getConnection();
        watch = database.direct().getConnection();
        marker = folder.resolve("marker");
    }

    @AfterEach
    void close() throws SQLException {
        session.close();
        watch.close();
    }

    @Test
    void aSyncTouchesNothingButWhatItAdds() throws Exception {
        String before = canary();
        int applied = 0;
        for (Case hostile : HostileTexts.cases(marker.toString(), FULL)) {
            SyncOutcome outcome =
                    SchemaSync.of(guard(SchemaSources.of(hostile.schema()))).run(new OneConnection(session));

            assertThat(canary()).as(hostile.name() + " -> " + outcome).isEqualTo(before);
            applied += outcome instanceof SyncOutcome.Applied ? 1 : 0;
        }
        assertThat(applied).as("names are only names").isGreaterThan(NAMES_THAT_ARE_ONLY_NAMES);
        assertThat(marker).doesNotExist();
    }

    @Test
    void whatFixPrintsTouchesNothingButWhatItCures() throws Exception {
        String before = canary();
        for (Case hostile : HostileTexts.cases(marker.toString(), FULL)) {
            for (Fix fix : remedy(SchemaSources.of(hostile.schema())).plan().statements()) {
                if (!callsAnything(fix)) {
                    runOne(fix.sql());
                    assertThat(canary()).as(hostile.name() + " -> " + fix.sql()).isEqualTo(before);
                }
            }
        }
        assertThat(marker).doesNotExist();
    }

    @Test
    void theScriptOfFixDoesNoMoreInPsql() throws Exception {
        Assumptions.assumeTrue(hasPsql(), "no psql on the path");
        String before = canary();
        StringBuilder all = new StringBuilder();
        for (Case hostile : HostileTexts.cases(marker.toString(), FULL)) {
            ReportWithFixes remedy = remedy(SchemaSources.of(hostile.schema()));
            if (remedy.plan().statements().stream().noneMatch(HostileTextTest::callsAnything)) {
                all.append(remedy.plan().toSql(List.of(hostile.name()), false));
            }
        }
        Path script = Files.writeString(folder.resolve("fix.sql"), all);
        Process psql = new ProcessBuilder(
                        "psql",
                        "-X",
                        "-q",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        "" + database.port(),
                        "-U",
                        "postgres",
                        "-f",
                        script.toString(),
                        database.name())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("psql.log").toFile())
                .directory(folder.toFile())
                .start();
        assertThat(psql.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(canary()).as(Files.readString(folder.resolve("psql.log"))).isEqualTo(before);
        assertThat(marker).doesNotExist();
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("fix.sql", "psql.log");
    }

    @Test
    void aSnapshotOrAScriptOrADatabaseIsNoOtherWayIn() throws Exception {
        String before = canary();
        List<Case> cases = HostileTexts.cases(marker.toString(), FULL);
        for (int i = 0; i < cases.size(); i += FULL ? 1 : 8) {
            Path snapshot = Files.writeString(
                    folder.resolve("schema.json"),
                    SnapshotJson.toText(cases.get(i).schema(), HostileTexts.dialect()));
            SyncOutcome outcome =
                    SchemaSync.of(guard(SchemaSources.snapshot(snapshot))).run(new OneConnection(session));
            assertThat(canary()).as(cases.get(i).name() + " -> " + outcome).isEqualTo(before);
        }
        String ddl = "create type \"text;drop table victim;\" as enum ('a');"
                + "create table posts (id int primary key, n int, c \"text;drop table victim;\");"
                + "create type \"two words\" as enum ('it''s', '\\');"
                + "create domain \"do\"\"m\" as text default 'x' check (value <> ';' and value <> '\\!');"
                + "create table \"x; drop table victim\" (a \"two words\" default '\\', b \"do\"\"m\" check (b <> '--'),"
                + " \"user\" text check (\"user\" <> 'me'));";
        TestDatabase other = TestPostgres.database(ddl);
        Path script = Files.writeString(folder.resolve("release.sql"), ddl);

        for (SchemaSource source :
                List.of(SchemaSources.of(script.toString()), SchemaSources.database(other.direct()))) {
            TestDatabase target = TestPostgres.database(
                    "create table posts (id int primary key, n int)", "create table victim (id int)");
            SyncOutcome outcome = SchemaSync.of(guard(source)).run(target.direct());

            assertThat(outcome).as(outcome.toString()).isInstanceOf(SyncOutcome.Applied.class);
            try (Connection there = target.direct().getConnection()) {
                assertThat(text(there, "select to_regclass('victim')::text")).isEqualTo("victim");
                assertThat(text(there, CHECK_OF_USER)).contains("\"user\"");
            }
        }
        assertThat(canary()).isEqualTo(before);
    }

    private static boolean callsAnything(Fix fix) {
        return fix.hazards().stream().anyMatch(hazard -> hazard.startsWith("calls "));
    }

    private static boolean hasPsql() throws InterruptedException {
        try {
            return new ProcessBuilder("psql", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private SchemaGuard guard(SchemaSource source) {
        return SchemaGuard.expecting(source).build();
    }

    private ReportWithFixes remedy(SchemaSource source) throws Exception {
        return guard(source).remedy(session);
    }

    private void runOne(String sql) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            // The server may refuse what makes no sense; what counts is what it did.
            assertThat(session.isValid(5)).as(sql).isTrue();
        }
    }

    private String canary() throws SQLException {
        return text(watch, CANARY);
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
