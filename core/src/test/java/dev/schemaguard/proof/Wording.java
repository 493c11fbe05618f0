package dev.schemaguard.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a release's statements say in other words on other servers. */
enum Wording {
    POSTGRES {
        @Override
        String asText(String column) {
            return column + "::text";
        }

        @Override
        String onConflict(List<String> key, List<String> assigned) {
            String action = assigned.isEmpty() ? "nothing" : "update set " + each(assigned, name -> "excluded." + name);
            return " on conflict (" + String.join(", ", key) + ") do " + action;
        }

        @Override
        List<String> writeAndReturn(Connection connection, Sql insert, List<String> key) throws SQLException {
            try (PreparedStatement statement =
                    connection.prepareStatement(insert.text() + " returning " + String.join(", ", key))) {
                insert.bind(statement);
                return row(statement.executeQuery(), key.size());
            }
        }
    },
    MYSQL {
        @Override
        String asText(String column) {
            return "cast(" + column + " as char)";
        }

        /** It asks no unique key in particular (manual, 13.2.6.2). */
        @Override
        String onConflict(List<String> key, List<String> assigned) {
            return " on duplicate key update "
                    + (assigned.isEmpty()
                            ? key.get(0) + " = " + key.get(0)
                            : each(assigned, name -> "values(" + name + ")"));
        }

        @Override
        List<String> writeAndReturn(Connection connection, Sql insert, List<String> key) throws SQLException {
            try (PreparedStatement statement =
                    connection.prepareStatement(insert.text(), Statement.RETURN_GENERATED_KEYS)) {
                insert.bind(statement);
                statement.executeUpdate();
                return row(statement.getGeneratedKeys(), key.size());
            }
        }
    };

    /** A column's value as a text that can be compared with one. */
    abstract String asText(String column);

    /** What follows an insert of a row that may be there, told by a key. */
    abstract String onConflict(List<String> key, List<String> assigned);

    /** Inserts a row, and answers the values that the database gave its key. */
    abstract List<String> writeAndReturn(Connection connection, Sql insert, List<String> key) throws SQLException;

    private static String each(List<String> columns, UnaryOperator<String> value) {
        return columns.stream().map(name -> name + " = " + value.apply(name)).collect(Collectors.joining(", "));
    }

    private static List<String> row(ResultSet row, int columns) throws SQLException {
        row.next();
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            values.add(row.getString(i));
        }
        return values;
    }
}
