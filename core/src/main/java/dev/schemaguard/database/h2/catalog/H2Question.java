package dev.schemaguard.database.h2.catalog;

import dev.schemaguard.inspect.Timeouts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;

/**
 * Sends questions to H2's information schema (manual, Information Schema), each a plain scan of one view: H2 makes the rows of a view
 * anew for each row that it is joined with.
 *
 * @param connection the connection to ask on
 * @param timeout how long each question may take
 */
record H2Question(Connection connection, Duration timeout) {

    /** Takes the row that the answer stands on. */
    interface Row {

        void take(ResultSet row) throws SQLException;
    }

    /**
     * Asks and takes all rows.
     *
     * @param parameters collections of names, each for one {@code any(?)}
     */
    void ask(String sql, Row each, Collection<?>... parameters) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setQueryTimeout(Timeouts.seconds(timeout));
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i].toArray());
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    each.take(rows);
                }
            }
        }
    }

    /** Whether a word of the standard says yes. */
    static boolean isYes(ResultSet row, String column) throws SQLException {
        return "YES".equals(row.getString(column));
    }
}
