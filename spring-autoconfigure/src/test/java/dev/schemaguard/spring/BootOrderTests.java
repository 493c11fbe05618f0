package dev.schemaguard.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.jdbc.GateState;
import dev.schemaguard.spring.TestPostgres.TestDatabase;
import dev.schemaguard.spring.notes.NotesApplication;
import dev.schemaguard.spring.notes.NotesApplication.EarlyReader;
import dev.schemaguard.spring.shop.ShopApplication;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** On both lines of Spring Boot the guard comes after what migrates and before what reads. */
class BootOrderTests {

    private static final String[] FLYWAY = {
        "spring.flyway.enabled=true",
        "spring.flyway.locations=classpath:db/shop",
        "spring.flyway.placeholders.title_length=50"
    };
    private static final String[] LIQUIBASE = {
        "spring.liquibase.enabled=true",
        "spring.liquibase.change-log=classpath:db/changelog/notes.xml",
        "spring.liquibase.parameters.title_length=50"
    };
    private static final String[] SCRIPT = {
        "spring.sql.init.mode=always",
        "spring.sql.init.schema-locations=classpath:db/notes.sql",
        "schema-guard.expect=classpath:db/notes.sql"
    };

    private final Trace trace = new Trace();

    @Test
    void comesAfterFlywayAndBeforeTheFirstQuery() {
        try (ConfigurableApplicationContext context = start(NotesApplication.class, FLYWAY)) {
            assertThat(trace.of("flywayInitializer", "schemaGuard", "jdbcTemplate", "jdbcClient", "aaaEarlyReader"))
                    .containsExactly(
                            "flywayInitializer", "schemaGuard", "jdbcTemplate", "jdbcClient", "aaaEarlyReader");
            assertOpen(context, "classpath:db/shop");
        }
    }

    @Test
    void comesAfterLiquibaseAndBeforeTheFirstQuery() {
        try (ConfigurableApplicationContext context = start(NotesApplication.class, LIQUIBASE)) {
            assertThat(trace.of("liquibase", "schemaGuard", "jdbcTemplate", "aaaEarlyReader"))
                    .containsExactly("liquibase", "schemaGuard", "jdbcTemplate", "aaaEarlyReader");
            assertOpen(context, "classpath:db/changelog/notes.xml");
        }
    }

    @Test
    void comesAfterScriptsAndBeforeTheFirstQuery() {
        try (ConfigurableApplicationContext context = start(NotesApplication.class, SCRIPT)) {
            assertThat(trace.of("dataSourceScriptDatabaseInitializer", "schemaGuard", "jdbcTemplate", "aaaEarlyReader"))
                    .containsExactly(
                            "dataSourceScriptDatabaseInitializer", "schemaGuard", "jdbcTemplate", "aaaEarlyReader");
            assertOpen(context, "classpath:db/notes.sql");
        }
    }

    @Test
    void comesBeforeTheFirstQueryUnderLazyInitializationToo() {
        try (ConfigurableApplicationContext context =
                start(NotesApplication.class, and(FLYWAY, "spring.main.lazy-initialization=true"))) {
            assertThat(trace.of("aaaEarlyReader")).isEmpty();
            assertOpen(context, "classpath:db/shop");
            assertThat(context.getBean(EarlyReader.class).untitled()).isZero();
        }
    }

    @Test
    void comesBeforeThePortIsOpen() {
        TestDatabase database = TestPostgres.database();
        SpringApplication spring = new SpringApplication(NotesApplication.class);
        spring.setWebApplicationType(WebApplicationType.SERVLET);
        spring.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(trace));
        spring.addListeners(trace);
        try (ConfigurableApplicationContext context =
                spring.run(Boot.arguments(database.properties(and(FLYWAY, "server.port=0"))))) {
            assertThat(trace.of("schemaGuard", "aaaEarlyReader", "port"))
                    .containsExactly("schemaGuard", "aaaEarlyReader", "port");
            assertThat(context.isRunning()).isTrue();
        }
    }

    @Test
    void checksTheMappingBeforeTheEntityManagerFactoryIsThere() {
        try (ConfigurableApplicationContext context = start(
                ShopApplication.class,
                "spring.sql.init.mode=always",
                "spring.sql.init.schema-locations=classpath:db/shop.sql")) {
            assertThat(trace.of("dataSourceScriptDatabaseInitializer", "schemaGuard", "entityManagerFactory"))
                    .containsExactly("dataSourceScriptDatabaseInitializer", "schemaGuard", "entityManagerFactory");
            assertOpen(context, "JPA mapping");
        }
    }

    @Test
    void checksTheMappingAfterScriptsThatWaitForJpa() {
        try (ConfigurableApplicationContext context = start(
                ShopApplication.class,
                "spring.jpa.defer-datasource-initialization=true",
                "spring.sql.init.mode=always",
                "spring.sql.init.schema-locations=classpath:db/shop.sql")) {
            assertThat(trace.of("dataSourceScriptDatabaseInitializer", "schemaGuard", "entityManagerFactory"))
                    .containsExactly("entityManagerFactory", "dataSourceScriptDatabaseInitializer", "schemaGuard");
            assertOpen(context, "JPA mapping");
        }
    }

    @Test
    void waitsForAMappingThatIsReadInTheBackground() {
        try (ConfigurableApplicationContext context = start(
                ShopApplication.class,
                "spring.data.jpa.repositories.bootstrap-mode=deferred",
                "spring.sql.init.mode=always",
                "spring.sql.init.schema-locations=classpath:db/shop.sql")) {
            assertOpen(context, "JPA mapping");
        }
    }

    @Test
    void expectsNothingOfASchemaThatHibernateMakes() {
        try (ConfigurableApplicationContext context =
                start(ShopApplication.class, "spring.jpa.hibernate.ddl-auto=create-drop")) {
            assertThat(context.getBean(SchemaGuards.class)
                            .find("dataSource")
                            .orElseThrow()
                            .expectation())
                    .contains("Hibernate itself makes the schema");
        }
    }

    @Test
    void checksASchemaThatHibernateUpdatesOnceItHas() {
        TestDatabase database =
                TestPostgres.database("create table owners (id bigint primary key, town text not null)");

        String said = Boot.failure(ShopApplication.class, database.properties("spring.jpa.hibernate.ddl-auto=update"));

        assertThat(said).contains("extra-required-column  owners.town").doesNotContain("missing-");
    }

    private ConfigurableApplicationContext start(Class<?> application, String... properties) {
        SpringApplication spring = new SpringApplication(application);
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(trace));
        return spring.run(Boot.arguments(TestPostgres.database().properties(properties)));
    }

    private static String[] and(String[] properties, String... more) {
        return Stream.concat(Stream.of(properties), Stream.of(more)).toArray(String[]::new);
    }

    private static void assertOpen(ConfigurableApplicationContext context, String expectation) {
        SchemaGuards.Guarded guarded =
                context.getBean(SchemaGuards.class).find("dataSource").orElseThrow();
        assertThat(guarded.expectation()).isEqualTo(expectation);
        assertThat(guarded.gate().orElseThrow().state()).isInstanceOf(GateState.Open.class);
        assertThat(guarded.lastReport().orElseThrow().findings()).isEmpty();
        assertThat(guarded.lastReport().orElseThrow().coverage().tablesChecked())
                .isPositive();
    }
}
