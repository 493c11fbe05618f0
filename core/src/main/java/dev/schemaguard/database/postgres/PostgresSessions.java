package dev.schemaguard.database.postgres;

import dev.schemaguard.database.AddingTransaction;
import dev.schemaguard.database.DescribeLimits;
import dev.schemaguard.database.Described;
import dev.schemaguard.database.Sessions;
import dev.schemaguard.database.postgres.session.PostgresDescriber;
import dev.schemaguard.database.postgres.sync.PostgresAddingTransaction;
import dev.schemaguard.inspect.Failures;
import dev.schemaguard.inspect.Timeouts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL forgets all of a session by {@code DISCARD ALL} (manual, DISCARD), and its DDL takes part in transactions.
 *
 * @param failures what its failures mean
 */
record PostgresSessions(Failures failures) implements Sessions {

    @Override
    public void beginAnew(Connection connection, Duration timeout) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(Timeouts.seconds(timeout));
            statement.execute("DISCARD ALL");
        }
    }

    @Override
    public Optional<AddingTransaction> adding(Connection connection, Duration statementTimeout) {
        return Optional.of(new PostgresAddingTransaction(connection, failures, statementTimeout));
    }

    @Override
    public List<Described> describe(Connection connection, List<String> statements, DescribeLimits limits)
            throws SQLException {
        return new PostgresDescriber(connection, failures, limits).describe(statements);
    }
}
