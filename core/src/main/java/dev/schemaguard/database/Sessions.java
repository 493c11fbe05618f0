package dev.schemaguard.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Port: what sessions of one kind of database need. */
public interface Sessions {

    /**
     * Leaves nothing of what ran so far to what runs next on the same connection: settings, roles, temporary tables. Nothing where
     * the database has no word for that.
     *
     * @param timeout how long it may take
     * @throws SQLException if the connection fails
     */
    void beginAnew(Connection connection, Duration timeout) throws SQLException;

    /**
     * A transaction in which a schema can be brought up by adding; empty where the DDL of the database takes no part in transactions, or
     * where that is not known.
     *
     * @param statementTimeout how long each of its statements may take at first
     */
    Optional<AddingTransaction> adding(Connection connection, Duration statementTimeout);
}
