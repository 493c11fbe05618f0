package dev.schemaguard.findings;

import dev.schemaguard.embedded.TestMysql;
import dev.schemaguard.embedded.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A database that the pages speak of, in the order of their tables. */
enum Product {
    POSTGRESQL("PostgreSQL"),
    MYSQL("MySQL"),
    MARIADB("MariaDB"),
    H2("H2"),
    SQLITE("SQLite");

    private static final String AS_APP = "-- connected as app";

    private final String label;

    Product(String label) {
        this.label = label;
    }

    /** Its name, for people. */
    String label() {
        return label;
    }

    /** Its name in the pages' scripts. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws Exception;
    }

    /** Does something with a connection to a new database in which a script has run, on that very connection. */
    <T> T after(String script, Work<T> work) throws Exception {
        return switch (this) {
            case POSTGRESQL -> onPostgres(script, work);
            case MYSQL -> onMysql(TestMysql.MYSQL, script, work);
            case MARIADB -> onMysql(TestMysql.MARIADB, script, work);
            case H2 -> onFile("jdbc:h2:mem:", script, work);
            case SQLITE -> onFile("jdbc:sqlite::memory:", script, work);
        };
    }

    private static <T> T onPostgres(String script, Work<T> work) throws Exception {
        String name = TestPostgres.freshDatabaseName();
        try (Connection connection =
                TestPostgres.dataSource(name, TestPostgres.SUPERUSER).getConnection()) {
            run(connection, script);
            T result = work.with(connection);
            if (script.contains("create role app")) {
                run(connection, "reset role;\ndrop owned by app;\ndrop role app;");
            }
            return result;
        } finally {
            TestPostgres.drop(name);
        }
    }

    private static <T> T onMysql(TestMysql server, String script, Work<T> work) throws Exception {
        boolean asApp = script.contains(AS_APP);
        try (var database = server.database();
                Connection connection = database.connect(TestMysql.SUPERUSER)) {
            run(connection, script);
            try (Connection own = asApp ? database.connect("app") : connection) {
                T result = work.with(own);
                if (asApp) {
                    run(connection, "drop user app@'127.0.0.1';");
                }
                return result;
            }
        }
    }

    private static <T> T onFile(String url, String script, Work<T> work) throws Exception {
        try (Connection connection = DriverManager.getConnection(url)) {
            run(connection, script);
            return work.with(connection);
        }
    }

    /** Runs the statements of a page's script, each of which ends with its line. */
    static void run(Connection connection, String script) throws Exception {
        List<String> statements = Arrays.stream(script.split(";(?:\n|$)"))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty() && !sql.startsWith("--"))
                .toList();
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
