package dev.schemaguard.spring.jpa;

import dev.schemaguard.spring.expectation.MappedUnitListener;
import dev.schemaguard.spring.expectation.MappingUnits;
import dev.schemaguard.spring.queries.QueryFinder;
import org.hibernate.integrator.spi.Integrator;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/** Takes the mapping from Hibernate, where there is one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({LocalContainerEntityManagerFactoryBean.class, Integrator.class})
public final class MappingConfiguration {

    @Bean
    static MappingPostProcessor schemaGuardMappingPostProcessor(ObjectProvider<MappedUnitListener> listener) {
        return new MappingPostProcessor(listener);
    }

    @Bean
    QueryFinder schemaGuardNamedQueries() {
        return new NamedQueries();
    }

    @Bean
    MappingUnits schemaGuardMappingUnits(ListableBeanFactory beans, MappingPostProcessor processor) {
        return new MappingUnits() {
            @Override
            public boolean any() {
                return beans.getBeanNamesForType(LocalContainerEntityManagerFactoryBean.class, true, false).length > 0;
            }

            @Override
            public void await() {
                processor.await();
            }
        };
    }
}
