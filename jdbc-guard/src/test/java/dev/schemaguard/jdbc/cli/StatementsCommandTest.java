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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Release 41 on schema 42: which of its statements would break. */
class StatementsCommandTest {

    private static final String FIRST = "CREATE TABLE posts (id bigint PRIMARY KEY, title text, quality jsonb);";
    private static final String TOP = "SELECT title FROM posts ORDER BY title LIMIT 5";

    @TempDir
    private Path folder;

    private Path migrations;
    private Path release;

    @BeforeEach
    void writeMigrationsAndTheRelease() throws IOException {
        migrations = Files.createDirectory(folder.resolve("migration"));
        Files.writeString(migrations.resolve("V41__posts.sql"), FIRST);
        release = Files.writeString(folder.resolve("release-41.sql"), """
                -- name: com.acme.Posts#top
                %s;
                -- name: com.acme.Posts#best
                SELECT id FROM posts WHERE quality = ?;
                """.formatted(TOP));
    }

    @Test
    void passesWhereTheMigrationsBreakNone() throws IOException {
        Files.writeString(migrations.resolve("V42__more.sql"), "ALTER TABLE posts ADD COLUMN seen int;");

        RunnableJar.Result result = offline("--format", "markdown");

        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("### Schema Guard: conforms", "2 statements of the release known");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void tellsThePullRequestWhomAMigrationBreaks() throws IOException {
        Files.writeString(migrations.resolve("V42__drop.sql"), "ALTER TABLE posts DROP COLUMN title;");

        RunnableJar.Result result = offline("--format", "markdown");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out())
                .startsWith("### Schema Guard: DRIFTED: 1 breaking")
                .contains("missing-column", "posts.title", "release-41.sql#com.acme.Posts#top:2")
                .doesNotContain("#best");
        JsonNode finding = JsonMapper.builder()
                .build()
                .readTree(offline("--format", "json").out())
                .path("findings")
                .path(0);
        assertThat(finding.path("severity").asString()).isEqualTo("breaking");
        assertThat(finding.path("breaks")).singleElement().satisfies(broken -> {
            assertThat(broken.path("origin").asString()).endsWith("release-41.sql#com.acme.Posts#top:2");
            assertThat(broken.path("kind").asString()).isEqualTo("select");
        });
    }

    /** A name alone in a join is nobody's once the migration took it away, and the statement fails all the same. */
    @Test
    void tellsOfAColumnThatNoTableOfAJoinHasAnyMore() throws IOException {
        Files.writeString(migrations.resolve("V42__tags.sql"), """
                CREATE TABLE tags (post_id bigint, label text);
                ALTER TABLE tags DROP COLUMN label;
                """);
        Files.writeString(release, "SELECT label FROM tags JOIN posts ON post_id = id;");

        RunnableJar.Result result = offline();

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).contains("BREAKING  missing-column", ".label", "breaks ");
    }

    @Test
    void isNoCleanAnswerWhereAStatementOrAMigrationCannotBeRead() throws IOException {
        Files.writeString(release, "SELECT FROM WHERE;");

        RunnableJar.Result unread = offline();

        assertThat(unread.out()).contains("release-41.sql:1");
        assertThat(unread.exit()).isEqualTo(2);
        assertThat(run("--expect", migrations + "", "--statements", folder.resolve("gone.sql") + "")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void isRefusedWithoutWhatItHolds() {
        assertThat(run("--expect", migrations.toString()).exit()).isEqualTo(3);
        assertThat(run("--statements", release.toString()).exit()).isEqualTo(3);
        assertThat(run("--statements", release + "", "--expect", migrations + "", "--url", "jdbc:postgresql://h/d")
                        .exit())
                .isEqualTo(3);
    }

    @Test
    void letsALiveServerDescribeEachWithoutAnExpectation() throws IOException {
        TestDatabase database = TestPostgres.database("CREATE TABLE posts (id bigint PRIMARY KEY, title text)");
        Files.writeString(release, TOP + ";\nSELECT similarity(title, 'a') FROM posts;\n");

        RunnableJar.Result result = run("--url", database.url(), "--user", "postgres", "--statements", release + "");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out())
                .contains("statement-fails", "release-41.sql:2", "function similarity", "2 described by the server");
    }

    private RunnableJar.Result offline(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--expect", migrations + "", "--statements", release + ""));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private static RunnableJar.Result run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("statements"));
        all.addAll(List.of(arguments));
        return InProcess.run(all.toArray(String[]::new));
    }
}
