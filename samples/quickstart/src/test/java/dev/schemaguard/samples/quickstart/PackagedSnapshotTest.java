package dev.schemaguard.samples.quickstart;

import static dev.schemaguard.test.SchemaAssertions.assertThat;

import dev.schemaguard.test.SchemaSnapshot;
import dev.schemaguard.test.SnapshotExtension;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a project's own tests say of its database; any migrated database will do. */
class PackagedSnapshotTest {

    private static EmbeddedPostgres server;
    private static DataSource migratedDatabase;

    @RegisterExtension
    static final SnapshotExtension SNAPSHOT = SnapshotExtension.of(() -> migratedDatabase);

    @BeforeAll
    static void migrate() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        migratedDatabase = server.getPostgresDatabase();
        try (Connection connection = migratedDatabase.getConnection();
                Statement statement = connection.createStatement()) {
            for (String migration : List.of("V41__businesses_and_posts.sql", "V42__quality_and_reel_jobs.sql")) {
                statement.execute(Files.readString(Path.of("src/main/resources/db/migration", migration)));
            }
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void migratedDatabaseHasWhatTheReleaseExpects() {
        assertThat(migratedDatabase).conformsTo("classpath:META-INF/schema-guard/schema.json");
    }

    @Test
    void packagedSnapshotIsWhatTheMigrationsGive(SchemaSnapshot snapshot) {
        snapshot.verify();
    }
}
