package com.acme.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.spring.SchemaGuards;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The same application with the profile of another database. */
class PostgresTest {

    @Test
    void startsAndIsGuarded() throws Exception {
        try (EmbeddedPostgres server =
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
            try (ConfigurableApplicationContext context = start(server)) {
                DriftReport report = context.getBean(SchemaGuards.class)
                        .find("dataSource")
                        .orElseThrow()
                        .lastReport()
                        .orElseThrow();
                assertThat(report.verdict()).as(report.toText()).isEqualTo(Verdict.CONFORMS);
                assertThat(report.findings()).as(report.toText()).isEmpty();
                assertThat(context.getBean(Owners.class).findByLastNameStartingWith("Frank"))
                        .hasSize(1);
            }
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("alter table owners drop column first_name");
            }
            assertThatThrownBy(() -> start(server, "--spring.sql.init.mode=never"))
                    .hasStackTraceContaining("missing-column:owners.first_name");
        }
    }

    private static ConfigurableApplicationContext start(EmbeddedPostgres server, String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "--spring.profiles.active=postgres";
        arguments[1] = "--spring.datasource.url=jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
        arguments[2] = "--spring.datasource.username=postgres";
        System.arraycopy(more, 0, arguments, 3, more.length);
        return SpringApplication.run(ClinicApplication.class, arguments);
    }
}
