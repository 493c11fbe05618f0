package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The runnable jar against a real server: every kind of bad input, and a huge one. */
class CheckInputIT {

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
                InProcess.run("check", "--url", server.url(), "--user", "postgres", "--expect", file.toString());

        assertThat(result.exit()).as(result.toString()).isEqualTo(2);
        assertThat(result.out()).contains("UNVERIFIED").contains(said);
        assertThat(result.out() + result.err()).doesNotContain("\tat ").doesNotContain("Exception in thread");
    }

    @Test
    void exits2WhereTheExpectationIsNotThereOrEmpty() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(server.check("--expect", folder.resolve("nowhere.sql").toString()))
                .satisfies(result -> assertThat(result.exit()).isEqualTo(2))
                .satisfies(result -> assertThat(result.out()).contains("nowhere.sql"));
        assertThat(server.check("--expect", empty.toString()))
                .satisfies(result -> assertThat(result.exit()).isEqualTo(2))
                .satisfies(result -> assertThat(result.out()).contains("empty"));
    }

    @Test
    void exits2AndNamesTheLineOfAStatementThatItCannotRead() throws Exception {
        server.execute(RELEASE);
        String broken = RELEASE + "ALTER TABLE posts FLY AWAY;\n";

        RunnableJar.Result result = server.check("--expect", server.script(folder, broken));

        assertThat(result.exit()).as(result.toString()).isEqualTo(2);
        assertThat(result.out()).contains("release.sql:7");
        assertThat(server.check("--expect", server.script(folder, broken), "--on-unverified", "warn")
                        .exit())
                .isZero();
    }

    @Test
    void readsAHugeScriptOfInsertsInLittleMemory() throws Exception {
        server.execute(RELEASE);
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
                server.url(),
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
                "check --url jdbc:postgresql://x/y --expect a.sql --format yaml | --format takes one of text, json",
                "check --url jdbc:postgresql://x/y --expect a.sql --timeout soon | --timeout: this is no duration",
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
        RunnableJar.Result result = RunnableJar.run(
                "check", "--url", "jdbc:nosuch://x?password=s3cret", "--expect", server.script(folder, RELEASE));

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("no JDBC driver for 'jdbc:nosuch'").contains("--driver-path");
        assertThat(result.out() + result.err()).doesNotContain("s3cret").doesNotContain("\tat ");
    }

    @Test
    void exits2WhereTheProgramItselfBreaks() throws Exception {
        RunnableJar.Result result = RunnableJar.run(
                Map.of(),
                List.of("-Xmx8m", "-XX:MaxDirectMemorySize=1m"),
                "check",
                "--url",
                server.url(),
                "--user",
                "postgres",
                "--expect",
                server.script(folder, "CREATE TABLE t (" + "c text DEFAULT '" + "x".repeat(8 << 20) + "');"));

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
}
