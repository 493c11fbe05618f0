package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an application's own settings say about what is expected, and in which order they decide. */
class DoctorSettingsTest {

    private static final String POSTS = "CREATE TABLE posts (id bigint PRIMARY KEY, title text);\n";

    @TempDir
    private Path folder;

    @Test
    void aSettingOfTheApplicationComesFirst() throws IOException {
        write("src/main/resources/db/migration/V1__posts.sql", POSTS);
        write("src/main/resources/own/V1__own.sql", "CREATE TABLE own (id bigint);");
        write("src/main/resources/application.properties", "spring.flyway.locations=classpath:own,classpath:nowhere\n");

        RunnableJar.Result result = InProcess.run("doctor", "--project", folder.toString());

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out())
                .contains(
                        "Expected: " + folder.resolve("src/main/resources/own"),
                        "  why:      spring.flyway.locations names it",
                        "Expected: " + folder.resolve("src/main/resources/nowhere"),
                        "  not read: " + folder.resolve("src/main/resources/nowhere") + ": there is no such folder")
                .contains("Also there, but the first that applies decides:\n  "
                        + folder.resolve("src/main/resources/db/migration"));
    }

    @Test
    void aPackagedSnapshotComesBeforeWhatAToolIsToldAndOurOwnSettingBeforeBoth() throws IOException {
        write("src/main/resources/own/V1__own.sql", POSTS);
        String snapshot =
                InProcess.run("snapshot", "--expect", write("posts.sql", POSTS)).out();
        write("src/main/resources/META-INF/schema-guard/schema.json", snapshot);
        String settings = "spring.flyway.locations=classpath:own\n";
        write("src/main/resources/application.properties", settings);
        String[] doctor = {"doctor", "--project", folder.toString()};

        assertThat(InProcess.run(doctor).out())
                .contains("schema.json\n  why:      the release packages it")
                .contains("own: spring.flyway.locations names it");

        write("src/main/resources/application.properties", settings + "schema-guard.expect=classpath:own,a\\u0000b\n");
        assertThat(InProcess.run(doctor).out())
                .contains("own\n  why:      schema-guard.expect names it")
                .contains("schema.json: the release packages it")
                .contains("which only the running application knows");
    }

    @Test
    void whatOnlyARunningApplicationKnowsIsSaidAndNoPlace() throws IOException {
        write("src/main/resources/db/migration/V1__posts.sql", POSTS);
        write(
                "src/main/resources/application.properties",
                "schema-guard.expect=jpa,jdbc:postgresql://u:s3cret@db/app\nspring.flyway.locations=classpath:db/{vendor}\n");

        RunnableJar.Result result = InProcess.run("doctor", "--project", folder.toString());

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out())
                .contains(
                        "Expected: " + folder.resolve("src/main/resources/db/migration"),
                        "Expected, too, or in the place of it:",
                        "schema-guard.expect names 'jpa', which only the running application knows",
                        "schema-guard.expect names 'jdbc:postgresql://db/app",
                        "spring.flyway.locations names 'classpath:db/{vendor}', which only the running application knows")
                .doesNotContain("s3cret");
    }

    @Test
    void aLocationOfTheFileSystemIsOneOfTheProjects() throws IOException {
        write("sql/V1__posts.sql", POSTS);
        write("src/main/resources/application.properties", "spring.flyway.locations=filesystem:sql\n");

        RunnableJar.Result result = InProcess.run("doctor", "--project", folder.toString());

        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(result.out()).contains("Expected: " + folder.resolve("sql"), "1 table, 2 columns");
    }

    private String write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }
}
