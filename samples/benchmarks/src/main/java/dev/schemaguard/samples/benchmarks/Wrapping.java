package dev.schemaguard.samples.benchmarks;

import com.p6spy.engine.spy.P6DataSource;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.jdbc.GuardedDataSource;
import dev.schemaguard.model.Schema;
import dev.schemaguard.recording.StatementRecorder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** The ways in which a pool is wrapped. */
public enum Wrapping {
    /** Not at all. */
    HIKARI {
        @Override
        DataSource around(HikariDataSource pool) {
            return pool;
        }
    },
    /** By a delegate that reads one volatile field: the least that a gate can cost. */
    THIN {
        @Override
        DataSource around(HikariDataSource pool) {
            return new ThinDelegate(pool);
        }
    },
    /** By ours. */
    GUARD {
        @Override
        DataSource around(HikariDataSource pool) {
            return GuardedDataSource.wrap(pool, guard());
        }
    },
    /** By ours, with translation of errors. */
    GUARD_TRANSLATING {
        @Override
        DataSource around(HikariDataSource pool) {
            return GuardedDataSource.builder(pool)
                    .guard(guard())
                    .translateErrors(true)
                    .build();
        }
    },
    /** By the recorder of statements, which only tests have. */
    RECORDED {
        @Override
        DataSource around(HikariDataSource pool) {
            return StatementRecorder.create().wrap(pool);
        }
    },
    /** By datasource-proxy without a listener. */
    DATASOURCE_PROXY {
        @Override
        DataSource around(HikariDataSource pool) {
            return ProxyDataSourceBuilder.create(pool).build();
        }
    },
    /** By p6spy, logging to nowhere. */
    P6SPY {
        @Override
        DataSource around(HikariDataSource pool) {
            System.setProperty("p6spy.config.appender", "com.p6spy.engine.spy.appender.Slf4JLogger");
            return new P6DataSource(pool);
        }
    };

    /** The system property that names the database. */
    static final String URL = "benchmark.url";

    abstract DataSource around(HikariDataSource pool);

    static HikariDataSource pool() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(System.getProperty(URL));
        config.setMaximumPoolSize(4);
        HikariDataSource pool = new HikariDataSource(config);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists posts (id bigint primary key)");
        }
        return pool;
    }

    private static SchemaGuard guard() {
        return SchemaGuard.expecting(Schema.builder()
                        .table("posts", posts -> posts.column("id", "bigint"))
                        .build())
                .build();
    }
}
