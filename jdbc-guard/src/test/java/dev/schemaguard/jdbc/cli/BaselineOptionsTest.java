package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Known findings are accepted, new ones fail. */
class BaselineOptionsTest {

    private static final String RELEASE = "CREATE TABLE posts (id bigint PRIMARY KEY, title text, quality jsonb);";

    @TempDir
    Path folder;

    private TestDatabase database;
    private Path baseline;

    @BeforeEach
    void driftFromTheRelease() throws IOException {
        Files.writeString(folder.resolve("release.sql"), RELEASE);
        baseline = folder.resolve("baseline.json");
        database = TestPostgres.database("CREATE TABLE posts (id bigint PRIMARY KEY, title text)");
    }

    @Test
    void acceptsWhatIsKnownAndFailsOnWhatIsNew() {
        assertThat(check().exit()).isEqualTo(1);

        RunnableJar.Result written = check("--write-baseline", baseline.toString());
        assertThat(written.exit()).as(written.toString()).isZero();
        assertThat(written.out()).contains("conforms").contains("1 accepted");
        assertThat(baseline).content().contains("{\"id\":\"missing-column:posts.quality\",\"severity\":\"breaking\"");
        assertThat(check("--baseline", baseline.toString()).exit()).isZero();

        database.execute("alter table posts drop column title");
        RunnableJar.Result drifted = check("--baseline", baseline.toString());
        assertThat(drifted.exit()).isEqualTo(1);
        assertThat(drifted.out()).contains("DRIFTED: 1 breaking, 1 accepted").contains("missing-column  posts.title");
    }

    @Test
    void namesWhatIsNoLongerFoundAndDropsItWhenWrittenAgain() {
        check("--write-baseline", baseline.toString());
        database.execute("alter table posts add column quality jsonb");

        RunnableJar.Result stale = check("--baseline", baseline.toString());
        assertThat(stale.exit()).isZero();
        assertThat(stale.out()).contains("no longer found").contains("missing-column:posts.quality");
        assertThat(check("--baseline", baseline.toString(), "--format", "json").out())
                .contains("\"baseline\":{\"stale\":[\"missing-column:posts.quality\"]}");

        assertThat(check("--write-baseline", baseline.toString()).out()).doesNotContain("no longer found");
        assertThat(baseline).content().contains("\"accepted\": []");
    }

    @Test
    void keepsReasonsThatSomebodyWrote() throws IOException {
        Files.writeString(baseline, entry("being built by team reels", "2999-12-31"));

        assertThat(check("--write-baseline", baseline.toString()).exit()).isZero();

        assertThat(baseline).content().contains("being built by team reels").contains("2999-12-31");
    }

    @Test
    void countsAgainOnceTheLastDayIsOver() throws IOException {
        Files.writeString(baseline, entry("being built", "2020-12-31"));

        RunnableJar.Result result = check("--baseline", baseline.toString());

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).contains("the baseline accepted it up to 2020-12-31 (being built)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--baseline", "--write-baseline"})
    void exits2WhereItCannotBeRead(String option) throws IOException {
        Files.writeString(baseline, "{\"version\":1,\"accepted\":[{\"id\":\"a\",\"reason\":\"r\",\"untill\":\"x\"}]}");

        RunnableJar.Result result = check(option, baseline.toString());

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(baseline.toString()).contains("'untill'");
    }

    @Test
    void exits2WhereItIsNotThereOrCannotBeWritten() {
        assertThat(check("--baseline", baseline.toString()))
                .satisfies(result -> assertThat(result.exit()).isEqualTo(2))
                .satisfies(result -> assertThat(result.err()).contains("no such file"));
        assertThat(check("--write-baseline", folder.resolve("nowhere/b.json").toString())
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void forgetsNothingWhereNotEverythingCouldBeLookedAt() throws IOException {
        String before = Files.readString(Files.writeString(baseline, entry("being built", "2999-12-31")));

        RunnableJar.Result result = InProcess.run(
                "check",
                "--url",
                "jdbc:postgresql://127.0.0.1:1/app",
                "--expect",
                folder.resolve("release.sql").toString(),
                "--on-unverified",
                "warn",
                "--write-baseline",
                baseline.toString());

        assertThat(result.exit()).isZero();
        assertThat(baseline).hasContent(before);
        assertThat(result.err()).contains("--write-baseline").contains("not written");
    }

    @Test
    void neitherFixNorSyncCuresWhatIsAccepted() {
        database.execute("alter table posts drop column title");
        check("--write-baseline", baseline.toString());
        String[] known = {"--baseline", baseline.toString()};
        assertThat(run("fix").out()).contains("ADD COLUMN quality").contains("ADD COLUMN title");

        assertThat(run("fix", known).out()).doesNotContain("ADD COLUMN");
        assertThat(run("sync", known).exit()).isZero();
        assertThat(check().out()).contains("missing-column  posts.quality").contains("missing-column  posts.title");
    }

    private static String entry(String reason, String until) {
        return "{\"version\":1,\"accepted\":[{\"id\":\"missing-column:posts.quality\",\"reason\":\"" + reason
                + "\",\"until\":\"" + until + "\"}]}";
    }

    private RunnableJar.Result check(String... more) {
        return run("check", more);
    }

    private RunnableJar.Result run(String verb, String... more) {
        List<String> arguments = new ArrayList<>(List.of(verb, "--url", database.url(), "--user", "postgres"));
        arguments.addAll(List.of("--expect", folder.resolve("release.sql").toString()));
        arguments.addAll(List.of(more));
        return InProcess.run(arguments.toArray(String[]::new));
    }
}
