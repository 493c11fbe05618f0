package dev.schemaguard.jdbc.verb;

import dev.schemaguard.database.Databases;
import dev.schemaguard.inspect.SpokenDuration;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A connection in the making, in a thread of its own, for a driver that waits for a silent server cannot be interrupted. One
 * that comes after it was given up is closed.
 */
final class Connecting {

    private final FutureTask<@Nullable Connection> task;
    private final @Nullable ClassLoader loader;
    private boolean givenUp;

    /**
     * A connection in the making.
     *
     * @param loader where the driver finds classes that it only names, or {@code null} for the JDK's own
     */
    Connecting(Callable<@Nullable Connection> connect, @Nullable ClassLoader loader) {
        this.task = new FutureTask<>(() -> keep(connect.call()));
        this.loader = loader;
    }

    /** The connection, or {@code null} where the driver made none. */
    @Nullable
    Connection within(Duration timeout) throws SQLException {
        Thread thread = new Thread(task, "schema-guard-connect");
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            return task.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            giveUp();
            throw new SQLTimeoutException(
                    "the server did not let us in within " + SpokenDuration.of(timeout), Databases.NO_CONNECTION, e);
        } catch (InterruptedException e) {
            giveUp();
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while connecting", Databases.NO_CONNECTION, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw new SQLException(
                    "the driver broke while connecting (" + e.getCause() + ")", Databases.NO_CONNECTION, e.getCause());
        }
    }

    private synchronized @Nullable Connection keep(@Nullable Connection connection) throws SQLException {
        if (givenUp && connection != null) {
            connection.close();
        }
        return connection;
    }

    private synchronized void giveUp() {
        givenUp = true;
        task.cancel(true);
    }
}
