package dev.schemaguard.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Verdict;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The guard in front of the official image, as many teams have it in their own tests. Left out where there is no Docker. */
@Testcontainers(disabledWithoutDocker = true)
class ContainerTest {

    @Container
    private static final PostgreSQLContainer SERVER = new PostgreSQLContainer("postgres:15");

    @Test
    void refusesAndHealsInFrontOfAContainer() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(SERVER.getJdbcUrl());
        config.setUsername(SERVER.getUsername());
        config.setPassword(SERVER.getPassword());
        config.setMaximumPoolSize(1);
        SchemaGuard guard = SchemaGuard.expecting(Schema.builder()
                        .table("reel_jobs", t -> t.column("id", "uuid"))
                        .build())
                .build();
        try (GuardedDataSource database = GuardedDataSource.wrap(new HikariDataSource(config), guard)) {
            assertThatThrownBy(database::getConnection).isInstanceOf(SchemaDriftException.class);

            migrate("create table reel_jobs (id uuid)");

            assertThat(database.verifyNow().verdict()).isEqualTo(Verdict.CONFORMS);
            try (Connection connection = database.getConnection()) {
                assertThat(connection.isValid(5)).isTrue();
            }
        }
    }

    private static void migrate(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(SERVER.getJdbcUrl(), SERVER.getUsername(), SERVER.getPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
