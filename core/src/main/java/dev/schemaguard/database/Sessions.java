package dev.schemaguard.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
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

    /**
     * Has the server prepare statements without running any: whatever is not surely one statement that reads or writes rows is not
     * sent. Nothing is written, a failed one does no harm to the next, and the session is left as it came.
     *
     * @param statements texts with {@code ?} or any usual mark for values
     * @return one answer each, in order
     * @throws SQLException if the connection fails at the beginning or at the end
     */
    List<Described> describe(Connection connection, List<String> statements, DescribeLimits limits) throws SQLException;
}
