package dev.schemaguard.database.standard;

import dev.schemaguard.database.AddingTransaction;
import dev.schemaguard.database.Sessions;
import java.sql.Connection;
import java.time.Duration;
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
}
