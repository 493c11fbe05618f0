package dev.schemaguard.samples.quarkus;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.jdbc.GuardedDataSource;
import dev.schemaguard.jdbc.gate.GateState;
import dev.schemaguard.jdbc.gate.Mode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says at {@code /q/health/ready} whether the database has what the migrations of this release make. It is latched: once it had,
 * later drift is told and takes no replica out of service.
 */
@Readiness
@ApplicationScoped
public class SchemaReadiness implements HealthCheck {

    private final GuardedDataSource gate;

    SchemaReadiness(AgroalDataSource pool, @ConfigProperty(name = "schema-guard.recheck-interval") Duration interval) {
        gate = GuardedDataSource.builder(pool)
                .guard(SchemaGuard.expecting(SchemaSources.of("classpath:db/migration"))
                        .build())
                .mode(Mode.HOLD)
                .recheckEvery(interval)
                .onlyLooking()
                .build();
    }

    void onStart(@Observes StartupEvent start) throws SQLException {
        gate.verifyNow();
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("schemaGuard")
                .status(gate.state() instanceof GateState.Open)
                .withData(
                        "report",
                        gate.state().lastReport().map(Object::toString).orElse("not checked yet"))
                .build();
    }
}
