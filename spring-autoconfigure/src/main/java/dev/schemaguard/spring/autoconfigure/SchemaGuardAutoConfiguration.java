package dev.schemaguard.spring.autoconfigure;

import dev.schemaguard.spring.datajdbc.DataJdbcConfiguration;
import dev.schemaguard.spring.expectation.SchemaGuardProperties;
import dev.schemaguard.spring.flyway.FlywayMigrationsConfiguration;
import dev.schemaguard.spring.initscripts.InitScriptsConfiguration;
import dev.schemaguard.spring.jooq.JooqConfiguration;
import dev.schemaguard.spring.jpa.MappingConfiguration;
import dev.schemaguard.spring.jpa.RepositoryQueriesConfiguration;
import dev.schemaguard.spring.liquibase.LiquibaseConfiguration;
import dev.schemaguard.spring.mybatis.MyBatisConfiguration;
import dev.schemaguard.spring.start.StartConfiguration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
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
    RepositoryQueriesConfiguration.class,
    FlywayMigrationsConfiguration.class,
    LiquibaseConfiguration.class,
    DataJdbcConfiguration.class,
    MyBatisConfiguration.class,
    JooqConfiguration.class,
    InitScriptsConfiguration.class,
    StartConfiguration.class
})
public final class SchemaGuardAutoConfiguration {

    /** For Spring. */
    public SchemaGuardAutoConfiguration() {}

    @Bean
    ProblemDetailsClaim schemaGuardProblemDetailsClaim(Environment environment, ListableBeanFactory beans) {
        return new ProblemDetailsClaim(environment, beans);
    }
}
