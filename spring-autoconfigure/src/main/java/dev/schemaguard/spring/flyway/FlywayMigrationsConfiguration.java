package dev.schemaguard.spring.flyway;

import dev.schemaguard.source.PackagedMigrations;
import dev.schemaguard.spring.expectation.ApplicationClassLoader;
import dev.schemaguard.spring.expectation.DataSourceBean;
import dev.schemaguard.spring.expectation.ExpectationNames;
import dev.schemaguard.spring.expectation.Expected;
import dev.schemaguard.spring.expectation.MigratedDataSources;
import dev.schemaguard.spring.expectation.MigrationTool;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.helpers.NOPLogger;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.EmbeddedDatabaseConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.ClassUtils;

/** Asks Flyway, or the properties that are meant for it, what its migrations expect. */
@Configuration(proxyBeanMethods = false)
public final class FlywayMigrationsConfiguration {

    private static final int BEANS = 10;
    private static final int PROPERTIES = 30;

    @Bean
    MigrationTool schemaGuardFlywayProperties(Environment environment, ResourceLoader resources) {
        return new ByProperties(environment, ApplicationClassLoader.of(resources));
    }

    /** A Flyway that migrates while the application starts. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(Flyway.class)
    static final class Beans {

        @Bean
        MigrationTool schemaGuardFlywayBeans(
                ObjectProvider<Flyway> flyways, ListableBeanFactory beans, ResourceLoader resources) {
            return new ByBeans(flyways, new MigratedDataSources(beans), ApplicationClassLoader.of(resources));
        }
    }

    private record ByBeans(ObjectProvider<Flyway> flyways, MigratedDataSources migrated, ClassLoader loader)
            implements MigrationTool {

        @Override
        public String name() {
            return ExpectationNames.FLYWAY;
        }

        @Override
        public Optional<Expected> expectation(DataSourceBean bean) {
            return flyways.stream()
                    .map(FlywayBean::of)
                    .filter(flyway -> migrated.isFor(bean, flyway.dataSource()))
                    .flatMap(flyway -> flyway.expectation(loader).stream())
                    .findFirst()
                    .map(found -> expected(found, "Flyway migrates it with these"));
        }

        /** A migration that is a program has no place among the others that is known here. */
        @Override
        public Optional<PackagedMigrations> packaged(DataSourceBean bean) {
            List<FlywayBean> own = flyways.stream()
                    .map(FlywayBean::of)
                    .filter(flyway -> migrated.isFor(bean, flyway.dataSource()))
                    .toList();
            return own.size() == 1
                    ? own.get(0).expectation(loader, NOPLogger.NOP_LOGGER).map(FlywayMigrationsConfiguration::packaged)
                    : Optional.empty();
        }

        @Override
        public int getOrder() {
            return BEANS;
        }
    }

    /**
     * Migrations that somebody else runs. They count only where Flyway is known to be meant, and on no embedded database,
     * which such an application fills in another way.
     */
    private record ByProperties(Environment environment, ClassLoader loader) implements MigrationTool {

        @Override
        public String name() {
            return ExpectationNames.FLYWAY;
        }

        @Override
        public Optional<Expected> expectation(DataSourceBean bean) {
            FlywayProperties properties = FlywayProperties.of(Binder.get(environment));
            boolean meant = properties.nameLocations() || ClassUtils.isPresent("org.flywaydb.core.Flyway", loader);
            if (!bean.main() || !meant || isEmbedded(bean.dataSource())) {
                return Optional.empty();
            }
            return properties
                    .expectation(environment.getProperty("spring.datasource.url", ""), loader)
                    .map(found -> expected(found, "these are where Flyway looks, whoever runs it"));
        }

        @Override
        public Optional<PackagedMigrations> packaged(DataSourceBean bean) {
            return bean.main()
                    ? FlywayProperties.of(Binder.get(environment))
                            .expectation(
                                    environment.getProperty("spring.datasource.url", ""), loader, NOPLogger.NOP_LOGGER)
                            .map(FlywayMigrationsConfiguration::packaged)
                    : Optional.empty();
        }

        private static boolean isEmbedded(DataSource dataSource) {
            return EmbeddedDatabaseConnection.isEmbedded(dataSource);
        }

        @Override
        public int getOrder() {
            return PROPERTIES;
        }
    }

    private static PackagedMigrations packaged(FlywayExpectation found) {
        return new PackagedMigrations(found.source(), found.schemas(), true);
    }

    private static Expected expected(FlywayExpectation found, String why) {
        return Expected.found(found.source(), found.schemas(), why);
    }
}
