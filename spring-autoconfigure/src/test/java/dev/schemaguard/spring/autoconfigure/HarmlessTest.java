package dev.schemaguard.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.jdbc.gate.GateState;
import dev.schemaguard.spring.Boot;
import dev.schemaguard.spring.SchemaGuards;
import dev.schemaguard.spring.SchemaGuards.Guarded;
import dev.schemaguard.spring.empty.EmptyApplication;
import dev.schemaguard.spring.notes.NotesApplication;
import dev.schemaguard.spring.shop.ShopApplication;
import dev.schemaguard.spring.start.Replica;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** To add the dependency never breaks an application whose database serves it. */
@ExtendWith(OutputCaptureExtension.class)
public class HarmlessTest {

    private static final String H2 = "spring.datasource.url=jdbc:h2:mem:harmless%d;DB_CLOSE_DELAY=-1";

    @Test
    void doesNothingInAnApplicationWithoutDataSource() {
        SpringApplication spring = new SpringApplication(Web.class);
        spring.setWebApplicationType(WebApplicationType.SERVLET);
        try (ConfigurableApplicationContext context = spring.run(Boot.arguments(
                "server.port=0",
                "management.endpoint.health.probes.enabled=true",
                "management.endpoint.health.group.readiness.include=readinessState,schemaGuard"))) {
            assertThat(context.getBeanNamesForType(SchemaGuards.class)).isEmpty();
            assertThat(new Replica(context).readiness()).isEqualTo(200);
        }
    }

    @Test
    void warnsOnceWhereNothingSaysWhatIsExpected(CapturedOutput output) {
        try (ConfigurableApplicationContext context = Boot.start(
                NotesApplication.class,
                H2.formatted(1),
                "spring.sql.init.mode=always",
                "spring.sql.init.schema-locations=classpath:db/notes.sql")) {
            Guarded guarded =
                    context.getBean(SchemaGuards.class).find("dataSource").orElseThrow();
            assertThat(guarded.gate()).isEmpty();
            assertThat(output.getOut().split("'dataSource' is not guarded", -1)).hasSize(2);
        }
    }

    @Test
    void expectsNothingOfAnEmbeddedDatabaseThatHibernateFills() {
        try (ConfigurableApplicationContext context = Boot.start(ShopApplication.class, H2.formatted(2))) {
            assertThat(context.getBean(SchemaGuards.class)
                            .find("dataSource")
                            .orElseThrow()
                            .gate())
                    .isEmpty();
        }
    }

    @Test
    void startsWhereFoundMigrationsCannotBeReadInFull(CapturedOutput output) {
        TestDatabase database = TestPostgres.database();

        try (ConfigurableApplicationContext context = Boot.start(
                NotesWithoutTitle.class,
                database.properties("spring.flyway.enabled=true", "spring.flyway.locations=classpath:db/doubtful"))) {
            Guarded guarded =
                    context.getBean(SchemaGuards.class).find("dataSource").orElseThrow();
            assertThat(guarded.gate().orElseThrow().state()).isInstanceOf(GateState.Open.class);
            assertThat(guarded.lastReport().orElseThrow().failed())
                    .as("the truth stays the truth")
                    .isTrue();
            assertThat(output).contains("cannot be verified for sure").contains("META-INF/schema-guard/schema.json");
        }
    }

    @Test
    void doesNotStartWhereNamedMigrationsCannotBeReadInFull() {
        TestDatabase database = TestPostgres.database();

        String said = Boot.failure(
                NotesWithoutTitle.class,
                database.properties(
                        "spring.flyway.enabled=true",
                        "spring.flyway.locations=classpath:db/doubtful",
                        "schema-guard.expect=classpath:db/doubtful"));

        assertThat(said).contains("APPLICATION FAILED TO START").contains("V1__notes.sql:3");
    }

    @Test
    void startsWhereTheMappingNamesNothing() {
        TestDatabase database = TestPostgres.database();

        try (ConfigurableApplicationContext context = Boot.start(EmptyApplication.class, database.properties())) {
            assertThat(context.getBean(SchemaGuards.class)
                            .find("dataSource")
                            .orElseThrow()
                            .lastReport())
                    .isPresent();
        }
    }

    @Test
    void checksNothingWhereItIsDisabled(CapturedOutput output) {
        try (ConfigurableApplicationContext context = Boot.start(
                ShopApplication.class,
                H2.formatted(3),
                "schema-guard.enabled=false",
                "spring.jpa.hibernate.ddl-auto=none")) {
            assertThat(context.getBean(SchemaGuards.class).all()).isEmpty();
            assertThat(output).contains("schema-guard.enabled is false");
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration",
                "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
                "org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration",
                "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration"
            })
    static class Web {}

    @SpringBootConfiguration
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration",
                "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
                "org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration",
                "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration"
            })
    public static class NotesWithoutTitle {}
}
