package dev.schemaguard.spring.start;

import dev.schemaguard.jdbc.gate.SchemaGuardListener;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.spring.afterwards.AfterStart;
import dev.schemaguard.spring.expectation.ApplicationClassLoader;
import dev.schemaguard.spring.expectation.ApplicationLibraries;
import dev.schemaguard.spring.expectation.DataSourceBeans;
import dev.schemaguard.spring.expectation.ExpectationResolver;
import dev.schemaguard.spring.expectation.MappingUnits;
import dev.schemaguard.spring.expectation.MigrationTool;
import dev.schemaguard.spring.expectation.NamedKind;
import dev.schemaguard.spring.expectation.PackagedSnapshot;
import dev.schemaguard.spring.expectation.Packaging;
import dev.schemaguard.spring.expectation.SchemaGuardProperties;
import dev.schemaguard.spring.expectation.StatementChoice;
import dev.schemaguard.spring.queries.QueryFinder;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/** Verifies the databases while the application starts, and keeps what becomes of them. */
@Configuration(proxyBeanMethods = false)
public final class StartConfiguration {

    @Bean
    static LazyInitializationExcludeFilter schemaGuardIsNeverLazy() {
        return LazyInitializationExcludeFilter.forBeanTypes(DatabaseGuard.class);
    }

    @Bean
    static WrappingPostProcessor schemaGuardWrappingPostProcessor(Environment environment) {
        return new WrappingPostProcessor(environment);
    }

    @Bean
    static PackagedSnapshot schemaGuardPackagedSnapshot() {
        return new PackagedSnapshot();
    }

    @Bean(destroyMethod = "stop")
    GuardRegistry schemaGuards() {
        return new GuardRegistry();
    }

    @Bean
    EventRelay schemaGuardEventRelay(ApplicationEventPublisher events, ObjectProvider<SchemaGuardListener> listeners) {
        return new EventRelay(events, listeners);
    }

    @Bean
    AfterStart schemaGuardAfterStart() {
        return new AfterStart();
    }

    @Bean
    ApplicationLibraries schemaGuardLibraries(ResourceLoader resources, Environment environment) {
        return new ApplicationLibraries(
                ApplicationClassLoader.of(resources),
                property -> Optional.ofNullable(environment.getProperty(property)));
    }

    @Bean
    StartupVerification schemaGuardStart(
            SchemaGuardProperties properties,
            ConfigurableListableBeanFactory beans,
            PackagedSnapshot packaged,
            GuardRegistry guards,
            EventRelay relay,
            ObjectProvider<Policy> policies,
            ObjectProvider<MigrationTool> tools,
            ObjectProvider<NamedKind> kinds,
            ObjectProvider<MappingUnits> units,
            ObjectProvider<Packaging> packagings,
            ObjectProvider<QueryFinder> queries,
            ResourceLoader resources,
            ApplicationLibraries libraries,
            AfterStart afterwards,
            WrappingPostProcessor wrapping,
            Environment environment) {
        BooleanSupplier mapped = () -> units.stream().anyMatch(MappingUnits::any);
        return new StartupVerification(
                properties,
                () -> new DataSourceBeans(beans, properties).all(),
                new ExpectationResolver(
                        beans,
                        properties,
                        packaged,
                        tools.orderedStream().toList(),
                        kinds.orderedStream().toList()),
                new StatementChoice(
                        properties,
                        ApplicationClassLoader.of(resources),
                        queries.orderedStream().toList()),
                new BootGate(guards, relay, policies, wrapping, libraries, StartFacts.wanted(environment)),
                guards,
                mapped,
                new ComparedLater(guards, afterwards, policies, packagings, wrapping));
    }

    @Bean("schemaGuard")
    DatabaseGuard schemaGuard(StartupVerification start, GuardRegistry guards, ObjectProvider<MappingUnits> units) {
        return new DatabaseGuard(start, guards, () -> units.forEach(MappingUnits::await));
    }
}
