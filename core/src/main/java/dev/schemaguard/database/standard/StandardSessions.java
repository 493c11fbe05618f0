package dev.schemaguard.database.standard;

import dev.schemaguard.database.AddingTransaction;
import dev.schemaguard.database.DescribeLimits;
import dev.schemaguard.database.DescribeRun;
import dev.schemaguard.database.Described;
import dev.schemaguard.database.Sessions;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Of sessions nothing holds everywhere. */
public final class StandardSessions implements Sessions {

    @Override
    public void beginAnew(Connection connection, Duration timeout) {
        // Nothing is known that forgets all of a session.
    }

    @Override
    public Optional<AddingTransaction> adding(Connection connection, Duration statementTimeout) {
        return Optional.empty();
    }

    /** Drivers have run what they were asked to describe, so that none is asked of which the contrary is not proven. */
    @Override
    public List<Described> describe(Connection connection, List<String> statements, DescribeLimits limits) {
        return DescribeRun.none(statements, "not described on this database");
    }
}
