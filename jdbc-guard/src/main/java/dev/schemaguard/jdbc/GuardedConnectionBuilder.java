package dev.schemaguard.jdbc;

import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.ShardingKey;

/** A connection builder that builds nothing before the schema is verified. */
final class GuardedConnectionBuilder implements ConnectionBuilder {

    /** What stands between a caller and a connection. */
    interface Guard {

        Connection connect(Pool pool) throws SQLException;
    }

    /** Where a connection comes from once the guard is passed. */
    interface Pool {

        Connection connection() throws SQLException;
    }

    private final ConnectionBuilder target;
    private final Guard guard;

    GuardedConnectionBuilder(ConnectionBuilder target, Guard guard) {
        this.target = target;
        this.guard = guard;
    }

    @Override
    public ConnectionBuilder user(String user) {
        target.user(user);
        return this;
    }

    @Override
    public ConnectionBuilder password(String password) {
        target.password(password);
        return this;
    }

    @Override
    public ConnectionBuilder shardingKey(ShardingKey key) {
        target.shardingKey(key);
        return this;
    }

    @Override
    public ConnectionBuilder superShardingKey(ShardingKey key) {
        target.superShardingKey(key);
        return this;
    }

    @Override
    public Connection build() throws SQLException {
        return guard.connect(target::build);
    }
}
