package dev.schemaguard.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.NullUnmarked;

/**
 * A statement whose failures tell drift from a typo.
 *
 * @param <S> the kind of statement
 */
@NullUnmarked
class TranslatingStatement<S extends Statement> extends DelegatingStatement<S> {

    TranslatingStatement(S target, TranslatingConnection connection) {
        super(target, connection);
    }

    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
        try {
            return target.executeQuery(sql);
        } catch (SQLException e) {
            throw connection.translated(e);
        }
    }

    @Override
    public int executeUpdate(String sql) throws SQLException {
        try {
            return target.executeUpdate(sql);
        } catch (SQLException e) {
            throw connection.translated(e);
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            target.close();
        } catch (SQLException e) {
            throw connection.translated(e);
        }
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        try {
            return target.execute(sql);
        } catch (SQLException e) {
            throw connection.translated(e);
        }
    }

    @Override
    public boolean getMoreResults() throws SQLException {
        try {
            return target.getMoreResults();
        } catch (SQLException e) {
            throw connection.translated(e);
        }
    }

    @Override
    public int[] executeBatch() throws SQLException {
        try {
            return target.executeBatch();
        } catch (SQLException e) {
            throw connection.translated(e);
        }
    }

    @Override
    public boolean getMoreResults(int current) throws SQLException {
        try {
            return target.getMoreResults(current);
        } catch (SQLException e) {
            throw connection.translated(e);
        }
    }

    @Override
    public int executeUpdate(String sql, int generatedKeys) throws SQLException {
        try {
            return target.executeUpdate(sql, generatedKeys);
        } catch (SQLException e) {
            throw connection.translated(e);
        }
    }

    @Override
    public int executeUpdate(String sql, int[] columns) throws SQLException {
        try {
            return target.executeUpdate(sql, columns);
        } catch (SQLException e) {
            throw connection.translated(e);
        }
    }

    @Override
    public int executeUpdate(String sql, String[] columns) throws SQLException {
        try {
            return target.executeUpdate(sql, columns);
        } catch (SQLException e) {
            throw connection.translated(e);
        }
    }

    @Override
    public boolean execute(String sql, int generatedKeys) throws SQLException {
        try {
            return target.execute(sql, generatedKeys);
        } catch (SQLException e) {
            throw connection.translated(e);
        }
    }

    @Override
    public boolean execute(String sql, int[] columns) throws SQLException {
        try {
            return target.execute(sql, columns);
        } catch (SQLException e) {
            throw connection.translated(e);
        }
    }

    @Override
    public boolean execute(String sql, String[] columns) throws SQLException {
        try {
            return target.execute(sql, columns);
        } catch (SQLException e) {
            throw connection.translated(e);
        }
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        try {
            return target.executeLargeBatch();
        } catch (SQLException e) {
            throw connection.translated(e);
        }
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        try {
            return target.executeLargeUpdate(sql);
        } catch (SQLException e) {
            throw connection.translated(e);
        }
    }

    @Override
    public long executeLargeUpdate(String sql, int generatedKeys) throws SQLException {
        try {
            return target.executeLargeUpdate(sql, generatedKeys);
        } catch (SQLException e) {
            throw connection.translated(e);
        }
    }

    @Override
    public long executeLargeUpdate(String sql, int[] columns) throws SQLException {
        try {
            return target.executeLargeUpdate(sql, columns);
        } catch (SQLException e) {
            throw connection.translated(e);
        }
    }

    @Override
    public long executeLargeUpdate(String sql, String[] columns) throws SQLException {
        try {
            return target.executeLargeUpdate(sql, columns);
        } catch (SQLException e) {
            throw connection.translated(e);
        }
    }
}
