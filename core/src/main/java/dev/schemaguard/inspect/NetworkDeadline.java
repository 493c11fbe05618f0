package dev.schemaguard.inspect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executor;

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
    private final int before;
    private final boolean changed;

    private NetworkDeadline(Connection connection, int before, boolean changed) {
        this.connection = connection;
        this.before = before;
        this.changed = changed;
    }

    /**
     * Sets the deadline where the connection has none or a later one.
     *
     * @param timeout how long the statements that follow may take, each
     */
    public static NetworkDeadline set(Connection connection, Duration timeout) {
        try {
            int before = connection.getNetworkTimeout();
            int wanted = (int) Math.min(Integer.MAX_VALUE, timeout.plus(GRACE).toMillis());
            if (before == 0 || before > wanted) {
                connection.setNetworkTimeout(CALLER, wanted);
                return new NetworkDeadline(connection, before, true);
            }
        } catch (SQLException | AbstractMethodError e) {
            // A driver without network time-outs, or a connection that is gone: the query itself will tell.
            return new NetworkDeadline(connection, 0, false);
        }
        return new NetworkDeadline(connection, 0, false);
    }

    /** Puts back what was there. */
    public void restore() {
        if (changed) {
            try {
                connection.setNetworkTimeout(CALLER, before);
            } catch (SQLException e) {
                // Only a connection that is gone refuses, and nothing of it is worth putting back.
                return;
            }
        }
    }
}
