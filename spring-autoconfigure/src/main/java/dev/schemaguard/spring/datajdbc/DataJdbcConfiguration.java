package dev.schemaguard.spring.datajdbc;

import dev.schemaguard.spring.expectation.DataSourceBean;
import dev.schemaguard.spring.expectation.ExpectationNames;
import dev.schemaguard.spring.expectation.Expected;
import dev.schemaguard.spring.expectation.NamedKind;
import dev.schemaguard.spring.queries.QueryFinder;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;

/** Asks Spring Data JDBC what its mapping expects, where a property names it, and finds the queries of its repositories. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(JdbcMappingContext.class)
public final class DataJdbcConfiguration {

    @Bean
    QueryFinder schemaGuardAggregateQueries(ConfigurableListableBeanFactory beans) {
        return new AggregateQueries(beans);
    }

    @Bean
    NamedKind schemaGuardDataJdbc(ConfigurableListableBeanFactory beans) {
        return new NamedKind() {
            @Override
            public String name() {
                return ExpectationNames.DATA_JDBC;
            }

            @Override
            public Expected expected(String argument, DataSourceBean bean) {
                return Expected.namedMapping(DataJdbcMapping.of(beans), List.of());
            }
        };
    }
}
