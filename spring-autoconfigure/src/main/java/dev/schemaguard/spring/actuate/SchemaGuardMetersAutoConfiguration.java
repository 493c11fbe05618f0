package dev.schemaguard.spring.actuate;

import dev.schemaguard.spring.SchemaGuards;
import dev.schemaguard.spring.autoconfigure.SchemaGuardAutoConfiguration;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Auto-configuration for the meters {@code schema.guard.*}; {@link SchemaGuardMeters} lists them. */
@AutoConfiguration(after = SchemaGuardAutoConfiguration.class)
@ConditionalOnClass(MeterBinder.class)
@ConditionalOnBean(SchemaGuards.class)
public final class SchemaGuardMetersAutoConfiguration {

    /** For Spring. */
    public SchemaGuardMetersAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    SchemaGuardMeters schemaGuardMeters(SchemaGuards guards) {
        return new SchemaGuardMeters(guards);
    }
}
