package dev.schemaguard.jdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots taken by the runnable jar hold against the database that they stand for. */
class SnapshotCommandIT {

    private static final String MIGRATION = """
            CREATE TABLE posts (id bigint PRIMARY KEY, title varchar(200) NOT NULL);
            """;
    private static final String PROCEDURAL = """
            DO $$ BEGIN EXECUTE 'ALTER TABLE posts ADD COLUMN ' || quote_ident(current_setting('server_version_num')) || ' int'; END $$;
            """;

    private static EmbeddedPostgres server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        execute("drop schema if exists public cascade");
        execute("create schema public");
    }

    @Test
    void takesALiveDatabaseThatThenConforms() throws Exception {
        execute(MIGRATION);
        Path snapshot = folder.resolve("schema.json");

        assertThat(RunnableJar.run("snapshot", "--url", url(), "--user", "postgres", "--out", snapshot.toString())
                        .exit())
                .isZero();

        assertThat(snapshot).content().contains("\"digests\"");
        assertThat(check(snapshot).exit()).isZero();
        execute("alter table posts drop column title");
        assertThat(check(snapshot)).satisfies(result -> {
            assertThat(result.exit()).isEqualTo(1);
            assertThat(result.out()).contains("missing-column  posts.title");
        });
    }

    @Test
    void takesMigrationsWithoutADatabase() throws Exception {
        Path migrations = Files.createDirectory(folder.resolve("migration"));
        Files.writeString(migrations.resolve("V1__posts.sql"), MIGRATION);

        RunnableJar.Result result = run("snapshot", "--expect", migrations.toString());

        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(result.out()).contains("\"name\": \"title\"").contains("V1__posts.sql");
    }

    @Test
    void saysWhatOnlyRunningCanTellAndTakesItByReplay() throws Exception {
        Path migrations = Files.createDirectory(folder.resolve("migration"));
        Files.writeString(migrations.resolve("V1__posts.sql"), MIGRATION);
        Files.writeString(migrations.resolve("V2__procedural.sql"), PROCEDURAL);
        Path snapshot = folder.resolve("schema.json");

        RunnableJar.Result unread = run("snapshot", "--expect", migrations.toString(), "--out", snapshot.toString());
        assertThat(unread.exit()).as(unread.toString()).isEqualTo(2);
        assertThat(unread.err()).contains("V2__procedural.sql:1").contains("--replay");

        RunnableJar.Result replayed = run(
                "snapshot",
                "--expect",
                migrations.toString(),
                "--replay",
                url(),
                "--user",
                "postgres",
                "--out",
                snapshot.toString());
        assertThat(replayed.exit()).as(replayed.toString()).isZero();
        assertThat(check(snapshot).exit()).isZero();
    }

    @Test
    void refusesToReplayIntoADatabaseThatIsInUse() throws Exception {
        execute(MIGRATION);
        Path migrations = Files.createDirectory(folder.resolve("migration"));
        Files.writeString(migrations.resolve("V1__posts.sql"), MIGRATION);

        RunnableJar.Result result =
                run("snapshot", "--expect", migrations.toString(), "--replay", url(), "--user", "postgres");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("posts");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void exits3WhereItIsNotSaidWhatToTake() throws Exception {
        assertThat(run("snapshot").exit()).isEqualTo(3);
        assertThat(run("snapshot", "--url", url(), "--expect", "x.sql").exit()).isEqualTo(3);
        assertThat(run("snapshot", "--url", url(), "--replay", url()).exit()).isEqualTo(3);
    }

    private static RunnableJar.Result check(Path snapshot) {
        return run(
                "check",
                "--url",
                url(),
                "--user",
                "postgres",
                "--expect",
                snapshot.toString(),
                "--fail-on",
                "advisory");
    }

    private static RunnableJar.Result run(String... arguments) {
        return InProcess.run(arguments);
    }

    private static String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
