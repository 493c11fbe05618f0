package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.spring.SchemaGuards;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The application starts as it did before on both of its databases, and not where somebody changed them. */
class GuardedTest {

    @Test
    void startsOnH2() throws Exception {
        assertGuarded("jdbc:h2:mem:guarded;DB_CLOSE_DELAY=-1;MODE=LEGACY", "sa", "CUSTOMER.LOGIN");
    }

    @Test
    void startsOnPostgres() throws Exception {
        try (EmbeddedPostgres server =
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
            String url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
            assertGuarded(url, "postgres", "customer.login");
        }
    }

    private static void assertGuarded(String url, String user, String lost) throws Exception {
        try (ConfigurableApplicationContext context = start(url, user)) {
            DriftReport report = context.getBean(SchemaGuards.class)
                    .find("dataSource")
                    .orElseThrow()
                    .lastReport()
                    .orElseThrow();
            assertThat(report.verdict()).as(report.toText()).isEqualTo(Verdict.CONFORMS);
            assertThat(report.findings()).as(report.toText()).isEmpty();
            assertThat(report.coverage().tablesChecked()).isEqualTo(3);
            assertThat(context.getBean(Customers.class).count()).isEqualTo(2);
        }
        try (Connection connection = DriverManager.getConnection(url, user, "");
                Statement statement = connection.createStatement()) {
            statement.execute("alter table customer drop column login");
        }
        assertThatThrownBy(() -> start(url, user)).hasStackTraceContaining("missing-column:" + lost);
    }

    private static ConfigurableApplicationContext start(String url, String user) {
        return SpringApplication.run(
                ShopApplication.class, "--spring.datasource.url=" + url, "--spring.datasource.username=" + user);
    }
}
