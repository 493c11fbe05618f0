package dev.schemaguard.jdbc;

import dev.schemaguard.text.LoggedFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that a pool has to spare at this moment, for work that nobody waits for: who needs the pool must not stand
 * behind it.
 */
public final class SpareConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SpareConnection.class);

    private final Connection taken;
    private final Connection physical;

    private SpareConnection(Connection taken) {
        this.taken = taken;
        this.physical = HikariConnections.behind(taken);
    }

    /**
     * Takes a connection if the pool gives one at once. A HikariCP pool says itself whether it has an idle one that nobody
     * waits for; of any other one is asked for, and the calling thread interrupted, which ends the wait of common pools, once
     * that takes too long.
     *
     * @param most how long to wait for one
     * @return the connection; empty where there is none to spare
     */
    public static Optional<SpareConnection> of(DataSource pool, Duration most) {
        if (HikariConnections.areInUse(pool)) {
            return Optional.empty();
        }
        Alarm alarm = new Alarm(Thread.currentThread());
        CompletableFuture.delayedExecutor(most.toMillis(), TimeUnit.MILLISECONDS)
                .execute(alarm::ring);
        try {
            return Optional.of(new SpareConnection(pool.getConnection()));
        } catch (SQLException | RuntimeException e) {
            return Optional.empty();
        } finally {
            alarm.off();
        }
    }

    /** To work with: the connection itself where its pool would write to the log what fails on it when the pool is closed. */
    public Connection connection() {
        return physical;
    }

    /** Gives the connection back, with no transaction open: the pool may not have seen one. */
    @Override
    public void close() {
        try (taken) {
            if (!physical.isClosed() && !physical.getAutoCommit()) {
                physical.rollback();
            }
        } catch (SQLException | RuntimeException e) {
            LOG.debug("a spare connection could not be given back", LoggedFailure.of(e));
        }
    }

    /** Interrupts a thread, but never once it went on; an interrupt by somebody else stays. */
    private static final class Alarm {

        private final Thread sleeper;
        private boolean over;
        private boolean rang;

        Alarm(Thread sleeper) {
            this.sleeper = sleeper;
        }

        synchronized void ring() {
            if (!over && !sleeper.isInterrupted()) {
                rang = true;
                sleeper.interrupt();
            }
        }

        synchronized void off() {
            over = true;
            if (rang) {
                Thread.interrupted();
            }
        }
    }
}
