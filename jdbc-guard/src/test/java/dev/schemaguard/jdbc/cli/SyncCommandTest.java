package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sync has to be asked for by name. */
class SyncCommandTest {

    private static final String POSTS = "create table posts (id int primary key";

    @TempDir
    Path folder;

    @Test
    void callsAFunctionThatIsNotKnownOnlyWhereItIsAllowed() throws Exception {
        TestDatabase database = TestPostgres.database(
                POSTS + ")",
                "create function one() returns int language sql as 'select 1'",
                "create function two() returns int language sql as 'select 2'");
        String release = release(POSTS + ", a int default one(), b int default two());");

        assertThat(run(database, "sync", "--expect", release, "--allow-function", "one"))
                .satisfies(result -> assertThat(result.exit()).isEqualTo(1))
                .satisfies(result -> assertThat(result.err())
                        .contains("missing-column:posts.b: it calls two()")
                        .contains("--allow-function two")
                        .doesNotContain("one()"));
        assertThat(run(database, "fix", "--expect", release).out())
                .contains("hazard: calls two(), which runs for every row: know what it does\n"
                        + "ALTER TABLE public.posts ALTER COLUMN b SET DEFAULT (two());");
        assertThat(run(database, "sync", "--expect", release, "--allow-function", "one", "--allow-function", "two"))
                .satisfies(result ->
                        assertThat(result.exit()).as(result.toString()).isZero());
    }

    @Test
    void writesWhereTransactionsAreReadOnlyOnlyWhereItIsAsked() throws Exception {
        TestDatabase database = TestPostgres.database(POSTS + ")");
        database.execute("alter database " + database.name() + " set default_transaction_read_only = on");
        String release = release(POSTS + ", a int);");

        assertThat(run(database, "sync", "--expect", release))
                .satisfies(result -> assertThat(result.exit()).isEqualTo(1))
                .satisfies(result -> assertThat(result.err())
                        .contains("default_transaction_read_only is on (set by: database)")
                        .contains("nothing was changed"));
        assertThat(run(database, "sync", "--expect", release, "--despite-read-only"))
                .satisfies(result ->
                        assertThat(result.exit()).as(result.toString()).isZero());
    }

    private static RunnableJar.Result run(TestDatabase database, String verb, String... more) {
        List<String> arguments = new ArrayList<>(List.of(verb, "--url", database.url(), "--user", "postgres"));
        arguments.addAll(List.of(more));
        return InProcess.run(arguments.toArray(String[]::new));
    }

    private String release(String sql) throws IOException {
        return Files.writeString(folder.resolve("release.sql"), sql).toString();
    }
}
