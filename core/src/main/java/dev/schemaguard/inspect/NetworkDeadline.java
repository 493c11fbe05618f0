package dev.schemaguard.inspect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Bounds how long the driver waits for a server that says nothing at all. A statement's own time-out asks that same server to
 * cancel the statement, which is of no use where the network or the server is gone without a word.
 *
 * <p>A driver that knows no network time-outs has none; then only the statements' own bound it. Used by the thread that uses the
 * connection.
 */
public final class NetworkDeadline {

    /** What the server gets, after the statement's time-out, to say that it cancelled the statement. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private static final Executor CALLER = Runnable::run;

    private final Connection connection;
    private final OptionalInt before;
    private final AtomicBoolean changed = new AtomicBoolean();

    private NetworkDeadline(Connection connection, OptionalInt before) {
        this.connection = connection;
        this.before = before;
    }

    /**
     * Sets the deadline where the connection has none or a later one.
     *
     * @param timeout how long the statements that follow may take, each
     */
    public static NetworkDeadline set(Connection connection, Duration timeout) {
        NetworkDeadline deadline = new NetworkDeadline(connection, current(connection));
        int before = deadline.before.orElse(0);
        if (before == 0 || before > milliseconds(timeout)) {
            deadline.move(timeout);
        }
        return deadline;
    }

    /**
     * What the connection has, and no deadline can be set where there is no answer: of a driver without network time-outs, or a
     * connection that is gone, where the query itself will tell.
     *
     * <p>The driver itself is asked. A pool hears it refuse, by the SQLState of a feature that it does not have, and some take
     * that for a connection that is broken and close it.
     */
    private static OptionalInt current(Connection connection) {
        try {
            Connection driver = driver(connection);
            int now = driver.getNetworkTimeout();
            // Some answer, and cannot set any.
            driver.setNetworkTimeout(CALLER, now);
            return OptionalInt.of(now);
        } catch (SQLException | AbstractMethodError e) {
            return OptionalInt.empty();
        }
    }

    private static Connection driver(Connection connection) {
        try {
            Connection inner = connection.unwrap(Connection.class);
            return inner == null ? connection : inner;
        } catch (SQLException | AbstractMethodError e) {
            return connection;
        }
    }

    private static int milliseconds(Duration timeout) {
        return (int) Math.min(Integer.MAX_VALUE, timeout.plus(GRACE).toMillis());
    }

    /**
     * Moves the deadline, be it to a later one than the connection came with.
     *
     * @param timeout how long the statements that follow may take, each
     */
    public void move(Duration timeout) {
        if (put(milliseconds(timeout))) {
            changed.set(true);
        }
    }

    /**
     * Works with a deadline, be it a later one than the connection came with, and puts back what was there.
     *
     * @param timeout how long each statement of the work may take
     * @throws SQLException if the work throws it
     */
    public static <T> T during(Connection connection, Duration timeout, Work<T> work) throws SQLException {
        NetworkDeadline deadline = set(connection, timeout);
        deadline.move(timeout);
        try {
            return work.done();
        } finally {
            deadline.restore();
        }
    }

    /** Work with a connection, and what comes of it. */
    public interface Work<T> {
        T done() throws SQLException;
    }

    /** Puts back what was there. */
    public void restore() {
        if (changed.get() && put(before.orElse(0))) {
            changed.set(false);
        }
    }

    private boolean put(int milliseconds) {
        if (before.isEmpty()) {
            return false;
        }
        try {
            connection.setNetworkTimeout(CALLER, milliseconds);
            return true;
        } catch (SQLException | AbstractMethodError e) {
            return false;
        }
    }
}
