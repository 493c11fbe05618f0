package com.acme.library.modules;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Modules that share a database: each has a schema, migrations and a history of its own. */
@SpringBootApplication
public class ModulesApplication {

    @Bean(initMethod = "migrate")
    Flyway catalogMigrations(DataSource dataSource) {
        return migrations(dataSource, "catalog");
    }

    @Bean(initMethod = "migrate")
    Flyway ordersMigrations(DataSource dataSource) {
        return migrations(dataSource, "orders");
    }

    @Bean(initMethod = "migrate")
    Flyway inventoryMigrations(DataSource dataSource) {
        return migrations(dataSource, "inventory");
    }

    @Bean(initMethod = "migrate")
    Flyway eventsMigrations(DataSource dataSource) {
        return migrations(dataSource, "events");
    }

    private static Flyway migrations(DataSource dataSource, String module) {
        return Flyway.configure()
                .dataSource(dataSource)
                .schemas(module)
                .locations("classpath:db/modules/" + module)
                .load();
    }
}
