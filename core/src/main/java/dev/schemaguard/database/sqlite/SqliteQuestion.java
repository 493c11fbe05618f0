package dev.schemaguard.database.sqlite;

import dev.schemaguard.inspect.Timeouts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;

/**
 * Sends questions to a database.
 *
 * @param connection the connection to ask on
 * @param timeout how long each question may take
 */
record SqliteQuestion(Connection connection, Duration timeout) {

    /** Takes the row that the answer stands on. */
    interface Row {

        void take(ResultSet row) throws SQLException;
    }

    /**
     * Asks and takes all rows.
     *
     * @param sql with one {@code in (?)} for all names
     * @param names the names, at least one
     */
    void ask(String sql, Collection<String> names, Row each) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(names.size(), "?"));
        try (PreparedStatement query = connection.prepareStatement(sql.replace("in (?)", "in (" + marks + ")"))) {
            query.setQueryTimeout(Timeouts.seconds(timeout));
            int place = 1;
            for (String name : names) {
                query.setString(place++, name);
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    each.take(rows);
                }
            }
        }
    }
}
