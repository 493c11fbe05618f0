package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The runnable jar where standard output or standard error takes nothing, and drivers that would say too much. */
class OutputIT {

    private static TestDatabase database;

    @TempDir
    Path folder;

    @BeforeAll
    static void createDatabase() {
        assumeThat(Path.of("/dev/full")).exists();
        database = TestPostgres.database("create table posts (id bigint primary key)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check --url %u --user postgres --expect %f > /dev/full",
                "check --url %u --user postgres --expect %f | head -c 0",
                "check --url %u --user postgres --expect %f >&-"
            })
    void saysThatTheReportIsNotWritten(String command) throws Exception {
        Result result = shell(command);

        assertThat(result.exit()).as(result.toString()).isEqualTo(2);
        assertThat(result.err()).contains("standard output could not be written");
    }

    @Test
    void aFullStandardErrorChangesNoAnswer() throws Exception {
        assertThat(shell("check --url %u --user postgres --expect %f 2> /dev/full")
                        .exit())
                .isZero();
    }

    @Test
    void noDriverLogsAPasswordWhateverItsLoggingIsSetTo() throws Exception {
        Path logging = Files.writeString(folder.resolve("logging.properties"), """
                handlers=java.util.logging.ConsoleHandler
                .level=ALL
                java.util.logging.ConsoleHandler.level=ALL
                org.postgresql.handlers=java.util.logging.ConsoleHandler
                org.postgresql.level=ALL
                """);

        RunnableJar.Result result = RunnableJar.run(
                Map.of(),
                List.of("-Djava.util.logging.config.file=" + logging),
                "check",
                "--url",
                "jdbc:postgresql://u:s3cret@nohost.invalid/db",
                "--expect",
                release());

        assertThat(result.exit()).as(result.toString()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("schema-guard: ")
                .doesNotContain("s3cret")
                .hasLineCount(1);
    }

    private String release() throws IOException {
        return Files.writeString(folder.resolve("release.sql"), "create table posts (id bigint primary key);")
                .toString();
    }

    /** Runs the jar by a shell, which opens and closes its streams, and tells its exit code rather than a pipe's. */
    private Result shell(String command) throws IOException, InterruptedException {
        Path code = folder.resolve("code");
        Path err = folder.resolve("err");
        String java = Path.of(System.getProperty("java.home"), "bin", "java")
                + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC" + " -jar " + System.getProperty("schema-guard.jar") + " ";
        String[] parts =
                command.replace("%u", database.url()).replace("%f", release()).split(" (?=[|]|2?>)", 2);
        boolean errors = parts[1].startsWith("2>");
        String script = parts[1].startsWith("|")
                ? "{ " + java + parts[0] + "; echo $? > " + code + "; } " + parts[1]
                : java + parts[0] + " " + parts[1] + "; echo $? > " + code;
        Process process = new ProcessBuilder("sh", "-c", script)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(Integer.parseInt(Files.readString(code).strip()), errors ? "" : Files.readString(err));
    }

    private record Result(int exit, String err) {}
}
