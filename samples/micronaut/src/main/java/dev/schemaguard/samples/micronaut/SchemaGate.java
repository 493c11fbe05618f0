package dev.schemaguard.samples.micronaut;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.jdbc.GuardedDataSource;
import dev.schemaguard.jdbc.gate.GateState;
import dev.schemaguard.jdbc.gate.Mode;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.reactivestreams.Publisher;

/**
 * Puts the guard in front of the DataSource, which Micronaut makes when it starts, and says at {@code /health/readiness} whether it
 * is open. It is latched: once it was, later drift is told and takes no replica out of service.
 */
@Singleton
@Readiness
final class SchemaGate implements BeanCreatedEventListener<DataSource>, HealthIndicator {

    private final Mode mode;
    private final Duration interval;
    private volatile Optional<GuardedDataSource> gate = Optional.empty();

    SchemaGate(
            @Property(name = "schema-guard.mode") Mode mode,
            @Property(name = "schema-guard.recheck-interval") Duration interval) {
        this.mode = mode;
        this.interval = interval;
    }

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> created) {
        GuardedDataSource guarded = GuardedDataSource.builder(created.getBean())
                .guard(SchemaGuard.expecting(SchemaSources.of("classpath:db/migration"))
                        .build())
                .mode(mode)
                .recheckEvery(interval)
                .build();
        try {
            guarded.verifyNow();
        } catch (SQLException e) {
            throw new ConfigurationException(e.getMessage(), e);
        }
        gate = Optional.of(guarded);
        return guarded;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        Optional<GateState> state = gate.map(GuardedDataSource::state);
        boolean open = state.filter(GateState.Open.class::isInstance).isPresent();
        return Publishers.just(HealthResult.builder("schemaGuard", open ? HealthStatus.UP : HealthStatus.DOWN)
                .details(Map.of(
                        "report",
                        state.flatMap(GateState::lastReport)
                                .map(Object::toString)
                                .orElse("not checked yet")))
                .build());
    }
}
