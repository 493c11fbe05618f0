package dev.schemaguard.spring.liquibase;

import dev.schemaguard.source.liquibase.LiquibaseSource;
import dev.schemaguard.spring.expectation.DataSourceBean;
import dev.schemaguard.spring.expectation.ExpectationNames;
import dev.schemaguard.spring.expectation.Expected;
import dev.schemaguard.spring.expectation.MigratedDataSources;
import dev.schemaguard.spring.expectation.MigrationTool;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
public final class LiquibaseConfiguration {

    private static final int BEANS = 20;
    private static final String FILE = "file:";
    private static final String CLASSPATH = "classpath:";

    @Bean
    MigrationTool schemaGuardLiquibaseBeans(
            ObjectProvider<SpringLiquibase> liquibases, ListableBeanFactory beans, Environment environment) {
        return new ByBeans(liquibases, new MigratedDataSources(beans), environment);
    }

    private record ByBeans(
            ObjectProvider<SpringLiquibase> liquibases, MigratedDataSources migrated, Environment environment)
            implements MigrationTool {

        @Override
        public String name() {
            return ExpectationNames.LIQUIBASE;
        }

        @Override
        public Optional<Expected> expectation(DataSourceBean bean) {
            Map<String, String> parameters = Binder.get(environment)
                    .bind("spring.liquibase.parameters", Bindable.mapOf(String.class, String.class))
                    .orElseGet(Map::of);
            return liquibases.stream()
                    .filter(liquibase -> migrated.isFor(bean, liquibase.getDataSource()))
                    .findFirst()
                    .map(liquibase -> Expected.found(
                            changelog(liquibase, parameters),
                            Optional.ofNullable(liquibase.getDefaultSchema())
                                    .map(List::of)
                                    .orElse(List.of()),
                            "Liquibase migrates it with this"));
        }

        /** The same changelog, found where Spring finds it: a location without a scheme is on the class path. */
        private static LiquibaseSource changelog(SpringLiquibase liquibase, Map<String, String> parameters) {
            String location = liquibase.getChangeLog();
            LiquibaseSource source = location.startsWith(FILE)
                    ? LiquibaseSource.file(location, Path.of(location.substring(FILE.length())))
                    : LiquibaseSource.classpath(resource(location), loader(liquibase));
            return source.withParameters(parameters)
                    .withContexts(Objects.requireNonNullElse(liquibase.getContexts(), ""))
                    .withLabels(Objects.requireNonNullElse(liquibase.getLabelFilter(), ""));
        }

        private static String resource(String location) {
            String path = location.startsWith(CLASSPATH) ? location.substring(CLASSPATH.length()) : location;
            return path.startsWith("/") ? path.substring(1) : path;
        }

        private static ClassLoader loader(SpringLiquibase liquibase) {
            return Objects.requireNonNullElseGet(
                    liquibase.getResourceLoader().getClassLoader(), LiquibaseConfiguration.class::getClassLoader);
        }

        @Override
        public int getOrder() {
            return BEANS;
        }
    }
}
