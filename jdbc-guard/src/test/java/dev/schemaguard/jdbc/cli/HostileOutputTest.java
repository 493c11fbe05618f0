package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.jdbc.HostileNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a database holds, nothing that the command line writes steers a terminal, forges a line or hides a letter. */
class HostileOutputTest {

    @TempDir
    static Path folder;

    private static TestDatabase broken;
    private static String snapshot;

    @BeforeAll
    static void createDatabases() throws Exception {
        broken = HostileNames.broken();
        Path file = folder.resolve("schema" + HostileNames.NASTY.replace("/", "") + ".json");
        RunnableJar.Result taken =
                InProcess.run("snapshot", "--url", HostileNames.whole().url(), "--user", "postgres");
        assertThat(taken.exit()).as(taken.toString()).isZero();
        HostileNames.assertSeen(taken.out());
        snapshot = Files.writeString(file, taken.out()).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "text --verbose", "json", "markdown", "html", "junit", "github"})
    void noFormOfAReportShowsThemRaw(String format) {
        RunnableJar.Result result = run("check", "--format " + format);

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).containsIgnoringCase("\\u001b]0;p\\u0007");
        HostileNames.assertOnlyOwnCommands(result.out());
        HostileNames.assertSeen(result.err());
    }

    @Test
    void programsGetThemExactly() {
        String json = run("check", "--format json").out();

        assertThat(JsonMapper.shared().readTree(json).get("findings").valueStream())
                .extracting(finding -> finding.get("table").asString(""))
                .contains("t" + HostileNames.NASTY, "g" + HostileNames.NASTY);
    }

    @Test
    void aFixShowsThemRawOnlyWhereTheyAreSqlToBeRun() {
        RunnableJar.Result result = run("fix", "");

        assertThat(result.exit()).isEqualTo(1);
        HostileNames.assertSeen(result.err());
        HostileNames.assertSeen(
                result.out().lines().filter(line -> line.startsWith("-- ")).collect(Collectors.joining("\n")));
    }

    @Test
    void aSyncShowsWhatItRunsAndWhyItRefuses() {
        RunnableJar.Result planned = run("sync", "--fail-on never --dry-run");
        assertThat(planned.out()).contains("CREATE DOMAIN", "-- left: ");
        HostileNames.assertSeen(planned.out());

        RunnableJar.Result refused = run("sync", "");
        assertThat(refused.exit()).as(refused.toString()).isEqualTo(1);
        assertThat(refused.err()).contains("sync refused", "\\u001b");
        HostileNames.assertSeen(refused.out());
        HostileNames.assertSeen(refused.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check --expect /nowhere/%s.sql",
                "check --expect %s",
                "check --baseline /nowhere/%s --expect a.sql",
                "check --report-out /nowhere/%s/a --expect a.sql",
                "check --driver-path /nowhere/%s --expect a.sql",
                "check --schema no%s --expect %f",
                "check --expect %f --wait-for 1ms",
                "check --user no%s --expect %f",
                "snapshot --out /nowhere/%s/a",
                "snapshot --user no%s",
                "snapshot --schema no%s",
                "fix --schema no%s --expect %f",
                "sync --schema no%s --expect %f",
                "sync --user no%s --expect %f",
                "diff --from %f --to /nowhere/%s.sql",
                "check %s",
                "check --layout %s"
            })
    void norDoesAnythingThatIsSaidOfArguments(String command) {
        List<String> arguments = new ArrayList<>();
        for (String part : command.split(" ", -1)) {
            arguments.add(part.replace("%s", HostileNames.NASTY).replace("%f", snapshot));
        }
        if (!command.startsWith("diff")) {
            arguments.addAll(List.of("--url", broken.url()));
            if (!command.contains("--user")) {
                arguments.addAll(List.of("--user", "postgres"));
            }
        }

        RunnableJar.Result result = InProcess.run(arguments.toArray(String[]::new));

        assertThat(result.exit()).as(result.toString()).isPositive();
        HostileNames.assertSeen(result.out());
        HostileNames.assertSeen(result.err());
    }

    private static RunnableJar.Result run(String verb, String options) {
        List<String> arguments =
                new ArrayList<>(List.of(verb, "--url", broken.url(), "--user", "postgres", "--expect", snapshot));
        arguments.addAll(options.isEmpty() ? List.of() : List.of(options.split(" ", -1)));
        return InProcess.run(arguments.toArray(String[]::new));
    }
}
