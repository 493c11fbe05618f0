package dev.schemaguard.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import com.zaxxer.hikari.HikariDataSource;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.jdbc.GuardedDataSource;
import dev.schemaguard.model.Schema;
import dev.schemaguard.spring.SchemaGuards.Guarded;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTests {

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
        SchemaGuardProperties properties = bound(
                Map.of("schema-guard.readiness", "live", "schema-guard.data-sources.audit.readiness", "none"));

        assertThat(properties.of("audit").readiness()).isEqualTo(Readiness.NONE);
        assertThat(properties.of("audit").interval()).isEmpty();
        assertThat(properties.of("orders").readiness()).isEqualTo(Readiness.LIVE);
    }

    @Test
    void gateThatAnotherReplacesLooksNoMore() {
        HikariDataSource pool = new HikariDataSource();
        GuardRegistry guards = new GuardRegistry();
        guards.put(guarded(pool));

        guards.put(new Guarded("orders", "contract", Readiness.LATCHED, Optional.empty()));

        assertThat(pool.isClosed()).as("what closing a gate closes").isTrue();
        assertThat(guards.all()).hasSize(1);
    }

    private static Guarded guarded(HikariDataSource pool) {
        SchemaGuard guard = SchemaGuard.expecting(Schema.builder()
                        .table("note", note -> note.column("id"))
                        .build())
                .build();
        return new Guarded("orders", "contract", Readiness.LATCHED, Optional.of(GuardedDataSource.wrap(pool, guard)));
    }

    private static SchemaGuardProperties bound(Map<String, String> set) {
        return new Binder(new MapConfigurationPropertySource(set))
                .bindOrCreate("schema-guard", SchemaGuardProperties.class);
    }
}
