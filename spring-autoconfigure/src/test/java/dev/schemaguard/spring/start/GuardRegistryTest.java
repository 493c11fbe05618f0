package dev.schemaguard.spring.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.jdbc.GuardedDataSource;
import dev.schemaguard.model.Schema;
import dev.schemaguard.spring.Readiness;
import dev.schemaguard.spring.SchemaGuards.Guarded;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuardRegistryTest {

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
}
