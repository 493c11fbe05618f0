package dev.schemaguard.spring.start;

import dev.schemaguard.jdbc.GuardedDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A DataSource bean behind its gate. Until the gate is there it lets everything through, for whatever migrates the schema
 * needs connections first.
 *
 * <p>Not final: others put proxies around it that extend its class.
 */
class WrappedDataSource extends BorrowedPool {

    private final DataSource pool;
    private volatile @Nullable GuardedDataSource gate;

    WrappedDataSource(DataSource pool) {
        super(pool);
        this.pool = pool;
    }

    DataSource pool() {
        return pool;
    }

    /** From now on connections come through this gate. */
    void guardedBy(GuardedDataSource newGate) {
        gate = newGate;
    }

    @Override
    public Connection getConnection() throws SQLException {
        GuardedDataSource current = gate;
        return current == null ? pool.getConnection() : current.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        GuardedDataSource current = gate;
        return current == null ? pool.getConnection(user, password) : current.getConnection(user, password);
    }
}
