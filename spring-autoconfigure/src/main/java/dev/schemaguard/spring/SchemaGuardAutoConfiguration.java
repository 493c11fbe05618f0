package dev.schemaguard.spring;

import dev.schemaguard.jdbc.gate.SchemaGuardListener;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.spring.migrations.MigrationsBeside;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Auto-configuration that stops the start of an application whose databases lack what it expects.
 *
 * <p>Nothing here hangs on a property by a condition: with ahead-of-time processing, conditions are decided at build time.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@ConditionalOnClass({DataSource.class, DelegatingDataSource.class, DatabaseInitializationDependencyConfigurer.class})
@ConditionalOnBean(DataSource.class)
@EnableConfigurationProperties(SchemaGuardProperties.class)
@Import({
    DatabaseInitializationDependencyConfigurer.class,
    MappingConfiguration.class,
    FlywayConfiguration.class,
    LiquibaseConfiguration.class,
    DataJdbcConfiguration.class,
    JooqConfiguration.class,
    InitScriptsConfiguration.class
})
public final class SchemaGuardAutoConfiguration {

    /** For Spring. */
    public SchemaGuardAutoConfiguration() {}

    @Bean
    static LazyInitializationExcludeFilter schemaGuardIsNeverLazy() {
        return LazyInitializationExcludeFilter.forBeanTypes(DatabaseGuard.class);
    }

    @Bean
    static WrappingPostProcessor schemaGuardWrappingPostProcessor(Environment environment) {
        return new WrappingPostProcessor(environment);
    }

    @Bean
    static PackagedSnapshot schemaGuardPackagedSnapshot(Environment environment, ResourceLoader resources) {
        return new PackagedSnapshot(environment, loader(resources));
    }

    @Bean(destroyMethod = "stop")
    SchemaGuards schemaGuards() {
        return new SchemaGuards();
    }

    @Bean
    News schemaGuardNews(ApplicationEventPublisher events, ObjectProvider<SchemaGuardListener> listeners) {
        return new News(events, listeners);
    }

    @Bean
    MigrationsBeside schemaGuardMigrationsBeside() {
        return new MigrationsBeside();
    }

    @Bean
    GuardedStart schemaGuardStart(
            SchemaGuardProperties properties,
            ConfigurableListableBeanFactory beans,
            PackagedSnapshot packaged,
            SchemaGuards guards,
            News news,
            ObjectProvider<Policy> policies,
            ObjectProvider<MigrationTool> tools,
            ObjectProvider<NamedKind> kinds,
            ObjectProvider<MappingUnits> units,
            ObjectProvider<Packaging> packagings,
            MigrationsBeside beside,
            WrappingPostProcessor wrapping) {
        BooleanSupplier mapped = () -> units.stream().anyMatch(MappingUnits::any);
        return new GuardedStart(
                properties,
                () -> new Targets(beans, properties).all(),
                new Choice(
                        beans,
                        properties,
                        packaged,
                        tools.orderedStream().toList(),
                        kinds.orderedStream().toList()),
                new BootGate(guards, news, policies, wrapping),
                guards,
                mapped,
                new ComparedLater(guards, beside, policies, packagings, wrapping));
    }

    @Bean("schemaGuard")
    DatabaseGuard schemaGuard(GuardedStart start, SchemaGuards guards, ObjectProvider<MappingUnits> units) {
        return new DatabaseGuard(start, guards, () -> units.forEach(MappingUnits::await));
    }

    @Bean
    ProblemDetailsClaim schemaGuardProblemDetailsClaim(Environment environment, ListableBeanFactory beans) {
        return new ProblemDetailsClaim(environment, beans);
    }

    static ClassLoader loader(ResourceLoader resources) {
        return Optional.ofNullable(resources.getClassLoader())
                .orElseGet(SchemaGuardAutoConfiguration.class::getClassLoader);
    }
}
