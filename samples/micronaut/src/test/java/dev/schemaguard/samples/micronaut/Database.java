package dev.schemaguard.samples.micronaut;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The database of the tests: an embedded PostgreSQL, or where {@code sample.url} says.
 *
 * @param url its URL
 * @param user who may do everything, without a password
 * @param server the server that was started for it, if one was
 */
record Database(String url, String user, Optional<EmbeddedPostgres> server) implements AutoCloseable {

    static Database start() throws IOException {
        String url = System.getProperty("sample.url", "");
        if (!url.isEmpty()) {
            return new Database(url, System.getProperty("sample.user", ""), Optional.empty());
        }
        EmbeddedPostgres server = EmbeddedPostgres.start();
        return new Database(server.getJdbcUrl("postgres", "postgres"), "postgres", Optional.of(server));
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (server.isPresent()) {
            server.get().close();
        }
    }
}
