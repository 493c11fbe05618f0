package dev.schemaguard.spring.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.model.Origin;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.report.StatementCoverage;
import dev.schemaguard.spring.Boot;
import dev.schemaguard.spring.Trace;
import dev.schemaguard.spring.notebook.NoteMapper;
import dev.schemaguard.spring.notebook.NotebookApplication;
import dev.schemaguard.spring.queries.QueryTarget;
import dev.schemaguard.spring.queries.WrittenQuery;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mybatis.spring.mapper.MapperFactoryBean;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

class MappedStatementsTest {

    private static final String MAPPER = NoteMapper.class.getName();

    @Test
    void countsThoseThatGoToOneOfSeveralDatabases() {
        RootBeanDefinition mapper = new RootBeanDefinition(MapperFactoryBean.class);
        mapper.setAttribute(FactoryBean.OBJECT_TYPE_ATTRIBUTE, NoteMapper.class);
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerBeanDefinition("noteMapper", mapper);
        MappedStatements statements = new MappedStatements(beans);

        List<WrittenQuery> whereOnlyOne = statements.find(new QueryTarget(true, Optional.empty()));

        assertThat(whereOnlyOne).hasSizeGreaterThan(1);
        assertThat(statements.find(new QueryTarget(false, Optional.empty())))
                .singleElement()
                .isInstanceOfSatisfying(WrittenQuery.NotKnown.class, unknown -> {
                    assertThat(unknown.origin()).isEqualTo(Origin.of("MyBatis"));
                    assertThat(unknown.reason())
                            .contains("of " + whereOnlyOne.size() + " queries", "several DataSources");
                });
    }

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
