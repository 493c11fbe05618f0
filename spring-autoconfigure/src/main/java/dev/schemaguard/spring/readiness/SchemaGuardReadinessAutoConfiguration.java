package dev.schemaguard.spring.readiness;

import dev.schemaguard.spring.SchemaGuards;
import dev.schemaguard.spring.autoconfigure.SchemaGuardAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for a readiness that tells the truth with nothing configured: while a gate refuses, Spring Boot's own
 * readiness state is {@code REFUSING_TRAFFIC}, and with it {@code /actuator/health/readiness} is 503.
 *
 * <p>{@code schema-guard.readiness=none} leaves all as Spring Boot has it. An application with an {@link
 * ApplicationAvailability} of its own keeps that, and hears of the schema by events only.
 */
@AutoConfiguration(after = SchemaGuardAutoConfiguration.class, before = ApplicationAvailabilityAutoConfiguration.class)
@ConditionalOnBean(SchemaGuards.class)
public final class SchemaGuardReadinessAutoConfiguration {

    /** For Spring. */
    public SchemaGuardReadinessAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(ApplicationAvailability.class)
    GuardedAvailability applicationAvailability(SchemaGuards guards) {
        return new GuardedAvailability(guards);
    }

    @Bean
    ReadinessSignal schemaGuardReadinessSignal(SchemaGuards guards, ApplicationEventPublisher events) {
        return new ReadinessSignal(guards, events);
    }
}
