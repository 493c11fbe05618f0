package dev.schemaguard.database.mysql.catalog;

import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.Timeouts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.Optional;

/** What a server says when it is asked who it is; and how the session is set, which spares a check that begins with it a question. */
public final class Introduction {

    private static final String WHO = "/* schema-guard: server */ select version(), @@version_comment";

    private static final String CONNECTION_LOST = "08";

    private final String version;
    private final String comment;
    private final Optional<Session> session;

    private Introduction(String version, String comment, Optional<Session> session) {
        this.version = version;
        this.comment = comment;
        this.session = session;
    }

    /**
     * Asks it.
     *
     * @throws SQLException if it does not say who it is
     */
    public static Introduction of(Connection connection) throws SQLException {
        try {
            return ask(connection, WHO + ", " + Session.COLUMNS, true);
        } catch (SQLTimeoutException e) {
            throw e;
        } catch (SQLException e) {
            if (String.valueOf(e.getSQLState()).startsWith(CONNECTION_LOST)) {
                throw e;
            }
            // Others that speak the protocol may lack one of the settings, and have to be told all the same.
            return ask(connection, WHO, false);
        }
    }

    private static Introduction ask(Connection connection, String sql, boolean session) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(Timeouts.seconds(InspectionScope.DEFAULT_TIMEOUT));
            try (ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return new Introduction(
                        String.valueOf(row.getString(1)),
                        String.valueOf(row.getString(2)),
                        session ? Optional.of(Session.of(CatalogRow.of(row, 2, Session.WIDTH))) : Optional.empty());
            }
        }
    }

    /** Its version as it spells it. */
    public String version() {
        return version;
    }

    /** What whoever built it says of it. */
    public String comment() {
        return comment;
    }

    /** How the session was set then; empty where that could not be asked at once. */
    Optional<Session> session() {
        return session;
    }
}
