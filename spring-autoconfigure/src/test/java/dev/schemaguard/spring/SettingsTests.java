package dev.schemaguard.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.jdbc.GuardedDataSource;
import dev.schemaguard.model.Schema;
import dev.schemaguard.spring.SchemaGuards.Guarded;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTests {

    private final SchemaGuardProperties properties = new SchemaGuardProperties();

    @Test
    void looksAgainOnlyWhereAskedToOrWhereReadinessHangsOnIt() {
        assertThat(properties.of("orders").recheckInterval()).isEmpty();

        properties.setReadiness(Readiness.LIVE);
        assertThat(properties.of("orders").recheckInterval()).contains(Duration.ofMinutes(1));

        properties.setRecheckInterval(Duration.ofMinutes(5));
        assertThat(properties.of("orders").recheckInterval()).contains(Duration.ofMinutes(5));
    }

    @Test
    void oneDataSourceMayHaveAReadinessOfItsOwn() {
        properties.setReadiness(Readiness.LIVE);
        GuardSettings audit = new GuardSettings();
        audit.setReadiness(Readiness.NONE);
        properties.getDataSources().put("audit", audit);

        assertThat(properties.of("audit").readiness()).isEqualTo(Readiness.NONE);
        assertThat(properties.of("audit").recheckInterval()).isEmpty();
        assertThat(properties.of("orders").readiness()).isEqualTo(Readiness.LIVE);
    }

    @Test
    void gateThatAnotherReplacesLooksNoMore() {
        HikariDataSource pool = new HikariDataSource();
        SchemaGuards guards = new SchemaGuards();
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
}
