package dev.schemaguard.samples.quarkus;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** An embedded PostgreSQL, in which statements ran before the application starts. */
public class Database implements QuarkusTestResourceLifecycleManager {

    private static EmbeddedPostgres server;

    private String[] statements = {};

    @Override
    public void init(Map<String, String> arguments) {
        statements = arguments.get("statements").split(";");
    }

    @Override
    public Map<String, String> start() {
        try {
            server = EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        execute(statements);
        return Map.of("quarkus.datasource.jdbc.url", url(), "quarkus.datasource.username", "postgres");
    }

    private static String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    static void execute(String... statements) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
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
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
