package dev.schemaguard.spring.actuate;

import dev.schemaguard.spring.SchemaGuards;
import dev.schemaguard.spring.autoconfigure.SchemaGuardAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Auto-configuration for the endpoint {@code schemaguard}, where it is exposed; by default it is not. */
@AutoConfiguration(after = SchemaGuardAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(SchemaGuards.class)
@ConditionalOnAvailableEndpoint(SchemaGuardEndpoint.class)
public final class SchemaGuardEndpointAutoConfiguration {

    /** For Spring. */
    public SchemaGuardEndpointAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    SchemaGuardEndpoint schemaGuardEndpoint(SchemaGuards guards) {
        return new SchemaGuardEndpoint(guards);
    }
}
