package dev.schemaguard.spring.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.springframework.util.ClassUtils;

/** Says so where the tests of jOOQ are not among those that run. */
class JooqIsTestedTest {

    @Test
    void jooqIsTestedFromJava21On() {
        assumeTrue(
                Runtime.version().feature() >= 21,
                "the jOOQ that Spring Boot 4.1 manages needs Java 21, so its tests run on a newer JDK only");

        assertThat(ClassUtils.isPresent(
                        "dev.schemaguard.spring.jooq.JooqTest", getClass().getClassLoader()))
                .isTrue();
    }
}
