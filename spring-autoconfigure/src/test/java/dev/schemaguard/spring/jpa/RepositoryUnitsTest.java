package dev.schemaguard.spring.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.hibernate.MappedUnit;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.spring.ledger.Entries;
import dev.schemaguard.spring.queries.QueryTarget;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ConfigurationClassPostProcessor;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/** With the definitions that Spring Data JPA makes, and no bean made of them. */
class RepositoryUnitsTest {

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    private final RepositoryUnits units = new RepositoryUnits(beans);

    @Test
    void followsARepositoryToItsUnitWhereThereAreSeveral() {
        define(Several.class);

        assertThat(units.isOf("entries", unit("ledger"))).isTrue();
        assertThat(units.isOf("entries", unit("archive"))).isFalse();
        assertThat(units.isOf("entries", new QueryTarget(false, Optional.empty())))
                .as("where nobody knows of which database it is asked")
                .isFalse();
        assertThat(beans.getSingletonNames()).doesNotContain("ledger", "archive", "entries");
    }

    @Test
    void takesTheOnlyDatabaseWhereNoUnitIsKnownYet() {
        define(Several.class);

        assertThat(units.isOf("entries", new QueryTarget(true, Optional.empty())))
                .isTrue();
    }

    private void define(Class<?> configuration) {
        new AnnotatedBeanDefinitionReader(beans).register(configuration);
        new ConfigurationClassPostProcessor().postProcessBeanDefinitionRegistry(beans);
    }

    private static QueryTarget unit(String name) {
        SchemaSource mapping = SchemaSource.of(Schema.builder().build());
        return new QueryTarget(
                false,
                Optional.of(new QueryTarget.Unit(
                        name, new MappedUnit(mapping, List.of(), MappedUnit.Ddl.NONE, List.of(), task -> {}))));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableJpaRepositories(basePackageClasses = Entries.class, entityManagerFactoryRef = "ledger")
    static class Several {

        @Bean
        LocalContainerEntityManagerFactoryBean ledger() {
            return new LocalContainerEntityManagerFactoryBean();
        }

        @Bean
        LocalContainerEntityManagerFactoryBean archive() {
            return new LocalContainerEntityManagerFactoryBean();
        }
    }
}
