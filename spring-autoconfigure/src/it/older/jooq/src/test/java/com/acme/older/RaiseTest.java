package com.acme.older;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jooq.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A catalog that was generated for a jOOQ that is too old to be read. */
@ExtendWith(OutputCaptureExtension.class)
class RaiseTest {

    @Test
    void saysWhatToRaise(CapturedOutput output) {
        assertThat(Constants.FULL_VERSION).isEqualTo("3.19.15");
        assertThatThrownBy(() -> SpringApplication.run(
                        JooqApplication.class,
                        "--spring.datasource.url=jdbc:h2:mem:jooq",
                        "--schema-guard.expect=jooq:" + Generated.class.getName()))
                .isNotNull();

        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START")
                .contains("jOOQ 3.19.15 lacks what it takes to read generated classes")
                .contains("raise jOOQ to 3.19.35 or newer")
                .doesNotContain("\tat ");
    }
}
