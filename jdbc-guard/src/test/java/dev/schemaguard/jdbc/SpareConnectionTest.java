package dev.schemaguard.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SpareConnectionTest {

    private static final Duration SHORT = Duration.ofMillis(100);

    private final TestDatabase database = TestPostgres.database();

    @Test
    void takesAnIdleConnectionOfAPool() throws SQLException {
        try (HikariDataSource pool = pool()) {
            pool.getConnection().close();

            try (SpareConnection spare =
                    SpareConnection.of(pool, Duration.ofSeconds(20)).orElseThrow()) {
                assertThat(spare.connection().isValid(1)).isTrue();
                assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isEqualTo(1);
            }
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    @Test
    void leavesNoTransactionOpen() throws SQLException {
        HikariConfig config = TestPool.config(database);
        config.setAutoCommit(false);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            pool.getConnection().close();
            try (SpareConnection spare =
                            SpareConnection.of(pool, Duration.ofSeconds(20)).orElseThrow();
                    Statement statement = spare.connection().createStatement()) {
                statement.execute("select 1");
            }
            try (Connection other = database.direct().getConnection();
                    Statement statement = other.createStatement();
                    ResultSet open = statement.executeQuery(
                            "select 1 from pg_stat_activity where datname = current_database() and state like 'idle in%'")) {
                assertThat(open.next()).isFalse();
            }
        }
    }

    /** Its own time-out is half a minute, and whoever waits makes a pool grow. */
    @Test
    void doesNotWaitForAPoolWhoseConnectionsAreAllInUse() throws SQLException {
        try (HikariDataSource pool = pool();
                Connection used = pool.getConnection()) {
            assertThat(SpareConnection.of(pool, Duration.ofHours(1))).isEmpty();
            assertThat(used.isClosed()).isFalse();
        }
    }

    @Test
    void givesUpOnAnyOtherPoolSoonAndLeavesNoInterrupt() {
        assertThat(SpareConnection.of(new EmptyPool(database.direct()), SHORT)).isEmpty();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void anInterruptOfSomebodyElseStays() {
        Thread.currentThread().interrupt();

        assertThat(SpareConnection.of(new EmptyPool(database.direct()), Duration.ofHours(1)))
                .isEmpty();
        assertThat(Thread.interrupted()).isTrue();
    }

    private HikariDataSource pool() {
        HikariConfig config = TestPool.config(database);
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }

    /** A pool that lets everybody wait, as most do. */
    private static final class EmptyPool extends DelegatingDataSource {

        private final Semaphore connections = new Semaphore(0);

        EmptyPool(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            try {
                connections.acquire();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLException("interrupted", e);
            }
            return super.getConnection();
        }
    }
}
