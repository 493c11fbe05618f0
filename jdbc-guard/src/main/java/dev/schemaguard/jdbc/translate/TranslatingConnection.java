package dev.schemaguard.jdbc.translate;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.jspecify.annotations.NullUnmarked;

/** A connection whose failures, and whose statements' failures, tell drift from a typo. */
@NullUnmarked
public final class TranslatingConnection extends DelegatingConnection {

    private final StatementFailures translator;

    public TranslatingConnection(Connection target, StatementFailures translator) {
        super(target);
        this.translator = translator;
    }

    SQLException translated(SQLException failure, String sql) {
        return translator.translate(failure, sql);
    }

    /** The failure of what is no statement, such as a commit. */
    private SQLException translated(SQLException failure) {
        return translated(failure, "");
    }

    @Override
    public Statement createStatement() throws SQLException {
        try {
            return new TranslatingStatement<>(target.createStatement(), this, "");
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        try {
            return new TranslatingPreparedStatement(target.prepareStatement(sql), this, sql);
        } catch (SQLException e) {
            throw translated(e, sql);
        }
    }

    @Override
    public CallableStatement prepareCall(String sql) throws SQLException {
        try {
            return TranslatingCall.of(target.prepareCall(sql), this, sql);
        } catch (SQLException e) {
            throw translated(e, sql);
        }
    }

    @Override
    public void setAutoCommit(boolean autoCommit) throws SQLException {
        try {
            target.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    @Override
    public void commit() throws SQLException {
        try {
            target.commit();
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    @Override
    public void rollback() throws SQLException {
        try {
            target.rollback();
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            target.close();
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    @Override
    public Statement createStatement(int type, int concurrency) throws SQLException {
        try {
            return new TranslatingStatement<>(target.createStatement(type, concurrency), this, "");
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency) throws SQLException {
        try {
            return new TranslatingPreparedStatement(target.prepareStatement(sql, type, concurrency), this, sql);
        } catch (SQLException e) {
            throw translated(e, sql);
        }
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
        try {
            return TranslatingCall.of(target.prepareCall(sql, type, concurrency), this, sql);
        } catch (SQLException e) {
            throw translated(e, sql);
        }
    }

    @Override
    public void rollback(Savepoint savepoint) throws SQLException {
        try {
            target.rollback(savepoint);
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    @Override
    public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
        try {
            return new TranslatingStatement<>(target.createStatement(type, concurrency, holdability), this, "");
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        try {
            return new TranslatingPreparedStatement(
                    target.prepareStatement(sql, type, concurrency, holdability), this, sql);
        } catch (SQLException e) {
            throw translated(e, sql);
        }
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability) throws SQLException {
        try {
            return TranslatingCall.of(target.prepareCall(sql, type, concurrency, holdability), this, sql);
        } catch (SQLException e) {
            throw translated(e, sql);
        }
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int generatedKeys) throws SQLException {
        try {
            return new TranslatingPreparedStatement(target.prepareStatement(sql, generatedKeys), this, sql);
        } catch (SQLException e) {
            throw translated(e, sql);
        }
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int[] columns) throws SQLException {
        try {
            return new TranslatingPreparedStatement(target.prepareStatement(sql, columns), this, sql);
        } catch (SQLException e) {
            throw translated(e, sql);
        }
    }

    @Override
    public PreparedStatement prepareStatement(String sql, String[] columns) throws SQLException {
        try {
            return new TranslatingPreparedStatement(target.prepareStatement(sql, columns), this, sql);
        } catch (SQLException e) {
            throw translated(e, sql);
        }
    }
}
