package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Any two of a live database, a snapshot and migrations. */
class DiffCommandTest {

    private static final String NEW = """
            CREATE TABLE posts (id bigint PRIMARY KEY, title varchar(200) NOT NULL, quality jsonb);
            CREATE TABLE reels (id uuid PRIMARY KEY);
            """;
    private static final String OLD = "CREATE TABLE posts (id bigint PRIMARY KEY, title varchar(200) NOT NULL);";

    @TempDir
    static Path folder;

    private static TestDatabase staging;
    private static TestDatabase production;

    @BeforeAll
    static void writeDownBoth() throws IOException {
        staging = TestPostgres.database(NEW);
        production = TestPostgres.database(OLD);
        migration("new", NEW);
        migration("old", OLD);
        snapshot(staging, "new.json");
        snapshot(production, "old.json");
    }

    private static void snapshot(TestDatabase database, String name) {
        InProcess.run(
                "snapshot",
                "--url",
                database.url(),
                "--user",
                "postgres",
                "--out",
                folder.resolve(name).toString());
    }

    private static void migration(String name, String sql) throws IOException {
        Path migrations = Files.createDirectory(folder.resolve(name));
        Files.writeString(migrations.resolve("V1__all.sql"), sql);
        Files.writeString(folder.resolve(name + ".sql"), sql);
    }

    @ParameterizedTest
    @CsvSource({
        "live,live",
        "live,folder",
        "live,snapshot",
        "folder,live",
        "folder,folder",
        "folder,script",
        "snapshot,live",
        "snapshot,snapshot",
        "script,snapshot"
    })
    void findsTheSameHoweverTheSchemasAreGiven(String from, String to) {
        RunnableJar.Result behind = diff(from, "new", to, "old", "--format", "json");

        assertThat(behind.exit()).as(behind.toString()).isEqualTo(1);
        JsonNode report = JsonMapper.shared().readTree(behind.out());
        assertThat(report.get("findings")
                        .valueStream()
                        .map(finding -> finding.get("id").asString()))
                .containsExactly("missing-column:posts.quality", "missing-table:reels");
        assertThat(report.get("database").isNull()).isEqualTo(!to.equals("live"));
        assertThat(report.get("lookedAt").isNull()).isEqualTo(to.equals("live"));
        assertThat(behind.err()).isEmpty();

        assertThat(diff(from, "old", to, "new").exit()).as("more is no harm").isZero();
        assertThat(diff(from, "new", to, "new", "--fail-on", "advisory").exit()).isZero();
    }

    @Test
    void saysWhatWasLookedAt() {
        assertThat(diff("live", "new", "snapshot", "old").out())
                .contains("old.json, which is no live database")
                .contains("Expected by " + staging.url());
        assertThat(diff("snapshot", "new", "live", "old").out()).contains("(" + production.url() + ")");
        assertThat(diff("snapshot", "new", "folder", "old", "--format", "html").out())
                .contains("no live database")
                .contains("as expected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "jdbc:postgresql://127.0.0.1:1/x?password=s3cret => new.json => unreachable|not-readable",
                "new.json => jdbc:postgresql://127.0.0.1:1/x?password=s3cret => unreachable",
                "nowhere.json => new.json => nowhere.json",
                "new.json => nowhere.json => nowhere.json",
                "new.json => nowhere => nowhere",
                "odd.sql => new.json => odd.sql:2",
                "new.json => odd.sql => odd.sql:2"
            })
    void exits2WhereOneSideCannotBeRead(String from, String to, String said) throws IOException {
        Files.writeString(folder.resolve("odd.sql"), NEW.replace("\n", " ") + "\nALTER TABLE posts FLY AWAY;");

        RunnableJar.Result result = InProcess.run("diff", "--from", at(from), "--to", at(to));

        assertThat(result.exit()).as(result.toString()).isEqualTo(2);
        assertThat(result.out())
                .contains("UNVERIFIED: it is")
                .containsPattern(said)
                .doesNotContain("s3cret");
    }

    @Test
    void exits2WhereThePasswordIsNotInTheEnvironment() {
        RunnableJar.Result result =
                diff("live", "new", "live", "old", "--to-password-env", "NO_SUCH_VARIABLE_ANYWHERE");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("--to-password-env: the environment has no variable of this name");
    }

    @Test
    void exits3WhereASideIsMissing() {
        assertThat(InProcess.run("diff", "--from", "a.json").exit()).isEqualTo(3);
        assertThat(InProcess.run("diff", "--to", "a.json").exit()).isEqualTo(3);
    }

    private static String at(String location) {
        return location.startsWith("jdbc:")
                ? location
                : folder.resolve(location).toString();
    }

    private static RunnableJar.Result diff(String fromKind, String from, String toKind, String to, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("diff", "--from", place(fromKind, from), "--to", place(toKind, to)));
        arguments.addAll(List.of("--from-user", "postgres", "--to-user", "postgres"));
        arguments.addAll(List.of(more));
        return InProcess.run(arguments.toArray(String[]::new));
    }

    private static String place(String kind, String name) {
        return switch (kind) {
            case "live" -> (name.equals("new") ? staging : production).url();
            case "folder" -> folder.resolve(name).toString();
            case "script" -> folder.resolve(name + ".sql").toString();
            default -> folder.resolve(name + ".json").toString();
        };
    }
}
