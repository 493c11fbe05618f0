package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar reads changelogs with a Liquibase that it does not bring. */
class LiquibasePathIT {

    private static final String CHANGELOG = """
            databaseChangeLog:
              - changeSet:
                  id: 1
                  author: a
                  preConditions: [{onFail: MARK_RAN}, {not: [{changeSetExecuted: {id: 0, author: a, changeLogFile: old.yaml}}]}]
                  changes: [{createTable: {tableName: posts, columns: [{column: {name: id, type: bigint}}, {column: {name: title, type: text}}]}}]
            """;

    @TempDir
    private Path folder;

    private String changelog = "";
    private String script = "";

    @BeforeEach
    void write() throws IOException {
        changelog =
                Files.writeString(folder.resolve("changelog.yaml"), CHANGELOG).toString();
        script = Files.writeString(folder.resolve("posts.sql"), "create table posts (id bigint);")
                .toString();
    }

    @Test
    void readsAChangelogWithTheJarsThatAreNamed() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("diff", "--from", changelog, "--to", script));
        jars().forEach(jar -> arguments.addAll(List.of("--liquibase-path", jar.toString())));

        assertFindsTheColumn(RunnableJar.run(arguments.toArray(String[]::new)));
    }

    @Test
    void readsAChangelogWithTheJarsOfAFolder() throws Exception {
        Path library = Files.createDirectories(folder.resolve("liquibase/internal/lib"));
        for (Path jar : jars().toList()) {
            Files.copy(jar, library.resolve(jar.getFileName()));
        }

        assertFindsTheColumn(RunnableJar.run(
                "diff", "--liquibase-path=" + folder.resolve("liquibase"), "--from", changelog, "--to", script));
    }

    @Test
    void saysWhatToDoWithoutLiquibase() throws Exception {
        RunnableJar.Result result = RunnableJar.run("diff", "--from", changelog, "--to", script);

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out() + result.err())
                .contains("is a changelog of Liquibase, which is not on the class path")
                .contains("--liquibase-path");
    }

    @Test
    void saysWhichOfLiquibasesLibrariesIsMissing() throws Exception {
        Path liquibase = jars().filter(jar -> jar.toString().contains("liquibase-core"))
                .findFirst()
                .orElseThrow();

        RunnableJar.Result result =
                RunnableJar.run("diff", "--liquibase-path", liquibase.toString(), "--from", changelog, "--to", script);

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out() + result.err())
                .contains("Liquibase lacks a library of its own")
                .contains("commons-lang3, and snakeyaml for YAML");
    }

    @Test
    void saysThatAPathLeadsNowhere() throws Exception {
        RunnableJar.Result nowhere = RunnableJar.run(
                "diff", "--liquibase-path", folder.resolve("no.jar").toString(), "--from", changelog, "--to", script);
        assertThat(nowhere.exit()).isEqualTo(2);
        assertThat(nowhere.err()).contains("--liquibase-path").contains("is not there or not readable");

        RunnableJar.Result empty =
                RunnableJar.run("diff", "--liquibase-path", folder.toString(), "--from", changelog, "--to", script);
        assertThat(empty.exit()).isEqualTo(2);
        assertThat(empty.err()).contains("holds no jar");
    }

    private static void assertFindsTheColumn(RunnableJar.Result result) {
        assertThat(result.out()).contains("posts.title").contains("changelog.yaml::1::a");
        assertThat(result.err()).isEmpty();
        assertThat(result.exit()).isEqualTo(1);
    }

    /** Liquibase and what it brings, out of the class path of this test. */
    private static Stream<Path> jars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.matches(".*(liquibase-core|snakeyaml|commons-|opencsv|jaxb).*\\.jar"))
                .map(Path::of);
    }
}
