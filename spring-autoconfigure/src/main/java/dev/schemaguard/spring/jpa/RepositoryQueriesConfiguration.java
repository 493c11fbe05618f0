package dev.schemaguard.spring.jpa;

import dev.schemaguard.spring.queries.QueryFinder;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactoryBean;

/** Finds the native queries of repositories, where Spring Data JPA makes them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(JpaRepositoryFactoryBean.class)
public final class RepositoryQueriesConfiguration {

    @Bean
    QueryFinder schemaGuardRepositoryQueries(ConfigurableListableBeanFactory beans) {
        return new RepositoryQueries(beans);
    }
}
