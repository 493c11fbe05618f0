package dev.schemaguard.database.postgres;

import dev.schemaguard.database.Sessions;
import dev.schemaguard.inspect.Timeouts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** PostgreSQL forgets all of a session by {@code DISCARD ALL} (manual, DISCARD). */
final class PostgresSessions implements Sessions {

    @Override
    public void beginAnew(Connection connection, Duration timeout) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(Timeouts.seconds(timeout));
            statement.execute("DISCARD ALL");
        }
    }
}
