package dev.schemaguard.database.mysql.catalog;

import dev.schemaguard.database.mysql.server.ServerVersion;
import dev.schemaguard.inspect.CatalogTooLargeException;
import dev.schemaguard.inspect.DatabaseInfo;
import dev.schemaguard.inspect.Timeouts;
import dev.schemaguard.text.Secrets;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Asks the catalog, each question under a name that stands in the server's process list, bounded in time by the server itself, and all
 * of them together in the number of characters that they answer.
 *
 * @param connection the connection to ask on
 * @param server which server it is
 * @param timeout how long each question may take
 * @param characters how many characters were answered so far
 */
record CatalogStatement(Connection connection, ServerVersion server, Duration timeout, AtomicLong characters) {

    private static final String SELECT = "select ";

    /** How many bytes of rows are put together: half a million digests. */
    private static final int GROUPED = 16 << 20;

    /** A quarter of the heap, as everywhere; a character takes one byte or two. */
    private static final long MOST_CHARACTERS =
            Math.min(128L << 20, Runtime.getRuntime().maxMemory() / 8);

    CatalogStatement(Connection connection, ServerVersion server, Duration timeout) {
        this(connection, server, timeout, new AtomicLong());
    }

    /**
     * Asks one question.
     *
     * @param name what it is about, for whoever sees it on the server
     * @param select the question
     * @param values what stands for its question marks
     * @param reader takes each row
     */
    void ask(String name, String select, List<String> values, Row reader) throws SQLException {
        send(bounded(name, select), values, ResultSet::getString, reader);
    }

    /** The same of a statement that MySQL answers in UTF-8 and says that it is Latin-1, as SHOW GRANTS. */
    void askUtf8(String name, String statement, Row reader) throws SQLException {
        send(bounded(name, statement), List.of(), CatalogStatement::utf8, reader);
    }

    private static @Nullable String utf8(ResultSet rows, int column) throws SQLException {
        byte[] bytes = rows.getBytes(column);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    /** The same of a question that puts many rows together, of which the server would keep no more than 1,024 characters. */
    void askGrouped(String name, String select, List<String> values, Row reader) throws SQLException {
        send(grouped(name, select), values, ResultSet::getString, reader);
    }

    private void send(String sql, List<String> values, Cell cell, Row reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (!server.isMariadb()) {
                statement.setQueryTimeout(Timeouts.seconds(timeout));
            }
            for (int i = 0; i < values.size(); i++) {
                statement.setString(i + 1, values.get(i));
            }
            // One of the drivers takes a statement that begins with SET for one without rows.
            statement.execute();
            try (ResultSet rows = statement.getResultSet()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    reader.take(row(rows, columns, cell));
                }
            }
        }
    }

    private CatalogRow row(ResultSet rows, int columns, Cell cell) throws SQLException {
        String[] texts = new String[columns];
        long length = 0;
        for (int i = 0; i < columns; i++) {
            String text = cell.of(rows, i + 1);
            texts[i] = text == null ? CatalogRow.NULL : text;
            length += texts[i].length();
        }
        if (characters.addAndGet(length) > MOST_CHARACTERS) {
            throw new CatalogTooLargeException(2 * MOST_CHARACTERS);
        }
        return new CatalogRow(texts);
    }

    /** Which database was asked, for a report. */
    DatabaseInfo database(String role, List<String> lookedAt) throws SQLException {
        String url = String.valueOf(connection.getMetaData().getURL());
        return new DatabaseInfo(server.product().title(), server.toString(), Secrets.url(url), role, lookedAt);
    }

    /** The statement with the server's own bound (MySQL manual, 8.9.3; MariaDB, SET STATEMENT). */
    private String bounded(String name, String select) {
        if (!select.startsWith(SELECT)) {
            return comment(name) + select;
        }
        if (!server.isMariadb()) {
            return comment(name) + "select /*+ " + milliseconds() + " */ " + select.substring(SELECT.length());
        }
        // In some modes it prints expressions with other quotes; which modes there are is asked of the session itself.
        String mode = select.equals(Session.ASK) ? "" : ", sql_mode=''";
        return comment(name) + "set statement " + seconds() + mode + " for " + select;
    }

    /** MariaDB prints expressions in the session's modes here, for which modes these are is part of what is asked. */
    private String grouped(String name, String select) {
        return server.isMariadb()
                ? comment(name) + "set statement " + seconds() + ", group_concat_max_len=" + GROUPED + " for " + select
                : comment(name) + "select /*+ " + milliseconds() + " set_var(group_concat_max_len=" + GROUPED + ") */ "
                        + select.substring(SELECT.length());
    }

    private static String comment(String name) {
        return "/* schema-guard: " + name + " */ ";
    }

    private String milliseconds() {
        return "max_execution_time(" + Math.min(Integer.MAX_VALUE, timeout.toMillis()) + ")";
    }

    private String seconds() {
        return "max_statement_time=" + Timeouts.seconds(timeout);
    }

    /** How the text of a cell is read. */
    private interface Cell {

        @Nullable
        String of(ResultSet rows, int column) throws SQLException;
    }

    /** Takes a row of an answer. */
    interface Row {

        void take(CatalogRow row);
    }
}
