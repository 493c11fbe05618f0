package dev.schemaguard.samples.testcontainers;

import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The PostgreSQL of these tests: {@code -Dpostgres.image=postgres:18} or the like takes another one. */
final class Server {

    private Server() {}

    static PostgreSQLContainer inContainer() {
        return new PostgreSQLContainer(DockerImageName.parse(System.getProperty("postgres.image", "postgres:15"))
                .asCompatibleSubstituteFor("postgres"));
    }
}
