package dev.schemaguard.database.mysql.session;

import dev.schemaguard.database.DescribeLimits;
import dev.schemaguard.database.DescribeRun;
import dev.schemaguard.database.Described;
import dev.schemaguard.database.mysql.ddl.MysqlDdl;
import dev.schemaguard.ddl.RowStatement;
import dev.schemaguard.inspect.Failures;
import dev.schemaguard.inspect.NetworkDeadline;
import dev.schemaguard.text.LoggedFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Statements described by MySQL or MariaDB: {@code PREPARE} in SQL (MySQL manual, 13.5.1), which takes one statement only, and gives
 * back the locks that it took when it is done. The drivers are not asked: one runs the statement in place of describing it, the other
 * says nothing of a failure.
 *
 * @param connection used by nobody else meanwhile
 * @param ddl how the server reads what is written for it
 * @param failures what the server's failures mean
 * @param limits bounds
 */
public record MysqlDescriber(Connection connection, MysqlDdl ddl, Failures failures, DescribeLimits limits) {

    private static final Logger LOG = LoggerFactory.getLogger(MysqlDescriber.class);

    private static final String SETTINGS =
            "/* schema-guard: described: session */ select @@session.sql_mode, @@session.lock_wait_timeout";

    /**
     * Failures whatever the types of the values are (server error reference): syntax, names that are not there, twice there or not
     * allowed, rights, columns that take no value, views that are broken.
     */
    private static final Set<Integer> WHATEVER_THE_TYPES = Set.of(
            1046, 1049, 1051, 1052, 1054, 1055, 1056, 1060, 1064, 1066, 1072, 1110, 1111, 1136, 1140, 1142, 1143, 1146,
            1222, 1241, 1247, 1248, 1288, 1305, 1348, 1356, 1370, 1393, 1394, 1471, 1630, 1906, 3105, 4091);

    /** A statement that {@code PREPARE} does not take, too many that are prepared, a definition that changes, and a session
     * that only reads. */
    private static final Set<Integer> NOT_OF_THE_STATEMENT = Set.of(1295, 1461, 1615, 1792);

    /** Describes each, in order. */
    public List<Described> describe(List<String> texts) throws SQLException {
        return NetworkDeadline.during(connection, limits.total(), () -> within(texts));
    }

    private List<Described> within(List<String> texts) throws SQLException {
        Settings settings = settings();
        DescribeRun run = new DescribeRun(failures, limits.total());
        if (texts.stream().noneMatch(text -> read(text, settings) instanceof RowStatement.One)) {
            return run.over(texts, text -> read(text, settings), one -> new Described.Fine());
        }
        // A transaction of somebody else's would be committed by another one. In a read-only one no write can be
        // prepared.
        boolean own = connection.getAutoCommit();
        if (own) {
            execute("START TRANSACTION");
        }
        try {
            execute("SET SESSION lock_wait_timeout = "
                    + Math.max(1, limits.lock().toSeconds()));
            return run.over(texts, text -> read(text, settings), one -> describe(one, settings, run));
        } finally {
            leave(settings, own);
        }
    }

    private RowStatement read(String text, Settings settings) {
        return ddl.rows(text, settings.ansiQuotes(), settings.backslashEscapes());
    }

    /** Nobody may get a connection that is set otherwise than it came, or on which a transaction of ours is still open. */
    private void leave(Settings settings, boolean own) throws SQLException {
        try {
            execute("SET SESSION lock_wait_timeout = " + settings.lockWait());
            if (own) {
                execute("ROLLBACK");
            }
        } catch (SQLException e) {
            LOG.debug("a connection that could not be left as it came is given up", LoggedFailure.of(e));
            connection.abort(Runnable::run);
        }
    }

    private Described describe(RowStatement.One statement, Settings settings, DescribeRun run) throws SQLException {
        try {
            execute("PREPARE schema_guard_described FROM " + settings.literal(statement.text()));
        } catch (SQLException e) {
            int code = e.getErrorCode();
            boolean proven = !NOT_OF_THE_STATEMENT.contains(code)
                    && (statement.marks() == 0 || WHATEVER_THE_TYPES.contains(code));
            return run.answer(e, String.valueOf(code), proven);
        }
        execute("DEALLOCATE PREPARE schema_guard_described");
        return new Described.Fine();
    }

    private Settings settings() throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(SETTINGS)) {
            row.next();
            String modes = "," + row.getString(1).toUpperCase(Locale.ROOT) + ",";
            return new Settings(
                    modes.contains(",ANSI_QUOTES,"), !modes.contains(",NO_BACKSLASH_ESCAPES,"), row.getLong(2));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /**
     * How the session reads what is sent to it.
     *
     * @param ansiQuotes whether double quotes stand around names
     * @param backslashEscapes whether a backslash escapes in strings
     * @param lockWait for how many seconds it waits for a table
     */
    private record Settings(boolean ansiQuotes, boolean backslashEscapes, long lockWait) {

        String literal(String text) {
            String doubled = text.replace("'", "''");
            return "'" + (backslashEscapes ? doubled.replace("\\", "\\\\") : doubled) + "'";
        }
    }
}
