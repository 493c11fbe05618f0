package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe of the job that watches for drift, run as its container would: its own arguments, its password in a file. */
class WatchRecipeIT {

    private static final Path RECIPES = Path.of("..", "samples", "release-pipeline", "recipes");

    private static final Pattern ARGUMENTS = Pattern.compile("(?m)^ *args: \\[(.*)]$");
    private static final Pattern JVM = Pattern.compile("(?m)^ENTRYPOINT \\[\"java\", (.*), \"-jar\"");
    private static final Pattern PASSWORD = Pattern.compile("name: (\\w+_FILE), value: (/secrets/\\w+)");

    @TempDir
    private Path folder;

    @Test
    void saysDriftByItsExitCodeAndInItsFile() throws IOException, InterruptedException, SQLException {
        String recipe = Files.readString(RECIPES.resolve("kubernetes-watch.yaml"));
        List<String> jvm = words(JVM, Files.readString(RECIPES.resolve("watch.Dockerfile")));
        Files.createDirectories(folder.resolve("expected"));
        Files.createDirectories(folder.resolve("metrics"));
        Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(folder.resolve("expected/V1__release.sql"), CheckedServer.RELEASE);
        Matcher password = PASSWORD.matcher(recipe);
        assertThat(password.find()).isTrue();
        Map<String, String> environment = Map.of(password.group(1), folder + password.group(2));

        try (CheckedServer server = new CheckedServer()) {
            String[] arguments = words(ARGUMENTS, recipe).stream()
                    .map(word -> word.replace("$(DATABASE_URL)", server.url())
                            .replace("$(DATABASE_USER)", "postgres")
                            .replaceFirst("^/", folder + "/"))
                    .toArray(String[]::new);

            RunnableJar.Result without = RunnableJar.run(environment, jvm, arguments);
            assertThat(without.exit()).as(without.toString()).isEqualTo(2);
            assertThat(without.err()).contains("--password-env with _FILE: the file cannot be read");

            Files.writeString(folder.resolve("secrets/password"), "s3cret\n");
            RunnableJar.Result drifted = RunnableJar.run(environment, jvm, arguments);
            assertThat(drifted.exit()).as(drifted.toString()).isEqualTo(1);
            assertThat(metrics()).contains("verdict=\"drifted\"} 1").doesNotContain("s3cret");

            server.execute(CheckedServer.RELEASE.split(";(?=\\s)"));
            RunnableJar.Result healed = RunnableJar.run(environment, jvm, arguments);
            assertThat(healed.exit()).as(healed.toString()).isZero();
            assertThat(metrics()).contains("verdict=\"conforms\"} 1");
        }
    }

    private String metrics() throws IOException {
        return Files.readString(folder.resolve("metrics/schema_guard.prom"));
    }

    private static List<String> words(Pattern place, String text) {
        Matcher found = place.matcher(text);
        assertThat(found.find()).as(place.pattern()).isTrue();
        return Arrays.stream(found.group(1).split(", *", -1))
                .map(word -> word.replace("\"", ""))
                .toList();
    }
}
