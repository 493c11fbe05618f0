package dev.schemaguard.database.postgres.session;

import dev.schemaguard.inspect.Timeouts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where whatever reads more than PostgreSQL's catalog runs: nothing can be written in it, and no lock or setting of it is left
 * behind. It is begun and ended by SQL and not by {@link Connection#setReadOnly}, which sends routing drivers to a replica.
 * What it keeps out are writes; it is no jail for code, so nothing is read in it that could run any.
 *
 * @param connection the connection, whose transaction, if one is open, outlives a failure
 * @param timeout how long each of its own statements may take
 */
public record ReadOnlyTransaction(Connection connection, Duration timeout) {

    private static final Logger LOG = LoggerFactory.getLogger(ReadOnlyTransaction.class);

    /** Reads, and takes back whatever that took. */
    public <T> T read(Reading<T> reading) throws SQLException {
        if (connection.getAutoCommit()) {
            return between("START TRANSACTION READ ONLY", "ROLLBACK", reading);
        }
        // What a savepoint's transaction sets is forgotten with it (manual, SET and ROLLBACK TO SAVEPOINT).
        return between(
                "SAVEPOINT schema_guard; SET LOCAL transaction_read_only = on",
                "ROLLBACK TO SAVEPOINT schema_guard; RELEASE SAVEPOINT schema_guard",
                reading);
    }

    private <T> T between(String begin, String end, Reading<T> reading) throws SQLException {
        execute(begin);
        T found;
        try {
            found = reading.read();
        } catch (SQLException | RuntimeException e) {
            endAfter(e, end);
            throw e;
        }
        endOrAbort(end);
        return found;
    }

    private void endAfter(Exception failure, String end) {
        try {
            endOrAbort(end);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Nobody may get a connection on which a transaction of ours is still open. */
    private void endOrAbort(String end) throws SQLException {
        try {
            execute(end);
        } catch (SQLException e) {
            LOG.debug("a connection on which a transaction could not be ended is given up", e);
            connection.abort(Runnable::run);
            throw e;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(Timeouts.seconds(timeout));
            statement.execute(sql);
        }
    }

    /** What is read. */
    public interface Reading<T> {

        T read() throws SQLException;
    }
}
