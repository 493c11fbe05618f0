package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drift cured by the runnable jar: by the script that it prints, and by itself. */
class SyncCommandIT {

    private static final boolean FULL = Boolean.getBoolean("proof.full");

    /** Threads do it by tens in every build; processes take longer to start than to sync. */
    private static final int AT_ONCE = FULL ? 10 : 4;

    private static final int TABLES = 150;
    private static final int KILLS = FULL ? 60 : 3;

    private static final String RELEASE = """
            CREATE TABLE posts (id bigint PRIMARY KEY, title varchar(200) NOT NULL, quality jsonb, slug text UNIQUE);
            CREATE TABLE reels (id bigserial PRIMARY KEY, post bigint NOT NULL REFERENCES posts);
            """;

    private static EmbeddedPostgres server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        execute("drop schema if exists public cascade");
        execute("create schema public");
        execute("create table posts (id bigint primary key, title varchar(50) not null)");
        execute("insert into posts values (1, 'one')");
    }

    @Test
    void printsAScriptThatCuresAllAndAppliesOnlyWhatAdds() throws Exception {
        String release = script(RELEASE);
        Path fix = folder.resolve("fix.sql");

        RunnableJar.Result refused = run("sync", "--expect", release, "--fail-on", "risky");
        assertThat(refused.exit()).as(refused.toString()).isEqualTo(1);
        assertThat(refused.err()).contains("type-narrower:posts.title").contains("nothing was changed");
        assertThat(number("select count(*) from information_schema.tables where table_name = 'reels'"))
                .isZero();

        RunnableJar.Result planned = run("sync", "--expect", release, "--dry-run");
        assertThat(planned.exit()).as(planned.toString()).isZero();
        assertThat(planned.out()).contains("ADD COLUMN quality jsonb;").contains("nothing was changed");
        assertThat(number("select count(*) from information_schema.tables where table_name = 'reels'"))
                .isZero();

        RunnableJar.Result printed = run("fix", "--expect", release, "--out", fix.toString());
        assertThat(printed.exit()).as(printed.toString()).isEqualTo(1);
        String sql = Files.readString(fix);
        assertThat(sql).contains("-- missing-column:posts.slug  BREAKING").contains("CONCURRENTLY");
        for (String statement : sql.replaceAll("(?m)^--.*$", "").split(";\n", -1)) {
            if (!statement.isBlank()) {
                execute(statement);
            }
        }
        assertThat(run("fix", "--expect", release, "--fail-on", "advisory"))
                .satisfies(result -> assertThat(result.exit()).isZero())
                .satisfies(result -> assertThat(result.out()).contains("0 statements; nothing is left over"));
        assertThat(run("sync", "--expect", release).out()).contains("nothing to add");
    }

    @Test
    void exits2WhereNobodyAnswersAnd3WhereTheCommandLineIsWrong() throws Exception {
        String release = script(RELEASE);
        String nowhere = "jdbc:postgresql://127.0.0.1:1/postgres?password=s3cret";

        assertThat(InProcess.run("sync", "--url", nowhere, "--expect", release))
                .satisfies(result -> assertThat(result.exit()).isEqualTo(2))
                .satisfies(result -> assertThat(result.err()).contains("nothing was changed"))
                .satisfies(result -> assertThat(result.out() + result.err()).doesNotContain("s3cret"));
        assertThat(InProcess.run("fix", "--url", nowhere, "--expect", release))
                .satisfies(result -> assertThat(result.exit()).isEqualTo(2))
                .satisfies(result -> assertThat(result.err()).contains("not verified"));
        assertThat(InProcess.run("sync", "--url", nowhere).exit()).isEqualTo(3);
        assertThat(InProcess.run("sync", "--url", url(), "--expect", release, "--lock-timeout", "0")
                        .exit())
                .isEqualTo(3);
    }

    @Test
    void ofManyProcessesAtOnceOneApplies() throws Exception {
        String release = script(RELEASE);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<RunnableJar.Result>> running = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                running.add(threads.submit(() -> run("sync", "--expect", release)));
            }
            List<String> outs = new ArrayList<>();
            for (Future<RunnableJar.Result> one : running) {
                assertThat(one.get().exit()).as(one.get().toString()).isZero();
                outs.add(one.get().out());
            }
            assertThat(outs).filteredOn(out -> out.contains("applied ")).hasSize(1);
            assertThat(outs).filteredOn(out -> out.contains("nothing to add")).hasSize(AT_ONCE - 1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void leavesAllOrNothingWhereItIsKilled() throws Exception {
        StringBuilder release = new StringBuilder();
        for (int i = 0; i < TABLES; i++) {
            release.append("CREATE TABLE t" + i + " (id bigserial PRIMARY KEY, name text UNIQUE);\n");
        }
        String location = script(release.toString());
        Random random = new Random(7);
        int cut = 0;
        for (int i = 0; i < KILLS; i++) {
            empty();
            Process process = RunnableJar.start("sync", "--url", url(), "--user", "postgres", "--expect", location);
            awaitLock();
            boolean ended = process.waitFor(random.nextInt(250), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            awaitNobody();
            long tables = number("select count(*) from pg_tables where tablename ~ '^t[0-9]+$'");
            assertThat(tables).as("ended by itself: " + ended).isIn(0L, (long) TABLES);
            cut += tables == 0 ? 1 : 0;
        }
        assertThat(cut).as("killed in time").isPositive();
        assertThat(run("sync", "--expect", location).exit()).isZero();
        assertThat(number("select count(*) from pg_tables where tablename ~ '^t[0-9]+$'"))
                .isEqualTo(TABLES);
    }

    /** Until a sync has its lock. */
    private static void awaitLock() throws SQLException {
        await("exists (select from pg_locks where locktype = 'advisory' and granted)");
    }

    /** Until the server has noticed that a process is gone. */
    private static void awaitNobody() throws SQLException {
        await("not exists (select from pg_stat_activity where application_name = 'schema-guard')");
    }

    private static void await(String condition) throws SQLException {
        execute("""
                do $$ begin
                  for attempt in 1..4000 loop
                    perform pg_stat_clear_snapshot();
                    exit when %s;
                    perform pg_sleep(0.005);
                  end loop;
                end $$""".formatted(condition));
    }

    private static RunnableJar.Result run(String verb, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(verb, "--url", url(), "--user", "postgres"));
        arguments.addAll(List.of(more));
        return RunnableJar.run(arguments.toArray(String[]::new));
    }

    private String script(String sql) throws IOException {
        return Files.writeString(folder.resolve("release.sql"), sql).toString();
    }

    private static String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
