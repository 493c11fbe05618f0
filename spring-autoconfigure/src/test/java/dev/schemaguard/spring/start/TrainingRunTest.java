package dev.schemaguard.spring.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.approval.TakenSnapshot;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.spring.ExecutableJar;
import dev.schemaguard.spring.expectation.ExpectationResolver;
import dev.schemaguard.spring.fat.FatApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that records what a start loads, and a start by what it recorded. */
class TrainingRunTest {

    /** The first JDK that makes an AOT cache in one step (JEP 514). */
    private static final boolean HAS_CACHE = Runtime.version().feature() >= 25;

    @Test
    void passesWithoutADatabaseAndLeavesOurClassesInTheArchive(@TempDir Path folder) throws Exception {
        TestDatabase database = TestPostgres.database("create table note (id bigint primary key, body text not null)");
        String classPath = ExecutableJar.classPath(
                folder, FatApplication.class, Map.of(ExpectationResolver.SNAPSHOT, snapshot(database)));
        Path archive = folder.resolve("application.archive");
        Path trained = folder.resolve("trained.txt");
        Path started = folder.resolve("started.txt");
        Path loaded = folder.resolve("loaded.txt");

        run(
                trained,
                classPath,
                "jdbc:postgresql://localhost:1/nowhere",
                (HAS_CACHE ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive,
                "-Dspring.context.exit=onRefresh");
        assertThat(trained)
                .content()
                .contains("'dataSource' is not checked, for this run is only recorded (spring.context.exit)")
                .contains("a bean was made");

        run(
                started,
                classPath,
                database.url(),
                (HAS_CACHE ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive,
                "-Xlog:class+load:file=" + loaded);
        assertThat(started).content().contains("dataSource", "conforms");
        List<String> ours = Files.readAllLines(loaded).stream()
                .filter(line -> line.contains(" dev.schemaguard.") && !line.contains("Lambda"))
                .toList();
        List<String> others = ours.stream()
                .filter(line -> !line.contains("shared objects file"))
                .toList();
        assertThat(ours).hasSizeGreaterThan(150);
        assertThat(others.size()).as(() -> String.join("\n", others)).isLessThan(ours.size() / 8);
    }

    private static void run(Path said, String classPath, String url, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of(
                "-cp",
                classPath,
                FatApplication.class.getName(),
                "--spring.main.web-application-type=none",
                "--spring.datasource.username=postgres",
                "--spring.datasource.url=" + url));
        int code = ExecutableJar.java(said, arguments);
        assertThat(code).as(() -> read(said)).isZero();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String snapshot(TestDatabase database) throws Exception {
        try (Connection connection = database.direct().getConnection()) {
            return TakenSnapshot.of(connection, InspectionScope.EVERYTHING).text();
        }
    }
}
