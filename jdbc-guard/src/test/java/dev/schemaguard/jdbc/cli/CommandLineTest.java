package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What check writes, where to, and how the process ends. */
class CommandLineTest {

    private static final String RELEASE =
            "CREATE TABLE posts (id bigint PRIMARY KEY, title varchar(200) NOT NULL, quality jsonb);";
    private static final String UNREACHABLE = "jdbc:postgresql://127.0.0.1:1/app";

    private static TestDatabase current;
    private static TestDatabase behind;

    @TempDir
    Path folder;

    private String release;

    @BeforeAll
    static void createDatabases() {
        current = TestPostgres.database(RELEASE);
        behind = TestPostgres.database("CREATE TABLE posts (id bigint PRIMARY KEY, title varchar(50) NOT NULL)");
    }

    @BeforeEach
    void writeRelease() throws IOException {
        release = Files.writeString(folder.resolve("release.sql"), RELEASE).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "text => Schema Guard: DRIFTED: 1 breaking, 1 risky",
                "json => {\"version\":1,",
                "markdown => ### Schema Guard: DRIFTED: 1 breaking, 1 risky",
                "html => <!DOCTYPE html>",
                "junit => <?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                "github => ::error file=",
                "HTML => <!DOCTYPE html>"
            })
    void writesEachFormToStandardOutputAndNothingElse(String format, String beginning) {
        RunnableJar.Result result = check(behind, release, "--format", format);

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out())
                .startsWith(beginning)
                .contains("missing-column")
                .endsWith("\n");
        assertThat(result.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "markdown", "html", "junit", "github"})
    void writesEachFormToAFileInPlaceOfStandardOutput(String format) throws IOException {
        Path file = folder.resolve("report");

        RunnableJar.Result result = check(behind, release, "--format", format, "--report-out", file.toString());

        assertThat(result).isEqualTo(new RunnableJar.Result(1, "", ""));
        assertThat(file).content().contains("missing-column");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "markdown", "html", "junit", "github"})
    void saysInEachFormThatNobodyAnswered(String format) {
        RunnableJar.Result result =
                InProcess.run("check", "--url", UNREACHABLE, "--expect", release, "--format", format);

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).contains("unreachable");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void thePageShowsWholeTables() {
        assertThat(check(behind, release, "--format", "html").out())
                .contains("<code>bigint not null</code></td><td>as expected</td>");
    }

    @Test
    void aReportFileIsWrittenAsAWholeOrNotAtAll() throws IOException {
        Path file = Files.writeString(folder.resolve("report.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("latest.json"), file);
        List<Path> before = files();

        assertThat(check(current, release, "--format", "json", "--report-out", link.toString())
                        .exit())
                .isZero();
        assertThat(file).content().startsWith("{\"version\":1");
        assertThat(link).isSymbolicLink();
        assertThat(files()).as("nothing is left beside it").isEqualTo(before);

        RunnableJar.Result nowhere = check(
                current,
                release,
                "--report-out",
                folder.resolve("nowhere/report.json").toString());
        assertThat(nowhere.exit()).isEqualTo(2);
        assertThat(nowhere.err()).contains("--report-out").contains("its folder is not there");
        assertThat(check(current, release, "--report-out", folder.toString()).exit())
                .as("a folder")
                .isEqualTo(2);
        assertThat(check(current, release, "--report-out", "/dev/null").exit())
                .as("a device")
                .isZero();
    }

    @Test
    void twoRunsSayTheSameButForTheTimeTheyTook() {
        String took = "\"took\":\\{[^}]*}";

        assertThat(check(behind, release, "--format", "json").out().replaceAll(took, ""))
                .isEqualTo(check(behind, release, "--format", "json").out().replaceAll(took, ""));
    }

    @Test
    void everyExpectationMustHold() throws IOException {
        Path more = Files.writeString(folder.resolve("more.sql"), "CREATE TABLE reels (id bigint);");

        RunnableJar.Result result = check(current, release, "--expect", more.toString());

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).contains("missing-table  reels").contains("by:       " + more);
        assertThat(check(current, release, "--expect", release).exit()).isZero();
    }

    @Test
    void driftedBeatsUnverifiedAndUsageBeatsAll() throws IOException {
        Path unreadable = Files.writeString(folder.resolve("odd.sql"), RELEASE + " FLY AWAY;");

        assertThat(check(current, release, "--expect", unreadable.toString()).exit())
                .isEqualTo(2);
        assertThat(check(behind, release, "--expect", unreadable.toString()).exit())
                .isEqualTo(1);
        assertThat(InProcess.run("check", "--url", UNREACHABLE, "--expect", release, "--format", "yaml")
                        .exit())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"breaking,1", "risky,1", "never,0"})
    void theThresholdDecidesTheExitAndNotTheVerdict(String failOn, int exit) {
        RunnableJar.Result result = check(behind, release, "--format", "json", "--fail-on", failOn);

        assertThat(result.exit()).isEqualTo(exit);
        assertThat(JsonMapper.shared().readTree(result.out()).get("verdict").asString())
                .isEqualTo("drifted");
    }

    @Test
    void waitsForAMigrationAndSaysWhatFor() {
        TestDatabase migrating = TestPostgres.database();
        AtomicBoolean migrated = new AtomicBoolean();

        RunnableJar.Result result = InProcess.run(
                said -> {
                    if (said.contains("waiting up to") && migrated.compareAndSet(false, true)) {
                        migrating.execute(RELEASE);
                    }
                },
                "check",
                "--url",
                migrating.url(),
                "--user",
                "postgres",
                "--expect",
                release,
                "--wait-for",
                "60s");

        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(result.err()).contains("schema-guard: waiting up to").contains("empty-schema");
        assertThat(result.out()).contains("conforms");
    }

    @Test
    void givesUpWaitingWithTheReport() {
        RunnableJar.Result result = check(behind, release, "--wait-for", "10ms", "--format", "json");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(JsonMapper.shared().readTree(result.out()).get("verdict").asString())
                .isEqualTo("drifted");
    }

    @Test
    void readsOptionsFromAFile() throws IOException {
        Path arguments = Files.writeString(
                folder.resolve("check.args"),
                "# what is checked\n--url " + behind.url() + "\n--user postgres\n--expect \""
                        + release.replace("\\", "\\\\") + "\"\n");

        assertThat(InProcess.run("check", "@" + arguments).exit()).isEqualTo(1);
        assertThat(InProcess.run("@" + Files.writeString(folder.resolve("all.args"), "check @" + arguments))
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void coloursOnlyWhereAskedOrOnATerminal() {
        assertThat(check(behind, release).out()).doesNotContain("\u001b");
        assertThat(check(behind, release, "--color", "always").out()).contains("\u001b[1;31mBREAKING");
        assertThat(check(behind, release, "--color", "never").out()).doesNotContain("\u001b");
        assertThat(check(behind, release, "--color", "pink").exit()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"check", "snapshot", "diff", "fix", "sync", "statements", "doctor", "explain", "completion", ""})
    void helpsWithAnExampleOnEightyColumns(String command) {
        RunnableJar.Result result = command.isEmpty() ? InProcess.run("--help") : InProcess.run(command, "--help");

        assertThat(result.exit()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("Usage: schema-guard " + command).contains("Example");
        assertThat(result.out().substring(result.out().indexOf("Example")).lines())
                .as("no example is broken by the help's width")
                .allMatch(line -> line.isEmpty()
                        || line.startsWith("Example")
                        || line.startsWith("  ")
                        || line.startsWith("'schema-guard COMMAND"));
        assertThat(result.out().lines()).as("a terminal's width").allMatch(line -> line.length() <= 80);
        assertThat(InProcess.run("--help").out()).contains(command);
    }

    @Test
    void helpShowsMigrationsAChangelogAndADriver() {
        assertThat(InProcess.run("--help").out()).contains("goose", "--liquibase-path", "--driver-path");
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static RunnableJar.Result check(TestDatabase database, String expectation, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("check", "--url", database.url(), "--user", "postgres", "--expect", expectation));
        arguments.addAll(List.of(more));
        return InProcess.run(arguments.toArray(String[]::new));
    }
}
