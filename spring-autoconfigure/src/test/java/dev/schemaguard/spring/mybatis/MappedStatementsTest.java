package dev.schemaguard.spring.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.report.StatementCoverage;
import dev.schemaguard.spring.Boot;
import dev.schemaguard.spring.Trace;
import dev.schemaguard.spring.notebook.NoteMapper;
import dev.schemaguard.spring.notebook.NotebookApplication;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

class MappedStatementsTest {

    private static final String MAPPER = NoteMapper.class.getName();

    @Test
    void namesThoseThatAMissingColumnBreaksBeforeMyBatisIsThere() {
        TestDatabase database = TestPostgres.database("create table note (id bigint, body text not null)");
        Trace trace = new Trace();
        SpringApplication spring = new SpringApplication(NotebookApplication.class);
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(trace));

        try (ConfigurableApplicationContext context = spring.run(Boot.arguments(
                database.properties("schema-guard.expect=classpath:db/notes.sql", "schema-guard.mode=warn")))) {
            DriftReport report = Boot.report(context, "dataSource");

            assertThat(report.findings())
                    .filteredOn(finding -> finding.id().equals("missing-column:note.title"))
                    .flatExtracting(Finding::breaks)
                    .extracting(broken -> broken.origin().toString())
                    .containsExactly(MAPPER + "#title");
            assertThat(report.coverage().statements())
                    .flatExtracting(StatementCoverage::notReadable)
                    .extracting(one -> one.origin().toString())
                    .containsExactly(MAPPER + "#count", MAPPER + "#find");
            assertThat(trace.of("schemaGuard", "noteMapper")).containsExactly("schemaGuard", "noteMapper");
        }
    }
}
