package dev.schemaguard.spring;

import dev.schemaguard.spring.datajdbc.DataJdbcMapping;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;

/** Asks Spring Data JDBC what its mapping expects, where a property names it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(JdbcMappingContext.class)
final class DataJdbcConfiguration {

    @Bean
    NamedKind schemaGuardDataJdbc(ConfigurableListableBeanFactory beans) {
        return new NamedKind() {
            @Override
            public String name() {
                return Words.DATA_JDBC;
            }

            @Override
            public Expected expected(String argument, Target target) {
                return Expected.namedMapping(DataJdbcMapping.of(beans), List.of());
            }
        };
    }
}
