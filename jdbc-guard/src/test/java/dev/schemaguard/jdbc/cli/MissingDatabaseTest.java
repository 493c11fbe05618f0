package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check of a database that is not there is unverified, and makes none; only a scratch database is made where it is named. */
class MissingDatabaseTest {

    @TempDir
    private Path folder;

    @Test
    void isNotMadeByACheck() throws Exception {
        Path script = Files.writeString(folder.resolve("schema.sql"), "create table posts (id int);");

        RunnableJar.Result result =
                InProcess.run("check", "--url", "jdbc:h2:" + folder.resolve("absent"), "--expect", script.toString());

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).contains("the database does not exist");
        assertThat(folder).isDirectoryNotContaining("glob:**absent*");
    }

    @Test
    void isMadeByAReplay() throws Exception {
        Path script = Files.writeString(folder.resolve("schema.sql"), "create table posts (id int);");

        RunnableJar.Result result = InProcess.run(
                "snapshot", "--expect", script.toString(), "--replay", "jdbc:h2:" + folder.resolve("scratch"));

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).contains("POSTS");
    }
}
