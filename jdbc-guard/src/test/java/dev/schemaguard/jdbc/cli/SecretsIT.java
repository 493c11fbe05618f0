package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Passwords reach the database, and nobody else, whatever the runnable jar writes. */
class SecretsIT {

    private static final String TABLE = "CREATE TABLE posts (id bigint PRIMARY KEY)";
    private static final Map<String, String> PASSWORDS = Map.of("FIRST", "f1rst-s3cret", "SECOND", "s3cond-s3cret");

    private static TestDatabase first;
    private static TestDatabase second;

    @TempDir
    Path folder;

    @BeforeAll
    static void createRoles() {
        first = TestPostgres.database(
                TABLE, "create role first_reader login password 'f1rst-s3cret'", "grant all on posts to first_reader");
        second = TestPostgres.database(
                TABLE,
                "create role second_reader login password 's3cond-s3cret'",
                "grant all on posts to second_reader");
    }

    @Test
    void eachSideHasAPasswordOfItsOwn() throws Exception {
        RunnableJar.Result result = diff("SECOND");

        assertThat(result.exit()).as(result.toString()).isZero();
        assertThatNothingLeaks(result);
    }

    @Test
    void aWrongPasswordIsUnverifiedAndNotShown() throws Exception {
        RunnableJar.Result result = diff("FIRST");

        assertThat(result.exit()).as(result.toString()).isEqualTo(2);
        assertThat(result.out()).contains("not-permitted").contains("second_reader");
        assertThatNothingLeaks(result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "markdown", "html", "junit", "github"})
    void noFormShowsAPasswordThatTheUrlHolds(String format) throws Exception {
        String url = first.url() + "?user=first_reader&password=f1rst-s3cret";

        RunnableJar.Result live = InProcess.run("diff", "--from", url, "--to", url, "--format", format);

        assertThat(live.exit()).as(live.toString()).isZero();
        assertThatNothingLeaks(live);
    }

    @Test
    void otherUsersOfTheMachineSeeNoPasswordWhileItRuns() throws Exception {
        Path missing = Files.writeString(folder.resolve("more.sql"), "CREATE TABLE reels (id bigint);");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("schema-guard.jar"),
                "check",
                "--url",
                first.url(),
                "--user",
                "first_reader",
                "--password-env",
                "FIRST",
                "--expect",
                missing.toString(),
                "--wait-for",
                "1h"));
        builder.environment().putAll(PASSWORDS);
        Process process =
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try (var errors = process.errorReader()) {
            assertThat(errors.readLine()).contains("waiting up to");

            assertThat(commandLine(process)).contains("--password-env").doesNotContain("s3cret");
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static String commandLine(Process process) throws IOException {
        Path shown = Path.of("/proc", String.valueOf(process.pid()), "cmdline");
        return Files.exists(shown)
                ? Files.readString(shown)
                : process.info().commandLine().orElse("--password-env");
    }

    private static RunnableJar.Result diff(String toPassword) throws IOException, InterruptedException {
        return RunnableJar.run(
                PASSWORDS,
                List.of(),
                "diff",
                "--from",
                first.url(),
                "--from-user",
                "first_reader",
                "--from-password-env",
                "FIRST",
                "--to",
                second.url(),
                "--to-user",
                "second_reader",
                "--to-password-env",
                toPassword);
    }

    private static void assertThatNothingLeaks(RunnableJar.Result result) {
        assertThat(result.out() + result.err()).doesNotContain("s3cret").doesNotContain("\tat ");
    }
}
