package dev.schemaguard.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.spring.fat.FatApplication;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplicationAotProcessor;
import org.springframework.context.aot.AbstractAotProcessor;

/** With beans made ahead of time the guard is where it was, and what is set at run time counts. */
class AheadOfTimeTest {

    private static final String[] AT_BUILD_TIME = {
        "--server.port=0",
        "--spring.flyway.enabled=false",
        "--spring.liquibase.enabled=false",
        "--management.endpoints.web.exposure.include=health,schemaguard",
        "--management.endpoint.health.probes.enabled=true",
        "--management.endpoint.health.show-details=always",
        "--management.endpoint.health.group.readiness.include=readinessState,schemaGuard"
    };

    @TempDir
    Path folder;

    @Test
    void guardsAnApplicationWhoseBeansWereMadeAheadOfTime() throws Exception {
        processAndCompile();
        TestDatabase database = TestPostgres.database();

        Path warned = folder.resolve("warned.txt");
        assertThat(run(warned, database, "--schema-guard.mode=warn")).isZero();
        assertThat(warned)
                .content()
                .contains(
                        "Starting AOT-processed FatApplication",
                        "the schema is not as expected",
                        "Schema Guard: DRIFTED",
                        "a bean was made",
                        "schemaguard: {\"dataSources\":{\"dataSource\":{\"gate\":\"open\",\"mode\":\"warn\"",
                        "\"id\":\"empty-schema\"",
                        "health/readiness: {",
                        "\"findings\":[\"empty-schema\"]");
    }

    private void processAndCompile() throws IOException {
        AbstractAotProcessor.Settings settings = AbstractAotProcessor.Settings.builder()
                .sourceOutput(folder.resolve("sources"))
                .resourceOutput(folder.resolve("classes"))
                .classOutput(folder.resolve("classes"))
                .groupId("dev.schemaguard")
                .artifactId("fat")
                .build();
        Files.createDirectories(folder.resolve("classes"));
        new SpringApplicationAotProcessor(FatApplication.class, settings, AT_BUILD_TIME).process();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter problems = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(folder.resolve("sources"))) {
            List<Path> all =
                    sources.filter(path -> path.toString().endsWith(".java")).toList();
            List<String> options = List.of(
                    "-proc:none",
                    "-nowarn",
                    "-cp",
                    classPath(),
                    "-d",
                    folder.resolve("classes").toString());
            boolean compiled = compiler.getTask(
                            problems, files, null, options, null, files.getJavaFileObjectsFromPaths(all))
                    .call();
            assertThat(compiled).as(problems.toString()).isTrue();
        }
    }

    private String classPath() {
        return folder.resolve("classes") + File.pathSeparator + System.getProperty("java.class.path");
    }

    private int run(Path said, TestDatabase database, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dspring.aot.enabled=true",
                "-cp",
                classPath(),
                FatApplication.class.getName(),
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=postgres",
                "--schema-guard.expect=classpath:db/notes.sql"));
        command.addAll(List.of(AT_BUILD_TIME));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
