package dev.schemaguard.recording;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.text.Secrets;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A DataSource whose statements are recorded. Safe for use by many threads. */
final class RecordingDataSource implements DataSource, AutoCloseable {

    private final DataSource target;
    private final StatementRecorder recorder;

    /** Asked for once: who is behind does not change, and some servers have to be asked. */
    private volatile Optional<Database> database = Optional.empty();

    RecordingDataSource(DataSource target, StatementRecorder recorder) {
        this.target = target;
        this.recorder = recorder;
    }

    StatementRecorder recorder() {
        return recorder;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return recording(target.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return recording(target.getConnection(user, password));
    }

    private Connection recording(Connection connection) throws SQLException {
        Database behind = database.orElse(null);
        if (behind == null) {
            behind = Databases.behind(connection);
            database = Optional.of(behind);
        }
        return RecordingConnection.of(connection, recorder, behind);
    }

    /**
     * Closes the real object if it can be closed.
     *
     * @throws SQLException if it could not be closed
     */
    @Override
    public void close() throws SQLException {
        if (target instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (SQLException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                throw new SQLException("the recorded DataSource could not be closed: " + Secrets.said(e), e);
            }
        }
    }

    /** Answers for the real object first: whoever unwraps wants the pool, not another wrapper. */
    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(target)) {
            return type.cast(target);
        }
        return type.isInstance(this) ? type.cast(this) : target.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(target) || type.isInstance(this) || target.isWrapperFor(type);
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
    public void setLoginTimeout(int seconds) throws SQLException {
        target.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return target.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return target.getParentLogger();
    }
}
