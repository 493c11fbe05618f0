package dev.schemaguard.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;

/** A small HikariCP pool of connections to an embedded server's database, as superuser. */
public final class TestPool {

    private TestPool() {}

    static HikariDataSource of(TestDatabase database) {
        return new HikariDataSource(config(database));
    }

    public static HikariConfig config(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(TestPostgres.SUPERUSER);
        config.setMaximumPoolSize(2);
        return config;
    }
}
