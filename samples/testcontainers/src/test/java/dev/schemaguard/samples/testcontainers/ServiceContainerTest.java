package dev.schemaguard.samples.testcontainers;

import static dev.schemaguard.test.SchemaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.spring.SchemaGuards;
import dev.schemaguard.test.SnapshotExtension;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The service on a container that Spring Boot connects it to; its snapshot is verified after the last test. */
@SpringBootTest
@Testcontainers(disabledWithoutDocker = true)
class ServiceContainerTest {

    @Container
    @ServiceConnection
    static final PostgreSQLContainer POSTGRES = Server.inContainer();

    @RegisterExtension
    static final SnapshotExtension SNAPSHOT = SnapshotExtension.from(
            test -> SpringExtension.getApplicationContext(test).getBean(DataSource.class));

    @Test
    void startWasGuardedByThePackagedSnapshot(@Autowired SchemaGuards guards) {
        SchemaGuards.Guarded guarded = guards.find("dataSource").orElseThrow();

        assertThat(guarded.expectation()).contains("classpath:META-INF/schema-guard/schema.json");
        assertThat(guarded.lastReport().orElseThrow()).conforms();
    }

    @Test
    void databaseHasWhatTheReleaseExpects(@Autowired DataSource database) {
        assertThat(database).conformsTo("classpath:META-INF/schema-guard/schema.json");
    }

    @Test
    void serves(@Autowired Posts posts) {
        posts.add("Fresh bread", "{\"score\": 97}");
        posts.add("Stale bread", "{\"score\": 12}");

        assertThat(posts.ofQuality(50)).containsExactly("Fresh bread");
    }
}
