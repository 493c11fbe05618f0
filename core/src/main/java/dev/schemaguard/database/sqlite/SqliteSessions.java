package dev.schemaguard.database.sqlite;

import dev.schemaguard.database.AddingTransaction;
import dev.schemaguard.database.DescribeLimits;
import dev.schemaguard.database.DescribeRun;
import dev.schemaguard.database.Described;
import dev.schemaguard.database.Sessions;
import dev.schemaguard.database.sqlite.ddl.SqliteRules;
import dev.schemaguard.database.standard.StandardSessions;
import dev.schemaguard.ddl.RowStatement;
import dev.schemaguard.inspect.Failures;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * SQLite has a connection that is closed in place of a session that forgets, and compiles a statement without running it
 * ({@code sqlite3_prepare_v2}).
 *
 * @param failures what its failures mean
 */
record SqliteSessions(Failures failures) implements Sessions {

    private static final Sessions STANDARD = new StandardSessions();

    /** Compiling goes by the schema that the connection has read; only a statement that runs sees that another one changed it. */
    private static final String LOOK = "/* schema-guard: described: schema */ select count(*) from sqlite_schema";

    @Override
    public void beginAnew(Connection connection, Duration timeout) throws SQLException {
        STANDARD.beginAnew(connection, timeout);
    }

    @Override
    public Optional<AddingTransaction> adding(Connection connection, Duration statementTimeout) {
        return STANDARD.adding(connection, statementTimeout);
    }

    @Override
    public List<Described> describe(Connection connection, List<String> statements, DescribeLimits limits)
            throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(LOOK)) {
            row.next();
        }
        DescribeRun run = new DescribeRun(failures, limits.total());
        return run.over(statements, SqliteRules::rows, one -> describe(connection, one, run));
    }

    private static Described describe(Connection connection, RowStatement.One one, DescribeRun run)
            throws SQLException {
        try {
            connection.prepareStatement(one.text()).close();
            return new Described.Fine();
        } catch (SQLException e) {
            if (e.getErrorCode() == 0) {
                throw e;
            }
            // Values have no part in what can be compiled.
            return run.answer(e, String.valueOf(e.getErrorCode()), true);
        }
    }
}
