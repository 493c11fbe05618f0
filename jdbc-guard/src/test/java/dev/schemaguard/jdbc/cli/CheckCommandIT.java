package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The runnable jar as a process, against a real server: every exit code, every kind of bad input. */
class CheckCommandIT {

    private static final String RELEASE = """
            CREATE TABLE posts (
                id      bigint PRIMARY KEY,
                title   varchar(200) NOT NULL,
                quality jsonb
            );
            CREATE TABLE reel_jobs (id uuid PRIMARY KEY);
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
    void createRole() throws SQLException {
        execute(
                "drop schema if exists public cascade",
                "create schema public",
                "grant usage on schema public to public");
    }

    @AfterEach
    void dropRole() throws SQLException {
        execute("drop schema if exists locked cascade", "drop role if exists stranger");
    }

    @Test
    void exits0WhereTheDatabaseHasWhatTheReleaseExpects() throws Exception {
        execute(RELEASE);

        RunnableJar.Result result = check("--expect", script(RELEASE));

        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(result.out()).contains("conforms").contains("2 of 2 tables, 4 columns");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void exits1AndNamesEverythingWhereTheDatabaseIsBehind() throws Exception {
        execute("create table posts (id bigint primary key, title varchar(200) not null)");

        RunnableJar.Result result = check("--expect", script(RELEASE), "--format", "json");

        assertThat(result.exit()).as(result.toString()).isEqualTo(1);
        JsonNode report = JsonMapper.shared().readTree(result.out());
        assertThat(report.get("verdict").asString()).isEqualTo("drifted");
        assertThat(report.at("/findings").size()).isEqualTo(2);
        assertThat(report.at("/findings/0/id").asString()).isEqualTo("missing-column:posts.quality");
        assertThat(report.at("/findings/0/origin").asString()).endsWith("release.sql:4");
        assertThat(report.at("/findings/1/id").asString()).isEqualTo("missing-table:reel_jobs");
        assertThat(report.at("/database/product").asString()).isEqualTo("PostgreSQL");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void writesTheReportToAFile() throws Exception {
        execute(RELEASE);
        Path file = folder.resolve("report.json");

        RunnableJar.Result result =
                check("--expect", script(RELEASE), "--format", "json", "--report-out", file.toString());

        assertThat(result.exit()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(JsonMapper.shared()
                        .readTree(Files.readString(file))
                        .get("failed")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void saysAnEmptySchemaInOneHeadline() throws Exception {
        RunnableJar.Result result = check("--expect", script(RELEASE));

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).contains("schema `public` is empty").doesNotContain("missing-table");
    }

    @Test
    void exits2WhereNobodyListens() throws Exception {
        RunnableJar.Result result = RunnableJar.run(
                "check",
                "--url",
                "jdbc:postgresql://127.0.0.1:" + freePort() + "/app?password=s3cret",
                "--user",
                "app",
                "--expect",
                script(RELEASE));

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).contains("unreachable").contains("check that the server runs");
        assertThatNothingLeaks(result);
    }

    @Test
    void exits2WhereTheServerRefusesTheRole() throws Exception {
        RunnableJar.Result result = RunnableJar.run(
                Map.of("APP_PASSWORD", "s3cret"),
                List.of(),
                "check",
                "--url",
                url(),
                "--user",
                "nobody_of_that_name",
                "--password-env",
                "APP_PASSWORD",
                "--expect",
                script(RELEASE));

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).contains("not-permitted").contains("nobody_of_that_name");
        assertThatNothingLeaks(result);
    }

    @Test
    void exits2WhereTheDatabaseDoesNotExist() throws Exception {
        RunnableJar.Result result = RunnableJar.run(
                "check",
                "--url",
                url().replace("/postgres", "/nowhere"),
                "--user",
                "postgres",
                "--expect",
                script(RELEASE));

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).contains("the database does not exist");
    }

    @Test
    void exits1AndNamesTheGrantWhereTheRoleMayNotUseTheSchema() throws Exception {
        execute("create schema locked", "create table locked.posts (id int)", "create role stranger login");

        RunnableJar.Result result = RunnableJar.run(
                "check", "--url", url(), "--user", "stranger", "--schema", "locked", "--expect", script(RELEASE));

        assertThat(result.exit()).as(result.toString()).isEqualTo(1);
        assertThat(result.out())
                .contains("missing-privilege  locked")
                .contains("GRANT USAGE ON SCHEMA locked TO stranger");
    }

    @Test
    void exits1WhereTheRoleMayNotReadTheTable() throws Exception {
        execute(RELEASE, "create role stranger login");

        RunnableJar.Result result =
                RunnableJar.run("check", "--url", url(), "--user", "stranger", "--expect", script(RELEASE));

        assertThat(result.exit()).as(result.toString()).isEqualTo(1);
        assertThat(result.out())
                .contains("missing-privilege")
                .contains("role `stranger` lacks")
                .doesNotContain("missing-table");
    }

    @Test
    void exits2WhereTheSchemaDoesNotExist() throws Exception {
        RunnableJar.Result result = check("--schema", "nowhere", "--expect", script(RELEASE));

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).contains("schema-not-found").contains("nowhere");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "release.sql | `` | release.sql",
                "release.sql | -- nothing but a comment | release.sql",
                "release.sql | create table posts (id bigint, 'unterminated | release.sql:1",
                "schema.json | {\"version\": 99, \"dialect\": \"postgresql\"} | newer",
                "schema.json | {\"version\": 1, \"tables\": [ | schema.json",
                "schema.json | [] | schema.json",
                "schema.json | `` | schema.json"
            })
    void exits2AndSaysWhyWhereTheExpectationCannotBeRead(String name, String content, String said) throws Exception {
        Path file = Files.writeString(folder.resolve(name), content == null ? "" : content);

        RunnableJar.Result result =
                InProcess.run("check", "--url", url(), "--user", "postgres", "--expect", file.toString());

        assertThat(result.exit()).as(result.toString()).isEqualTo(2);
        assertThat(result.out()).contains("UNVERIFIED").contains(said);
        assertThat(result.out() + result.err()).doesNotContain("\tat ").doesNotContain("Exception in thread");
    }

    @Test
    void exits2WhereTheExpectationIsNotThereOrEmpty() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(check("--expect", folder.resolve("nowhere.sql").toString()))
                .satisfies(result -> assertThat(result.exit()).isEqualTo(2))
                .satisfies(result -> assertThat(result.out()).contains("nowhere.sql"));
        assertThat(check("--expect", empty.toString()))
                .satisfies(result -> assertThat(result.exit()).isEqualTo(2))
                .satisfies(result -> assertThat(result.out()).contains("empty"));
    }

    @Test
    void exits2AndNamesTheLineOfAStatementThatItCannotRead() throws Exception {
        execute(RELEASE);
        String broken = RELEASE + "ALTER TABLE posts FLY AWAY;\n";

        RunnableJar.Result result = check("--expect", script(broken));

        assertThat(result.exit()).as(result.toString()).isEqualTo(2);
        assertThat(result.out()).contains("release.sql:7");
        assertThat(check("--expect", script(broken), "--on-unverified", "warn").exit())
                .isZero();
    }

    @Test
    void readsAHugeScriptOfInsertsInLittleMemory() throws Exception {
        execute(RELEASE);
        Path script = folder.resolve("dump.sql");
        try (BufferedWriter writer = Files.newBufferedWriter(script)) {
            writer.write(RELEASE);
            String row = "INSERT INTO posts VALUES (1, '" + "x; -- ".repeat(30) + "', '{}');\n";
            for (long written = 0; written < 200L << 20; written += row.length()) {
                writer.write(row);
            }
        }

        RunnableJar.Result result = RunnableJar.run(
                Map.of(),
                List.of("-Xmx64m"),
                "check",
                "--url",
                url(),
                "--user",
                "postgres",
                "--expect",
                script.toString());

        assertThat(result.exit()).as(result.err() + result.out()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                " | name a command",
                "chek | chek",
                "check | --url",
                "check --expect a.sql | --url",
                "check --url jdbc:postgresql://x/y | --expect",
                "check --url jdbc:postgresql://x/y --expect a.sql --format yaml | yaml",
                "check --url jdbc:postgresql://x/y --expect a.sql --timeout soon | 'soon' is no duration",
                "check --url jdbc:postgresql://x/y --expect a.sql --timeout 0 | it must be positive",
                "check --url jdbc:postgresql://x/y --expect a.sql --colour | --colour"
            })
    void exits3WhereTheCommandLineIsWrong(String arguments, String said) throws Exception {
        RunnableJar.Result result = InProcess.run(arguments == null ? new String[0] : arguments.split(" "));

        assertThat(result.exit()).as(result.toString()).isEqualTo(3);
        assertThat(result.err()).contains(said).contains("--help");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void exits2WhereNoDriverKnowsTheUrl() throws Exception {
        RunnableJar.Result result =
                RunnableJar.run("check", "--url", "jdbc:nosuch://x?password=s3cret", "--expect", script(RELEASE));

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("no JDBC driver for 'jdbc:nosuch'").contains("--driver-path");
        assertThatNothingLeaks(result);
    }

    @Test
    void exits2WhereTheProgramItselfBreaks() throws Exception {
        RunnableJar.Result result = RunnableJar.run(
                Map.of(),
                List.of("-Xmx8m", "-XX:MaxDirectMemorySize=1m"),
                "check",
                "--url",
                url(),
                "--user",
                "postgres",
                "--expect",
                script("CREATE TABLE t (" + "c text DEFAULT '" + "x".repeat(8 << 20) + "');"));

        assertThat(result.exit()).as(result.toString()).isEqualTo(2);
    }

    @Test
    void helpsAndTellsItsVersion() throws Exception {
        assertThat(RunnableJar.run("--version").out()).startsWith("schema-guard 0.");
        assertThat(RunnableJar.run("check", "--help"))
                .satisfies(result -> assertThat(result.exit()).isZero())
                .satisfies(
                        result -> assertThat(result.out()).contains("--expect").contains("Examples:"));
    }

    private RunnableJar.Result check(String... more) throws IOException, InterruptedException {
        String[] arguments = new String[more.length + 5];
        System.arraycopy(new String[] {"check", "--url", url(), "--user", "postgres"}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return RunnableJar.run(arguments);
    }

    private static void assertThatNothingLeaks(RunnableJar.Result result) {
        assertThat(result.out() + result.err()).doesNotContain("s3cret").doesNotContain("\tat ");
    }

    private String script(String sql) throws IOException {
        return Files.writeString(folder.resolve("release.sql"), sql, StandardCharsets.UTF_8)
                .toString();
    }

    private static String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
