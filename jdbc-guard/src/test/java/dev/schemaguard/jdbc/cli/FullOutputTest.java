package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Standard output that takes nothing: whatever was found, nobody was told, and that is exit code 2. */
class FullOutputTest {

    @TempDir
    static Path folder;

    private static TestDatabase database;
    private static String release;

    @BeforeAll
    static void createDatabase() throws IOException {
        database = TestPostgres.database("create table posts (id bigint primary key)");
        release = Files.writeString(
                        folder.resolve("release.sql"), "create table posts (id bigint primary key, t text);")
                .toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "sync --help",
                "check --url %u --user postgres --expect %f",
                "check --url %u --user postgres --expect %f --fail-on never",
                "check --url %u --user postgres --expect %f --format json",
                "check --url %u --user postgres --expect %f --format markdown",
                "check --url %u --user postgres --expect %f --format html",
                "check --url %u --user postgres --expect %f --format junit",
                "check --url %u --user postgres --expect %f --format github",
                "diff --from %f --to %f",
                "snapshot --url %u --user postgres",
                "snapshot --expect %f",
                "fix --url %u --user postgres --expect %f",
                "sync --url %u --user postgres --expect %f --dry-run"
            })
    void isExitCode2WithALine(String command) {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();

        assertThat(run(command, errors)).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("standard output could not be written");
    }

    @Test
    void aSyncChangesNothingThatItCannotShow() {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();

        assertThat(run("sync --url %u --user postgres --expect %f", errors)).isEqualTo(2);

        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("nothing was changed");
        assertThat(InProcess.run("snapshot", "--url", database.url(), "--user", "postgres")
                        .out())
                .doesNotContain("\"t\"");
    }

    @Test
    void aFileInItsPlaceIsEnough() {
        String file = folder.resolve("report").toString();

        assertThat(run("check --url %u --user postgres --expect %f --report-out " + file, new ByteArrayOutputStream()))
                .isEqualTo(1);
    }

    private static int run(String command, OutputStream errors) {
        return Main.run(
                command.replace("%u", database.url()).replace("%f", release).split(" ", -1),
                new PrintStream(new Full(), false, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    /** A disk without room. */
    private static final class Full extends OutputStream {

        @Override
        public void write(int data) throws IOException {
            throw new IOException("No space left on device");
        }
    }
}
