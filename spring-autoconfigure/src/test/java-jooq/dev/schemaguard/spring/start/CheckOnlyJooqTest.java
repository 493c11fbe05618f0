package dev.schemaguard.spring.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.spring.generated.DefaultCatalog;
import dev.schemaguard.spring.jooq.JooqTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A check before any context knows code that jOOQ generated. */
class CheckOnlyJooqTest {

    @Test
    void isKnownToACheckBeforeAnyContext() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        Binder binder = new Binder(new MapConfigurationPropertySource(Map.of(
                "spring.datasource.url",
                JooqTest.whole().url(),
                "spring.datasource.username",
                "postgres",
                "schema-guard.expect",
                "jooq:" + DefaultCatalog.class.getName())));

        assertThat(CheckOnly.of(binder, getClass().getClassLoader()).run(print, print))
                .as(() -> out.toString(StandardCharsets.UTF_8))
                .isZero();
    }
}
