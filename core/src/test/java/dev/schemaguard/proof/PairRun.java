package dev.schemaguard.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Writes the values of one type to a column of another, reads them back and looks them up, and notes what became of each. */
final class PairRun {

    private final Connection connection;

    PairRun(Connection connection) {
        this.connection = connection;
    }

    /**
     * What became of one value.
     *
     * @param written empty, or why the write failed
     * @param read what was read back, or why nothing could be read
     * @param readable whether the value could be read at all
     * @param found whether a look-up found the row, or why it failed
     */
    record Fate(String written, String read, boolean readable, String found) {

        boolean isWritten() {
            return written.isEmpty();
        }

        boolean isComparable() {
            return found.equals("found") || found.equals("not found");
        }
    }

    List<Fate> run(TypeCase expected, String table) throws SQLException {
        String write = "insert into " + table + " (c) values (?) returning c";
        String lookUp = "select 1 from " + table + " where " + expected.lookUp().predicate("c");
        List<Fate> fates = new ArrayList<>();
        try (PreparedStatement insert = connection.prepareStatement(write);
                PreparedStatement select = connection.prepareStatement(lookUp);
                PreparedStatement clear = connection.prepareStatement("delete from " + table)) {
            for (Object value : expected.values()) {
                fates.add(fate(expected, value, insert, select));
                if (fates.get(fates.size() - 1).isWritten()) {
                    clear.execute();
                }
            }
        }
        return fates;
    }

    private static Fate fate(TypeCase expected, Object value, PreparedStatement insert, PreparedStatement select) {
        String read;
        boolean readable = true;
        try {
            expected.handling().bind(insert, 1, value);
            ResultSet row = insert.executeQuery();
            row.next();
            try {
                read = expected.handling().take(row, 1);
            } catch (SQLException | RuntimeException e) {
                read = String.valueOf(e.getMessage());
                readable = false;
            }
        } catch (SQLException e) {
            return new Fate(firstLine(e), "", true, "");
        }
        return new Fate("", read, readable, found(expected, value, select));
    }

    private static String found(TypeCase expected, Object value, PreparedStatement select) {
        try {
            if (!expected.lookUp().bind(select, 1, value, expected.handling())) {
                return "";
            }
            return select.executeQuery().next() ? "found" : "not found";
        } catch (SQLException e) {
            return firstLine(e);
        }
    }

    /** Whether the release can read every value that others may store in the live column. */
    boolean readsExtremes(TypeCase expected, TypeCase live) {
        for (String extreme : live.extremes()) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select '" + extreme + "'::" + live.sql())) {
                row.next();
                expected.handling().take(row, 1);
            } catch (SQLException | RuntimeException e) {
                return false;
            }
        }
        return true;
    }

    private static String firstLine(SQLException e) {
        return e.getSQLState() + " "
                + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
