package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The runnable jar as a process, against a real server: what it says of the database, and every exit code for that. */
class CheckCommandIT {

    private static final String RELEASE = CheckedServer.RELEASE;

    private static CheckedServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        server = new CheckedServer();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        server.empty();
    }

    @AfterEach
    void dropRole() throws SQLException {
        server.execute("drop schema if exists locked cascade", "drop role if exists stranger");
    }

    @Test
    void exits0WhereTheDatabaseHasWhatTheReleaseExpects() throws Exception {
        server.execute(RELEASE);

        RunnableJar.Result result = server.check("--expect", server.script(folder, RELEASE));

        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(result.out()).contains("conforms").contains("2 of 2 tables, 4 columns");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void exits1AndNamesEverythingWhereTheDatabaseIsBehind() throws Exception {
        server.execute("create table posts (id bigint primary key, title varchar(200) not null)");

        RunnableJar.Result result = server.check("--expect", server.script(folder, RELEASE), "--format", "json");

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
        server.execute(RELEASE);
        Path file = folder.resolve("report.json");

        RunnableJar.Result result = server.check(
                "--expect", server.script(folder, RELEASE), "--format", "json", "--report-out", file.toString());

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
        RunnableJar.Result result = server.check("--expect", server.script(folder, RELEASE));

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).contains("schema `public` is empty").doesNotContain("missing-table");
    }

    @Test
    void exits2WhereNobodyListens() throws Exception {
        RunnableJar.Result result = InProcess.run(
                "check",
                "--url",
                "jdbc:postgresql://127.0.0.1:" + freePort() + "/app?password=s3cret",
                "--user",
                "app",
                "--expect",
                server.script(folder, RELEASE));

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
                server.url(),
                "--user",
                "nobody_of_that_name",
                "--password-env",
                "APP_PASSWORD",
                "--expect",
                server.script(folder, RELEASE));

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).contains("not-permitted").contains("nobody_of_that_name");
        assertThatNothingLeaks(result);
    }

    @Test
    void exits2WhereTheDatabaseDoesNotExist() throws Exception {
        RunnableJar.Result result = InProcess.run(
                "check",
                "--url",
                server.url().replace("/postgres", "/nowhere"),
                "--user",
                "postgres",
                "--expect",
                server.script(folder, RELEASE));

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).contains("the database does not exist");
    }

    @Test
    void exits1AndNamesTheGrantWhereTheRoleMayNotUseTheSchema() throws Exception {
        server.execute("create schema locked", "create table locked.posts (id int)", "create role stranger login");

        RunnableJar.Result result = InProcess.run(
                "check",
                "--url",
                server.url(),
                "--user",
                "stranger",
                "--schema",
                "locked",
                "--expect",
                server.script(folder, RELEASE));

        assertThat(result.exit()).as(result.toString()).isEqualTo(1);
        assertThat(result.out())
                .contains("missing-privilege  locked")
                .contains("GRANT USAGE ON SCHEMA locked TO stranger");
    }

    @Test
    void exits1WhereTheRoleMayNotReadTheTable() throws Exception {
        server.execute(RELEASE, "create role stranger login");

        RunnableJar.Result result = InProcess.run(
                "check", "--url", server.url(), "--user", "stranger", "--expect", server.script(folder, RELEASE));

        assertThat(result.exit()).as(result.toString()).isEqualTo(1);
        assertThat(result.out())
                .contains("missing-privilege")
                .contains("role `stranger` lacks")
                .doesNotContain("missing-table");
    }

    @Test
    void exits2WhereTheSchemaDoesNotExist() throws Exception {
        RunnableJar.Result result = server.check("--schema", "nowhere", "--expect", server.script(folder, RELEASE));

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).contains("schema-not-found").contains("nowhere");
    }

    private static void assertThatNothingLeaks(RunnableJar.Result result) {
        assertThat(result.out() + result.err()).doesNotContain("s3cret").doesNotContain("\tat ");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
