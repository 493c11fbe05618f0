package dev.schemaguard.jdbc.translate;

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

    /** Behind so much of a batch, one more statement tells nothing new. */
    private static final int LONGEST_BATCH = 10_000;

    /** What a failure is about: the statement that was sent last, or all of a batch. */
    String sent;

    private String batch = "";

    TranslatingStatement(S target, TranslatingConnection connection, String sql) {
        super(target, connection);
        this.sent = sql;
    }

    @Override
    public void addBatch(String sql) throws SQLException {
        target.addBatch(sql);
        batch = batch.length() > LONGEST_BATCH ? batch : batch + sql + ";\n";
    }

    @Override
    public void clearBatch() throws SQLException {
        target.clearBatch();
        batch = "";
    }

    private void sendBatch() {
        sent = batch.isEmpty() ? sent : batch;
        batch = "";
    }

    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
        sent = sql;
        try {
            return target.executeQuery(sql);
        } catch (SQLException e) {
            throw connection.translated(e, sent);
        }
    }

    @Override
    public int executeUpdate(String sql) throws SQLException {
        sent = sql;
        try {
            return target.executeUpdate(sql);
        } catch (SQLException e) {
            throw connection.translated(e, sent);
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            target.close();
        } catch (SQLException e) {
            throw connection.translated(e, sent);
        }
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        sent = sql;
        try {
            return target.execute(sql);
        } catch (SQLException e) {
            throw connection.translated(e, sent);
        }
    }

    @Override
    public boolean getMoreResults() throws SQLException {
        try {
            return target.getMoreResults();
        } catch (SQLException e) {
            throw connection.translated(e, sent);
        }
    }

    @Override
    public int[] executeBatch() throws SQLException {
        sendBatch();
        try {
            return target.executeBatch();
        } catch (SQLException e) {
            throw connection.translated(e, sent);
        }
    }

    @Override
    public boolean getMoreResults(int current) throws SQLException {
        try {
            return target.getMoreResults(current);
        } catch (SQLException e) {
            throw connection.translated(e, sent);
        }
    }

    @Override
    public int executeUpdate(String sql, int generatedKeys) throws SQLException {
        sent = sql;
        try {
            return target.executeUpdate(sql, generatedKeys);
        } catch (SQLException e) {
            throw connection.translated(e, sent);
        }
    }

    @Override
    public int executeUpdate(String sql, int[] columns) throws SQLException {
        sent = sql;
        try {
            return target.executeUpdate(sql, columns);
        } catch (SQLException e) {
            throw connection.translated(e, sent);
        }
    }

    @Override
    public int executeUpdate(String sql, String[] columns) throws SQLException {
        sent = sql;
        try {
            return target.executeUpdate(sql, columns);
        } catch (SQLException e) {
            throw connection.translated(e, sent);
        }
    }

    @Override
    public boolean execute(String sql, int generatedKeys) throws SQLException {
        sent = sql;
        try {
            return target.execute(sql, generatedKeys);
        } catch (SQLException e) {
            throw connection.translated(e, sent);
        }
    }

    @Override
    public boolean execute(String sql, int[] columns) throws SQLException {
        sent = sql;
        try {
            return target.execute(sql, columns);
        } catch (SQLException e) {
            throw connection.translated(e, sent);
        }
    }

    @Override
    public boolean execute(String sql, String[] columns) throws SQLException {
        sent = sql;
        try {
            return target.execute(sql, columns);
        } catch (SQLException e) {
            throw connection.translated(e, sent);
        }
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        sendBatch();
        try {
            return target.executeLargeBatch();
        } catch (SQLException e) {
            throw connection.translated(e, sent);
        }
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        sent = sql;
        try {
            return target.executeLargeUpdate(sql);
        } catch (SQLException e) {
            throw connection.translated(e, sent);
        }
    }

    @Override
    public long executeLargeUpdate(String sql, int generatedKeys) throws SQLException {
        sent = sql;
        try {
            return target.executeLargeUpdate(sql, generatedKeys);
        } catch (SQLException e) {
            throw connection.translated(e, sent);
        }
    }

    @Override
    public long executeLargeUpdate(String sql, int[] columns) throws SQLException {
        sent = sql;
        try {
            return target.executeLargeUpdate(sql, columns);
        } catch (SQLException e) {
            throw connection.translated(e, sent);
        }
    }

    @Override
    public long executeLargeUpdate(String sql, String[] columns) throws SQLException {
        sent = sql;
        try {
            return target.executeLargeUpdate(sql, columns);
        } catch (SQLException e) {
            throw connection.translated(e, sent);
        }
    }
}
