package dev.schemaguard.samples.dashboard.story;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.util.FileSystemUtils;

/** Production's database: a real PostgreSQL at release 41, which can be migrated, stopped and started again. */
public final class StoryDatabase implements AutoCloseable {

    private final Path data;
    private final int port;
    private Optional<EmbeddedPostgres> server;
    private String release = "41";

    private StoryDatabase(Path data, EmbeddedPostgres server) {
        this.data = data;
        this.port = server.getPort();
        this.server = Optional.of(server);
    }

    /** Starts a server whose schema is that of the release before. */
    public static StoryDatabase atRelease41() throws IOException {
        Path data = Files.createTempDirectory("dashboard");
        StoryDatabase database = new StoryDatabase(
                data,
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .start());
        database.migrateTo("41");
        return database;
    }

    /** Where it listens. */
    public String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }

    /** For whoever administers it, past the application. */
    public synchronized DataSource administrator() {
        return server.orElseThrow(() -> new IllegalStateException("the database is stopped; start it first"))
                .getPostgresDatabase();
    }

    /** Runs what somebody forgot. */
    public synchronized void migrate() {
        migrateTo("42");
    }

    /** Begins anew: all that is there goes, and the schema of the release before comes. */
    public synchronized void backToRelease41() {
        Flyway.configure()
                .dataSource(administrator())
                .cleanDisabled(false)
                .load()
                .clean();
        migrateTo("41");
    }

    private void migrateTo(String target) {
        Flyway.configure().dataSource(administrator()).target(target).load().migrate();
        release = target;
    }

    /** Stops the server; what it keeps stays. */
    public synchronized void stop() {
        server.ifPresent(StoryDatabase::close);
        server = Optional.empty();
    }

    /** Starts the server again where it was. */
    public synchronized void start() throws IOException {
        if (server.isEmpty()) {
            server = Optional.of(EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .start());
        }
    }

    synchronized boolean isRunning() {
        return server.isPresent();
    }

    synchronized String release() {
        return release;
    }

    @Override
    public synchronized void close() throws IOException {
        stop();
        FileSystemUtils.deleteRecursively(data);
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
