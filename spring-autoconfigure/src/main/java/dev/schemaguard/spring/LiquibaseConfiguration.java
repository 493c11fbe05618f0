package dev.schemaguard.spring;

import dev.schemaguard.spring.liquibase.LiquibaseChangelog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Asks Liquibase what its changelog expects. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(SpringLiquibase.class)
final class LiquibaseConfiguration {

    private static final int BEANS = 20;

    @Bean
    MigrationTool schemaGuardLiquibaseBeans(
            ObjectProvider<SpringLiquibase> liquibases, ListableBeanFactory beans, Environment environment) {
        return new ByBeans(liquibases, new MigratedDataSources(beans), environment);
    }

    private record ByBeans(
            ObjectProvider<SpringLiquibase> liquibases, MigratedDataSources migrated, Environment environment)
            implements MigrationTool {

        @Override
        public Optional<Expected> expectation(Target target) {
            Map<String, String> parameters = Binder.get(environment)
                    .bind("spring.liquibase.parameters", Bindable.mapOf(String.class, String.class))
                    .orElseGet(Map::of);
            return liquibases.stream()
                    .filter(liquibase -> migrated.isFor(target, liquibase.getDataSource()))
                    .findFirst()
                    .map(liquibase -> Expected.found(
                            LiquibaseChangelog.of(liquibase, parameters),
                            Optional.ofNullable(liquibase.getDefaultSchema())
                                    .map(List::of)
                                    .orElse(List.of()),
                            "Liquibase migrates it with this"));
        }

        @Override
        public int getOrder() {
            return BEANS;
        }
    }
}
