package dev.schemaguard.spring.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.spring.Readiness;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SchemaGuardPropertiesTest {

    @Test
    void looksAgainOnlyWhereAskedToOrWhereReadinessHangsOnIt() {
        assertThat(bound(Map.of()).of("orders").interval()).isEmpty();

        Map<String, String> set = new HashMap<>(Map.of("schema-guard.readiness", "live"));
        assertThat(bound(set).of("orders").interval()).contains(Duration.ofMinutes(1));

        set.put("schema-guard.recheck-interval", "5m");
        assertThat(bound(set).of("orders").interval()).contains(Duration.ofMinutes(5));
    }

    @Test
    void oneDataSourceMayHaveAReadinessOfItsOwn() {
        SchemaGuardProperties properties =
                bound(Map.of("schema-guard.readiness", "live", "schema-guard.data-sources.audit.readiness", "none"));

        assertThat(properties.of("audit").readiness()).isEqualTo(Readiness.NONE);
        assertThat(properties.of("audit").interval()).isEmpty();
        assertThat(properties.of("orders").readiness()).isEqualTo(Readiness.LIVE);
    }

    private static SchemaGuardProperties bound(Map<String, String> set) {
        return new Binder(new MapConfigurationPropertySource(set))
                .bindOrCreate("schema-guard", SchemaGuardProperties.class);
    }
}
