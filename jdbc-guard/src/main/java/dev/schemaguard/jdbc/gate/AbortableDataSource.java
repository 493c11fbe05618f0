package dev.schemaguard.jdbc.gate;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTimeoutException;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the connection that a check took, so that a check that hangs can be torn off it: a read from a silent server
 * cannot be interrupted, but it fails once its connection is aborted.
 */
final class AbortableDataSource implements DataSource {

    private final DataSource target;
    private @Nullable Connection taken;
    private boolean aborted;

    AbortableDataSource(DataSource target) {
        this.target = target;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = target.getConnection();
        if (!keep(connection)) {
            connection.close();
            throw new SQLTimeoutException("the connection came after the check had been given up");
        }
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("a check connects as the DataSource does by itself");
    }

    private synchronized boolean keep(Connection connection) {
        taken = connection;
        return !aborted;
    }

    void abort() throws SQLException {
        Optional<Connection> doomed = doom();
        if (doomed.isPresent()) {
            doomed.get().abort(Runnable::run);
        }
    }

    private synchronized Optional<Connection> doom() {
        aborted = true;
        return Optional.ofNullable(taken);
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return target.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        target.setLogWriter(out);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return target.getLoginTimeout();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        target.setLoginTimeout(seconds);
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return target.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(target) ? type.cast(target) : target.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(target) || target.isWrapperFor(type);
    }
}
