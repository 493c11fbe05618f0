package com.acme.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.spring.SchemaGuards;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

class GuardedTest {

    @Test
    void startsAndIsGuarded() {
        try (ConfigurableApplicationContext context =
                SpringApplication.run(ClinicApplication.class, "--spring.datasource.url=jdbc:h2:mem:guarded")) {
            DriftReport report = context.getBean(SchemaGuards.class)
                    .find("dataSource")
                    .orElseThrow()
                    .lastReport()
                    .orElseThrow();
            assertThat(report.verdict()).isEqualTo(Verdict.CONFORMS);
            assertThat(report.findings()).isEmpty();
            assertThat(report.coverage().tablesChecked()).isEqualTo(2);
        }
    }

    @Test
    void doesNotStartWithoutWhatItMaps() {
        assertThatThrownBy(() -> SpringApplication.run(
                        ClinicApplication.class,
                        "--spring.datasource.url=jdbc:h2:mem:drifted",
                        "--spring.sql.init.data-locations=classpath:drift.sql"))
                .hasStackTraceContaining("missing-column:PETS.BIRTH_DATE");
    }

    @Test
    void hasNothingOfOursThatChangesAnythingElse() {
        assertThat(ClassUtils.isPresent("net.sf.jsqlparser.parser.CCJSqlParser", null)).isFalse();
        assertThat(ClassUtils.isPresent("tools.jackson.databind.json.JsonMapper", null)).isFalse();
        assertThat(ClassUtils.isPresent("picocli.CommandLine", null)).isFalse();
    }
}
