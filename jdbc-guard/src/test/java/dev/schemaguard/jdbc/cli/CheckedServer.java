package dev.schemaguard.jdbc.cli;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A server that the runnable jar checks, and a release whose schema it has or has not. */
final class CheckedServer implements AutoCloseable {

    static final String RELEASE = """
            CREATE TABLE posts (
                id      bigint PRIMARY KEY,
                title   varchar(200) NOT NULL,
                quality jsonb
            );
            CREATE TABLE reel_jobs (id uuid PRIMARY KEY);
            """;

    private final EmbeddedPostgres server;

    CheckedServer() throws IOException {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** Leaves the one schema empty. */
    void empty() throws SQLException {
        execute(
                "drop schema if exists public cascade",
                "create schema public",
                "grant usage on schema public to public");
    }

    RunnableJar.Result check(String... more) throws IOException, InterruptedException {
        String[] arguments = new String[more.length + 5];
        System.arraycopy(new String[] {"check", "--url", url(), "--user", "postgres"}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return RunnableJar.run(arguments);
    }

    /** Writes the script of a release, and names it. */
    String script(Path folder, String sql) throws IOException {
        return Files.writeString(folder.resolve("release.sql"), sql, StandardCharsets.UTF_8)
                .toString();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
