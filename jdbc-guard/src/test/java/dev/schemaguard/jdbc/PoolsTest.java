package dev.schemaguard.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.jdbc.gate.ManualTime;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gate in front of the pools that are about. */
class PoolsTest {

    private final ManualTime time = new ManualTime();

    enum Pool {
        HIKARI {
            @Override
            DataSource open(TestDatabase database) {
                return TestPool.of(database);
            }
        },
        TOMCAT {
            @Override
            DataSource open(TestDatabase database) {
                org.apache.tomcat.jdbc.pool.DataSource pool = new org.apache.tomcat.jdbc.pool.DataSource();
                pool.setUrl(database.url());
                pool.setDriverClassName("org.postgresql.Driver");
                pool.setUsername(TestPostgres.SUPERUSER);
                return pool;
            }
        },
        DBCP {
            @Override
            DataSource open(TestDatabase database) {
                BasicDataSource pool = new BasicDataSource();
                pool.setUrl(database.url());
                pool.setUsername(TestPostgres.SUPERUSER);
                return pool;
            }
        },
        AGROAL {
            @Override
            DataSource open(TestDatabase database) throws SQLException {
                return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                        .connectionPoolConfiguration(pool -> pool.maxSize(2)
                                .connectionFactoryConfiguration(factory -> factory.jdbcUrl(database.url())
                                        .principal(new NamePrincipal(TestPostgres.SUPERUSER)))));
            }
        };

        abstract DataSource open(TestDatabase database) throws SQLException;
    }

    @ParameterizedTest
    @EnumSource(Pool.class)
    void refusesHealsTranslatesAndLeavesNoConnectionBehind(Pool kind) throws SQLException {
        TestDatabase database = Release42.databaseOfRelease41();
        DataSource pool = kind.open(database);
        try (GuardedDataSource guarded = GuardedDataSource.builder(pool)
                .guard(Release42.guard())
                .translateErrors(true)
                .patience(Duration.ofSeconds(30))
                .time(time)
                .build()) {
            assertThat(guarded.unwrap(pool.getClass())).isSameAs(pool);
            assertThatThrownBy(guarded::getConnection).isInstanceOf(SchemaDriftException.class);

            database.execute(Release42.migration());
            time.pass(Duration.ofSeconds(1));

            assertThat(GuardedDataSourceTest.answer(guarded, "select count(quality) from posts"))
                    .isEqualTo("0");
            database.execute("drop table reel_jobs");
            time.pass(Duration.ofSeconds(1));
            assertThatThrownBy(() -> GuardedDataSourceTest.answer(guarded, "select count(*) from reel_jobs"))
                    .hasCauseInstanceOf(SchemaDriftException.class);
        }
        if (pool instanceof org.apache.tomcat.jdbc.pool.DataSource tomcat) {
            // Its close() is not that of AutoCloseable.
            tomcat.close();
        }
        assertThat(database.connections()).isZero();
    }

    @Test
    void everyTargetOfARoutingDataSourceHasAGateOfItsOwn() throws SQLException {
        TestDatabase behind = Release42.databaseOfRelease41();
        try (GuardedDataSource old = GuardedDataSource.wrap(TestPool.of(behind), Release42.guard());
                GuardedDataSource migrated =
                        GuardedDataSource.wrap(TestPool.of(Release42.migratedDatabase()), Release42.guard())) {
            Routing routing = new Routing(Map.of("replica", old, "primary", migrated));

            routing.lookup = "primary";
            assertThat(GuardedDataSourceTest.answer(routing, "select count(*) from reel_jobs"))
                    .isEqualTo("0");
            routing.lookup = "replica";
            assertThatThrownBy(routing::getConnection).isInstanceOf(SchemaDriftException.class);
        }
    }

    @Test
    void readReplicaIsVerifiedInAReadOnlyTransaction() throws SQLException {
        TestDatabase database = Release42.migratedDatabase();
        database.execute("alter database " + database.name() + " set default_transaction_read_only = on");
        HikariDataSource replica = TestPool.of(database);
        try (GuardedDataSource guarded = GuardedDataSource.wrap(replica, Release42.guard())) {
            assertThat(GuardedDataSourceTest.answer(guarded, "select 1")).isEqualTo("1");
        }
    }

    /** Chooses one of its targets for each connection. */
    private static final class Routing extends DelegatingDataSource {

        private final Map<String, DataSource> targets;
        private String lookup = "primary";

        Routing(Map<String, DataSource> targets) {
            super(targets.get("primary"));
            this.targets = targets;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return targets.get(lookup).getConnection();
        }
    }
}
