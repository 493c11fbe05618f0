package dev.schemaguard.database.mysql;

import dev.schemaguard.database.AddingTransaction;
import dev.schemaguard.database.DescribeLimits;
import dev.schemaguard.database.Described;
import dev.schemaguard.database.Sessions;
import dev.schemaguard.database.mysql.ddl.MysqlDdl;
import dev.schemaguard.database.mysql.session.MysqlDescriber;
import dev.schemaguard.database.mysql.sync.StepwiseAdding;
import dev.schemaguard.inspect.Failures;
import dev.schemaguard.inspect.Timeouts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The server forgets a session by a command of its protocol only, which JDBC has no word for; by SQL it forgets the locks on tables,
 * and what dumps and migrations set and may leave set. Temporary tables stay, and the modes, which the driver sets itself. Its DDL
 * commits by itself (manual, 13.3.3).
 *
 * @param ddl how it reads what is written for it
 * @param failures what its failures mean
 */
record MysqlSessions(MysqlDdl ddl, Failures failures) implements Sessions {

    private static final List<String> FORGET = List.of(
            "UNLOCK TABLES",
            "SET foreign_key_checks = DEFAULT, unique_checks = DEFAULT, time_zone = DEFAULT, sql_notes = DEFAULT,"
                    + " sql_safe_updates = DEFAULT, auto_increment_increment = DEFAULT, auto_increment_offset = DEFAULT");

    @Override
    public void beginAnew(Connection connection, Duration timeout) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(Timeouts.seconds(timeout));
            for (String sql : FORGET) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public Optional<AddingTransaction> adding(Connection connection, Duration statementTimeout) {
        return Optional.of(new StepwiseAdding(connection, failures, statementTimeout));
    }

    @Override
    public List<Described> describe(Connection connection, List<String> statements, DescribeLimits limits)
            throws SQLException {
        return new MysqlDescriber(connection, ddl, failures, limits).describe(statements);
    }
}
