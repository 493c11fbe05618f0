package com.acme.older;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts as it did before, and says in one sentence that it is not guarded. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    @Test
    void startsAndSaysThatNothingIsGuarded(CapturedOutput output) {
        try (ConfigurableApplicationContext context = SpringApplication.run(
                OlderApplication.class, "--spring.datasource.url=jdbc:h2:mem:older")) {
            Notes notes = context.getBean(Notes.class);
            notes.save(new Note());

            assertThat(notes.countNatively()).isOne();
            assertThat(context.getBeanNamesForType(Object.class))
                    .noneMatch(name -> String.valueOf(context.getType(name)).contains("dev.schemaguard"));
        }
        assertSaidOnce(output);
    }

    /** The schema is not there, which a guard would say. */
    @Test
    void startsWhereAGuardWouldNotLetIt(CapturedOutput output) {
        try (ConfigurableApplicationContext context = SpringApplication.run(
                OlderApplication.class,
                "--spring.datasource.url=jdbc:h2:mem:empty",
                "--spring.sql.init.mode=never")) {
            assertThat(context.isActive()).isTrue();
        }
        assertSaidOnce(output);
    }

    private static void assertSaidOnce(CapturedOutput output) {
        assertThat(output.getAll())
                .containsOnlyOnce("nothing is guarded: this is Spring Boot " + SpringBootVersion.getVersion()
                        + ", and Schema Guard supports 3.5 and 4.x")
                .doesNotContain("Exception")
                .doesNotContain("ERROR")
                .doesNotContain("\tat ")
                .doesNotContain("cycle");
        assertThat(output.getAll().lines().filter(line -> line.contains("schemaguard") || line.contains("WARN")))
                .hasSize(1);
    }
}
