package dev.schemaguard.spring.actuate;

import dev.schemaguard.spring.SchemaGuards;
import dev.schemaguard.spring.autoconfigure.SchemaGuardAutoConfiguration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration for the health contributor {@code schemaGuard}. It is there wherever health is, even in an application
 * that guards nothing: a health group that names a contributor which is not there stops the start.
 *
 * <p>{@code management.health.schema-guard.enabled=false} takes it away all the same.
 *
 * <p>Spring Boot 4 has the types of health in other packages, so each line has a configuration of its own.
 */
@AutoConfiguration(after = SchemaGuardAutoConfiguration.class)
public final class SchemaGuardHealthAutoConfiguration {

    /** For Spring. */
    public SchemaGuardHealthAutoConfiguration() {}

    /** Of Spring Boot 3. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(
            name = {
                "org.springframework.boot.actuate.health.HealthIndicator",
                "org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator"
            })
    @org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator("schemaguard")
    static class Boot3 {

        @Bean
        @ConditionalOnMissingBean(name = "schemaGuardHealthIndicator")
        org.springframework.boot.actuate.health.HealthIndicator schemaGuardHealthIndicator(
                ObjectProvider<SchemaGuards> guards) {
            return () -> {
                SchemaHealth health = SchemaHealth.of(Optional.ofNullable(guards.getIfAvailable()));
                return org.springframework.boot.actuate.health.Health.status(
                                health.status().name())
                        .withDetails(health.details())
                        .build();
            };
        }
    }

    /** Of Spring Boot 4. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
    @org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator("schemaguard")
    static class Boot4 {

        @Bean
        @ConditionalOnMissingBean(name = "schemaGuardHealthIndicator")
        org.springframework.boot.health.contributor.HealthIndicator schemaGuardHealthIndicator(
                ObjectProvider<SchemaGuards> guards) {
            return () -> {
                SchemaHealth health = SchemaHealth.of(Optional.ofNullable(guards.getIfAvailable()));
                return org.springframework.boot.health.contributor.Health.status(
                                health.status().name())
                        .withDetails(health.details())
                        .build();
            };
        }
    }
}
