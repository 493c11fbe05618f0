package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What would be expected of a project, a program and a check. */
class DoctorCommandTest {

    private static final String POSTS = "CREATE TABLE posts (id bigint PRIMARY KEY, title text);\n";

    @TempDir
    private Path folder;

    @Test
    void saysWhatOfAProjectCannotBeReadAndWhere() throws IOException {
        project();

        RunnableJar.Result result = InProcess.run("doctor", "--project", folder.toString());

        assertThat(result.exit()).as(result.toString()).isEqualTo(2);
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains(
                        "Expected: " + folder.resolve("src/main/resources/db/migration"),
                        "  why:      Flyway looks there where nothing else is named",
                        "  read as:  postgresql",
                        "  states:   0 tables, 0 columns; 1 table could not be followed",
                        "V2__odd.sql:2: ",
                        "  to do:    1 statement that only running could tell",
                        "Also there, but the first that applies decides:\n  "
                                + folder.resolve("src/main/resources/schema.sql"),
                        "Guarded:  each start, by schemaguard-spring-boot-starter",
                        "its mapping, and not migrations",
                        "application.yml is not looked into",
                        "Database: none was named");
    }

    @Test
    void saysTheSameToPrograms() throws IOException {
        project();

        RunnableJar.Result result = InProcess.run("doctor", "--project", folder.toString(), "--format", "json");

        assertThat(result.exit()).isEqualTo(2);
        JsonNode found = JsonMapper.shared().readTree(result.out());
        assertThat(found.get("whole").asBoolean()).isFalse();
        assertThat(found.get("check").isNull()).isTrue();
        JsonNode expected = found.get("expected").get(0);
        assertThat(expected.get("tablesNotFollowed").asInt()).isEqualTo(1);
        JsonNode unread = expected.get("notReadable").get(0);
        assertThat(unread.get("origin").asString()).endsWith("V2__odd.sql:2");
        assertThat(unread.get("reason").asString()).isNotEmpty();
        assertThat(unread.get("remedy").asString()).contains("--replay");
    }

    @Test
    void readsTheSnapshotInAJarForWhateverDatabaseItIs() throws IOException {
        String snapshot = InProcess.run("snapshot", "--database", "mariadb", "--expect", write("posts.sql", POSTS))
                .out();
        assertThat(snapshot).contains("mariadb");

        RunnableJar.Result plain =
                InProcess.run("doctor", "--jar", jar("plain.jar", "META-INF/schema-guard/schema.json", snapshot));

        assertThat(plain.exit()).as(plain.toString()).isZero();
        assertThat(plain.out())
                .contains(
                        "Expected: META-INF/schema-guard/schema.json",
                        "  why:      the release packages it",
                        "  read as:  mariadb",
                        "  states:   1 table, 2 columns",
                        "Compared: all that is stated");

        RunnableJar.Result boot = InProcess.run(
                "doctor", "--jar", jar("boot.jar", "BOOT-INF/classes/META-INF/schema-guard/schema.json", snapshot));
        assertThat(boot.exit()).as(boot.toString()).isZero();
        assertThat(boot.out()).contains("Expected: BOOT-INF/classes/META-INF/schema-guard/schema.json");
    }

    @Test
    void readsTheMigrationsInAJar() throws IOException {
        RunnableJar.Result result =
                InProcess.run("doctor", "--jar", jar("app.jar", "BOOT-INF/classes/db/migration/V1__posts.sql", POSTS));

        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(result.out())
                .contains(
                        "Expected: BOOT-INF/classes/db/migration",
                        "1 table, 2 columns",
                        "  all of:   tables, columns, primary keys, ");
    }

    @Test
    void whereNothingIsExpectedThatIsNoCleanAnswer() {
        RunnableJar.Result result = InProcess.run("doctor", "--project", folder.toString());

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out())
                .contains("Expected: nothing was found", "  to do: ")
                .contains("Guarded:  no start");
    }

    @Test
    void saysWhatACheckWouldSayOfTheDatabaseThatIsNamed() throws IOException {
        TestDatabase database = TestPostgres.database("CREATE TABLE posts (id bigint PRIMARY KEY)");
        String[] arguments = {
            "doctor", "--url", database.url(), "--user", "postgres", "--expect", write("posts.sql", POSTS)
        };

        RunnableJar.Result drifted = InProcess.run(arguments);
        assertThat(drifted.exit()).as(drifted.toString()).isEqualTo(1);
        assertThat(drifted.out())
                .contains("  why:      --expect names it", "Database: PostgreSQL", "as role postgres", "A check:  ")
                .contains("missing-column:posts.title");

        database.execute("ALTER TABLE posts ADD title text");
        assertThat(InProcess.run(arguments).exit()).isZero();
    }

    @Test
    void showsNoControlCharacterOfAHostileProject() throws IOException {
        write("db/migration/V1__\u001b[31m.sql", POSTS + "DO $$ BEGIN EXECUTE x(); END $$;");

        RunnableJar.Result result = InProcess.run("doctor", "--project", folder.toString());

        assertThat(result.out()).contains("not read").doesNotContain("\u001b");
    }

    @Test
    void readsNoMoreOfAStrangersJarThanItBears() throws IOException {
        RunnableJar.Result settings =
                InProcess.run("doctor", "--jar", jar("a.jar", "application.properties", "x".repeat(2 << 20)));
        assertThat(settings.exit()).isEqualTo(2);
        assertThat(settings.out()).contains("application.properties cannot be read (InputException)");

        RunnableJar.Result outside = InProcess.run(
                "doctor",
                "--jar",
                jar("b.jar", "application.properties", "schema-guard.expect=../../../../../../../../etc/passwd\n"));
        assertThat(outside.exit()).isEqualTo(2);
        assertThat(outside.out()).contains("not read: ").doesNotContain("root:");
    }

    @Test
    void whatIsNoJarAndNoFolderIsSaid() throws IOException {
        assertThat(InProcess.run("doctor", "--jar", write("app.jar", "no jar")).err())
                .contains("--jar: ", "cannot be read as a jar");
        assertThat(InProcess.run("doctor", "--project", write("file", "x")).err())
                .contains("is no folder");
        assertThat(InProcess.run("doctor", "--project", ".", "--jar", "a.jar").exit())
                .isEqualTo(3);
    }

    private void project() throws IOException {
        write("pom.xml", "<artifactId>schemaguard-spring-boot-starter</artifactId> spring-boot-starter-data-jpa");
        write("src/main/resources/application.yml", "spring: {}\n");
        write("src/main/resources/schema.sql", "CREATE TABLE other (id bigint);");
        write("src/main/resources/db/migration/V1__posts.sql", POSTS);
        write("src/main/resources/db/migration/V2__odd.sql", "\nDO $$ BEGIN EXECUTE 'x' || y(); END $$;");
    }

    private String write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    private String jar(String name, String entry, String text) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream stream = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(stream)) {
            jar.putNextEntry(new JarEntry(entry));
            jar.write(text.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
        return file.toString();
    }
}
