package dev.schemaguard.spring.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.spring.Boot;
import dev.schemaguard.spring.ExecutableJar;
import dev.schemaguard.spring.jpa.MappingFindingsTest;
import dev.schemaguard.spring.restart.RestartApplication;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Libraries that change how an application starts, or starts it again. They are on no class path but that of a process of its
 * own, for they would change every other test.
 */
class RestartsTest {

    private static final Path LIBRARIES = Path.of("target", "beside");

    @TempDir
    Path folder;

    @Test
    void guardsEachRestartOfDevtools() throws Exception {
        assertThat(run("devtools", shop()))
                .contains("loader: RestartClassLoader")
                .contains("ended")
                .contains("HikariDataSource gives connections: true")
                .satisfies(said -> assertThat(said.split("JPA mapping: Schema Guard: conforms", -1))
                        .as("starts that were verified")
                        .hasSize(3));
    }

    @Test
    void stopsAStartUnderDevtoolsWhereTheSchemaIsMissing() throws Exception {
        assertThat(run("devtools", TestPostgres.database(MappingFindingsTest.OWNERS)))
                .contains("APPLICATION FAILED TO START")
                .contains("missing-table  item")
                .contains("dev.schemaguard.spring.shop.Item")
                .doesNotContain("gives connections");
    }

    @Test
    void staysInFrontOfThePoolWhenSpringCloudRebinds() throws Exception {
        assertThat(run("spring-cloud", shop(), "--schema-guard.wrap=true"))
                .contains("rebound")
                .contains("ended")
                .doesNotContain("existingValue")
                .satisfies(said -> assertThat(said.split("WrappedDataSource gives connections: true", -1))
                        .as("before and after")
                        .hasSize(3));
    }

    private static TestDatabase shop() {
        return TestPostgres.database(
                MappingFindingsTest.OWNERS, MappingFindingsTest.ITEM, MappingFindingsTest.SEQUENCE);
    }

    private String run(String library, TestDatabase database, String... more) throws Exception {
        Path said = folder.resolve("said.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(library),
                RestartApplication.class.getName()));
        command.addAll(List.of(Boot.arguments(database.properties(
                "spring.main.web-application-type=none", "spring.data.jdbc.repositories.enabled=false"))));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as(() -> library + " came to its end")
                .isTrue();
        return Files.readString(said);
    }

    /** Our own classes as jars, as an application has them: what is in a folder is the application's to the restart. */
    private String classPath(String library) throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            boolean ours = Files.isDirectory(path) && Files.exists(path.resolve("dev/schemaguard"));
            entries.add(
                    ours && !ExecutableJar.isTests(path)
                            ? ExecutableJar.packed(path, folder.resolve("schemaguard-" + entries.size() + ".jar"))
                                    .toString()
                            : entry);
        }
        try (Stream<Path> beside = Files.list(LIBRARIES)) {
            beside.filter(path -> path.getFileName().toString().contains(library))
                    .map(path -> path.toAbsolutePath().toString())
                    .forEach(entries::add);
        }
        return String.join(File.pathSeparator, entries);
    }
}
