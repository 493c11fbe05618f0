package dev.schemaguard.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.ProxyConnection;
import com.zaxxer.hikari.util.DriverDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections beside a HikariCP pool, by the pool's own settings of the moment: a look in the background must not wait for a
 * pool whose connections all wait for the look.
 */
final class HikariConnections extends DelegatingDataSource {

    private final HikariDataSource pool;

    private HikariConnections(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    /** Where to get connections beside the pool; empty if the DataSource is no such pool, or its settings do not tell. */
    static Optional<DataSource> beside(DataSource dataSource) {
        try {
            return besideHikari(dataSource);
        } catch (SQLException e) {
            return Optional.empty();
        } catch (NoClassDefFoundError e) {
            // HikariCP is optional, and it is not here.
            return Optional.empty();
        }
    }

    /** Whether the DataSource is such a pool, and has no idle connection that nobody waits for. */
    static boolean areInUse(DataSource dataSource) {
        try {
            return dataSource.isWrapperFor(HikariDataSource.class)
                    && areInUse(dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean());
        } catch (SQLException | RuntimeException e) {
            return false;
        } catch (NoClassDefFoundError e) {
            // HikariCP is optional, and it is not here.
            return false;
        }
    }

    /** The connection behind one of such a pool, which logs whatever fails on its own; any other is itself. */
    static Connection behind(Connection connection) {
        try {
            return connection instanceof ProxyConnection ? connection.unwrap(Connection.class) : connection;
        } catch (SQLException e) {
            return connection;
        } catch (NoClassDefFoundError e) {
            // HikariCP is optional, and it is not here.
            return connection;
        }
    }

    /** A pool that nobody used yet has no state, and no connection. */
    private static boolean areInUse(@Nullable HikariPoolMXBean state) {
        return state == null || state.getIdleConnections() == 0 || state.getThreadsAwaitingConnection() > 0;
    }

    private static Optional<DataSource> besideHikari(DataSource dataSource) throws SQLException {
        if (!dataSource.isWrapperFor(HikariDataSource.class)) {
            return Optional.empty();
        }
        HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
        boolean told = pool.getDataSource() != null || pool.getJdbcUrl() != null;
        boolean secretive =
                pool.getDataSourceClassName() != null || pool.getDataSourceJNDI() != null || asksForCredentials(pool);
        return told && !secretive ? Optional.of(new HikariConnections(pool)) : Optional.empty();
    }

    private static boolean asksForCredentials(HikariDataSource pool) {
        try {
            return pool.getCredentialsProvider() != null || pool.getCredentialsProviderClassName() != null;
        } catch (NoSuchMethodError e) {
            // HikariCP before 7.1 has no such thing.
            return false;
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = open();
        try {
            prepare(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private Connection open() throws SQLException {
        DataSource source = pool.getDataSource();
        String user = pool.getUsername();
        String password = pool.getPassword();
        if (source == null) {
            source = new DriverDataSource(
                    pool.getJdbcUrl(), pool.getDriverClassName(), pool.getDataSourceProperties(), user, password);
            return source.getConnection();
        }
        return user == null ? source.getConnection() : source.getConnection(user, password);
    }

    /** What decides where unqualified names are found. */
    private void prepare(Connection connection) throws SQLException {
        if (pool.getCatalog() != null) {
            connection.setCatalog(pool.getCatalog());
        }
        if (pool.getSchema() != null) {
            connection.setSchema(pool.getSchema());
        }
        if (pool.getConnectionInitSql() != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(pool.getConnectionInitSql());
            }
        }
    }
}
