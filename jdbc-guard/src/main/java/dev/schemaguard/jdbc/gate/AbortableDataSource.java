package dev.schemaguard.jdbc.gate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the connection that a check took, so that a check that hangs can be torn off it: a read from a silent server
 * cannot be interrupted, but it fails once its connection is aborted.
 */
final class AbortableDataSource extends DelegatingDataSource {

    private @Nullable Connection taken;
    private boolean aborted;

    AbortableDataSource(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = target().getConnection();
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
}
