package dev.schemaguard.samples.testcontainers;

import static dev.schemaguard.test.SchemaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.test.SchemaSnapshot;
import dev.schemaguard.test.SchemaSoftAssertions;
import dev.schemaguard.test.SnapshotExtension;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** What the migrations give is what the release packages as its expectation; without Spring. */
@Testcontainers(disabledWithoutDocker = true)
class MigrationsContainerTest {

    private static final String SNAPSHOT_FILE = "classpath:META-INF/schema-guard/schema.json";

    @Container
    static final PostgreSQLContainer POSTGRES = Server.inContainer();

    @RegisterExtension
    static final SnapshotExtension SNAPSHOT =
            SnapshotExtension.of(() -> migrated("public", "42")).inSchemas("public");

    @Test
    void packagedSnapshotIsWhatTheMigrationsGive(SchemaSnapshot snapshot) {
        snapshot.verify();
    }

    @Test
    void migratedDatabaseHasWhatTheReleaseExpects() {
        assertThat(migrated("public", "42")).conformsTo(SNAPSHOT_FILE, "classpath:db/migration");
    }

    @Test
    void releaseIsStoppedByTheDatabaseOfTheReleaseBefore() {
        DataSource behind = migrated("behind", "41");

        assertThatThrownBy(() -> assertThat(behind).inSchemas("behind").conformsTo(SNAPSHOT_FILE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("missing-column  posts.quality", "missing-table  reel_jobs");
    }

    @Test
    void severalExpectationsAreReportedTogether() {
        DataSource database = migrated("public", "42");

        SchemaSoftAssertions.assertSoftly(softly -> {
            softly.assertThat(database).as("snapshot").conformsTo(SNAPSHOT_FILE);
            softly.assertThat(database).as("migrations").conformsTo("classpath:db/migration");
        });
    }

    private static DataSource migrated(String schema, String version) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(POSTGRES.getJdbcUrl());
        database.setUser(POSTGRES.getUsername());
        database.setPassword(POSTGRES.getPassword());
        Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .target(version)
                .load()
                .migrate();
        return database;
    }
}
