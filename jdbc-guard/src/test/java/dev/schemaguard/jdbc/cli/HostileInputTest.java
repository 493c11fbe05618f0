package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No file that is named to a command holds it up, nor does it look like drift or like a bug. */
class HostileInputTest {

    /** Each statement costs as much as there are columns, so that reading them all takes some seconds. */
    private static final int COLUMNS = 12_000;

    @TempDir
    static Path folder;

    private static TestDatabase database;
    private static String slow;

    @BeforeAll
    static void write() throws IOException {
        database = TestPostgres.database("create table posts (id bigint primary key)");
        Path migrations = Files.createDirectory(folder.resolve("slow"));
        Files.writeString(
                migrations.resolve("V1__slow.sql"),
                "create table t ("
                        + IntStream.range(0, COLUMNS)
                                .mapToObj(i -> "c" + i + " int")
                                .collect(Collectors.joining(","))
                        + ");\n"
                        + IntStream.range(0, COLUMNS)
                                .mapToObj(i -> "alter table t rename c" + i + " to d" + i + ";\n")
                                .collect(Collectors.joining()));
        slow = migrations.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check --expect SLOW --url URL --user postgres",
                "check --expect SLOW --url URL --user postgres --wait-for 100ms",
                "fix --expect SLOW --url URL --user postgres",
                "sync --expect SLOW --url URL --user postgres",
                "snapshot --expect SLOW",
                "diff --from SLOW --to SLOW"
            })
    void endsReadingAtTheTimeOut(String line) {
        String[] arguments =
                (line.replace("SLOW", slow).replace("URL", database.url()) + " --timeout 400ms").split(" ");

        RunnableJar.Result result = InProcess.run(arguments);

        assertThat(result.exit()).as(result.toString()).isEqualTo(2);
        assertThat(result.out() + result.err())
                .contains("V1__slow.sql:")
                .contains("reading the expectation took longer than 400 ms")
                .contains("--timeout")
                .doesNotContain("internal");
    }

    @Test
    void refusesABaselineAndAPasswordWithoutEnd() {
        assumeThat(Path.of("/dev/zero")).exists();

        RunnableJar.Result baseline =
                InProcess.run("check", "--url", database.url(), "--expect", slow, "--baseline", "/dev/zero");
        assertThat(baseline.exit()).isEqualTo(2);
        assertThat(baseline.err()).contains("'/dev/zero': is no ordinary file");

        RunnableJar.Result password =
                InProcess.run("check", "--url", database.url(), "--expect", slow, "--password-file", "/dev/zero");
        assertThat(password.exit()).isEqualTo(2);
        assertThat(password.err()).contains("the file is longer than 64 KB");
    }

    @Test
    void tellsWhichExpectationCannotBeRead() throws IOException {
        Path loop = Files.createDirectory(folder.resolve("loop"));
        Files.writeString(loop.resolve("V1__a.sql"), "create table a (id int);");
        Files.createSymbolicLink(loop.resolve("again"), loop);

        Path other = Files.writeString(folder.resolve("other.sql"), "create table a (id int);");

        RunnableJar.Result result = InProcess.run("diff", "--from", loop.toString(), "--to", other.toString());

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out())
                .contains("'again' in it leads back to a folder above it")
                .doesNotContain("bug");
    }
}
