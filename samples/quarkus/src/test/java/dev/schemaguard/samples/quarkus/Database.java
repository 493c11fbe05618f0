package dev.schemaguard.samples.quarkus;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/**
 * The database of the tests, in which statements ran before the application starts: an embedded PostgreSQL, or where {@code
 * sample.url} says.
 */
public class Database implements QuarkusTestResourceLifecycleManager {

    private static final String OWN = System.getProperty("sample.url", "");

    private static Optional<EmbeddedPostgres> server = Optional.empty();

    private String[] statements = {};

    @Override
    public void init(Map<String, String> arguments) {
        statements = arguments.get("statements").split(";");
    }

    @Override
    public Map<String, String> start() {
        try {
            server = OWN.isEmpty() ? Optional.of(EmbeddedPostgres.start()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        execute("drop table if exists posts");
        execute(statements);
        return Map.of("quarkus.datasource.jdbc.url", url(), "quarkus.datasource.username", user());
    }

    private static String url() {
        return server.map(own -> own.getJdbcUrl("postgres", "postgres")).orElse(OWN);
    }

    private static String user() {
        return server.isPresent() ? "postgres" : System.getProperty("sample.user", "");
    }

    static void execute(String... statements) {
        try (Connection connection = DriverManager.getConnection(url(), user(), "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public void stop() {
        try {
            if (server.isPresent()) {
                server.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
