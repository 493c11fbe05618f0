package dev.schemaguard.jdbc.translate;

import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.NullUnmarked;

/** A prepared statement whose failures tell drift from a typo. */
@NullUnmarked
final class TranslatingPreparedStatement extends DelegatingPreparedStatement {

    TranslatingPreparedStatement(PreparedStatement target, TranslatingConnection connection, String sql) {
        super(target, connection, sql);
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        try {
            return target.executeQuery();
        } catch (SQLException e) {
            throw connection.translated(e, sent);
        }
    }

    @Override
    public int executeUpdate() throws SQLException {
        try {
            return target.executeUpdate();
        } catch (SQLException e) {
            throw connection.translated(e, sent);
        }
    }

    @Override
    public boolean execute() throws SQLException {
        try {
            return target.execute();
        } catch (SQLException e) {
            throw connection.translated(e, sent);
        }
    }

    @Override
    public ResultSetMetaData getMetaData() throws SQLException {
        try {
            return target.getMetaData();
        } catch (SQLException e) {
            throw connection.translated(e, sent);
        }
    }

    @Override
    public ParameterMetaData getParameterMetaData() throws SQLException {
        try {
            return target.getParameterMetaData();
        } catch (SQLException e) {
            throw connection.translated(e, sent);
        }
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        try {
            return target.executeLargeUpdate();
        } catch (SQLException e) {
            throw connection.translated(e, sent);
        }
    }
}
