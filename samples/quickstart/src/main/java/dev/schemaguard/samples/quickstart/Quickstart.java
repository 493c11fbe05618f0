package dev.schemaguard.samples.quickstart;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.jdbc.GuardedDataSource;
import dev.schemaguard.report.DriftReport;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Release 42 meets a database at release 41, is refused with a report, and runs once the migration has run. */
public final class Quickstart {

    /** The URL of an empty database to play on, user and password included. */
    private static final String URL = "quickstart.url";

    private final PrintStream out;
    private final Stage stage;

    private Quickstart(PrintStream out, Stage stage) {
        this.out = out;
        this.stage = stage;
    }

    /** Plays the story on an embedded PostgreSQL, or on the empty database that {@code -Dquickstart.url} names. */
    public static void main(String[] args) throws IOException, SQLException {
        String url = System.getProperty(URL, "");
        if (url.isEmpty()) {
            play(System.out);
        } else {
            Stage stage = url.startsWith("jdbc:mariadb:") ? Stage.MARIADB : Stage.POSTGRES;
            new Quickstart(System.out, stage).play(url);
        }
    }

    static void play(PrintStream out) throws IOException, SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            new Quickstart(out, Stage.POSTGRES).play(server.getJdbcUrl("postgres", "postgres"));
        }
    }

    private void play(String url) throws IOException, SQLException {
        out.println("1. The database is at release 41: businesses and posts.");
        migrate(url, "V41__businesses_and_posts.sql");

        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(2);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            SchemaGuard guard = SchemaGuard.expecting(SchemaSources.of("classpath:" + stage.migrations))
                    .build();
            GuardedDataSource database = GuardedDataSource.wrap(pool, guard);

            out.println("2. Release 42 starts without its migration. Its first connection is refused:");
            out.println();
            refused(database);

            out.println("3. Somebody remembers: the migration runs.");
            migrate(url, "V42__quality_and_reel_jobs.sql");

            out.println("4. The same service looks again, without a restart:");
            out.println();
            show(database.verifyNow());
            served(database);
        }
    }

    private void refused(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            throw new IllegalStateException("served in spite of the drift: " + connection);
        } catch (SchemaDriftException drift) {
            show(drift.report());
        }
    }

    private void served(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO businesses (name) VALUES ('Corner Bakery')");
            statement.execute("INSERT INTO posts (business_id, title, quality)"
                    + " SELECT id, 'Fresh bread', '{\"score\": 97}' FROM businesses");
            try (ResultSet post = statement.executeQuery("SELECT title, " + stage.score + " FROM posts")) {
                while (post.next()) {
                    out.println("5. A query works: the post '" + post.getString(1) + "' has quality "
                            + post.getString(2) + ".");
                }
            }
        }
    }

    private void show(DriftReport report) {
        report.toText().lines().forEach(line -> out.println(line.isEmpty() ? "" : "   " + line));
        out.println();
    }

    private void migrate(String url, String script) throws IOException, SQLException {
        try (InputStream resource = Quickstart.class.getResourceAsStream("/" + stage.migrations + "/" + script)) {
            if (resource == null) {
                throw new IOException("no such migration: " + script);
            }
            String sql = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                for (String one : sql.split(";\\s*\\R", -1)) {
                    if (!one.isBlank()) {
                        statement.execute(one);
                    }
                }
            }
        }
    }

    /**
     * What differs between the servers that the story is played on.
     *
     * @param migrations where their migrations are
     * @param score how the score is read out of the document
     */
    private record Stage(String migrations, String score) {

        static final Stage POSTGRES = new Stage("db/migration", "quality ->> 'score'");
        static final Stage MARIADB = new Stage("db/mariadb", "json_value(quality, '$.score')");
    }
}
