package dev.schemaguard.samples.springboot;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the service twice on an embedded PostgreSQL: before its migration has run, and after. */
public final class Story {

    private final PrintStream out;
    private final EmbeddedPostgres server;

    private Story(PrintStream out, EmbeddedPostgres server) {
        this.out = out;
        this.server = server;
    }

    /** Plays the story. */
    public static void main(String[] arguments) throws IOException, SQLException {
        play(System.out);
    }

    static void play(PrintStream out) throws IOException, SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            new Story(out, server).play();
        }
    }

    private void play() throws IOException, SQLException {
        out.println("1. The database is at release 41.");
        migrate("V41__posts.sql");

        out.println("2. Release 42 starts without its migration:");
        try (ConfigurableApplicationContext service = start()) {
            throw new IllegalStateException("the service came up in spite of the drift: " + service);
        } catch (IllegalStateException e) {
            throw e;
        } catch (RuntimeException e) {
            out.println("   It did not start, and said why.");
        }

        out.println("3. Somebody remembers: the migration runs.");
        migrate("V42__quality_and_reel_jobs.sql");

        out.println("4. Release 42 starts again:");
        try (ConfigurableApplicationContext service = start()) {
            Posts posts = service.getBean(Posts.class);
            posts.save(new Post("Fresh bread", Map.of("score", 97)));
            posts.findAll()
                    .forEach(post -> out.println(
                            "5. It serves: the post '" + post.title() + "' has quality " + post.quality() + "."));
        }
    }

    private ConfigurableApplicationContext start() {
        return SpringApplication.run(
                StudioApplication.class,
                "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres");
    }

    private void migrate(String script) throws IOException, SQLException {
        try (InputStream resource = Story.class.getResourceAsStream("/release/" + script)) {
            if (resource == null) {
                throw new IOException("no such migration: " + script);
            }
            String sql = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
