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
        String write = "insert into " + table + " (id, c) values (?, ?)";
        String read = "select c from " + table + " where id = ?";
        String lookUp = "select 1 from " + table + " where " + expected.lookUp().predicate("c") + " and id = ?";
        List<Fate> fates = new ArrayList<>();
        try (PreparedStatement insert = connection.prepareStatement(write);
                PreparedStatement select = connection.prepareStatement(read);
                PreparedStatement find = connection.prepareStatement(lookUp)) {
            for (int id = 0; id < expected.values().size(); id++) {
                fates.add(fate(expected, id, insert, select, find));
            }
        }
        clear(table);
        return fates;
    }

    private void clear(String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from " + table);
        }
    }

    private static Fate fate(
            TypeCase expected, int id, PreparedStatement insert, PreparedStatement select, PreparedStatement find) {
        Object value = expected.values().get(id);
        try {
            insert.setInt(1, id);
            expected.handling().bind(insert, 2, value);
            insert.executeUpdate();
        } catch (SQLException e) {
            return new Fate(firstLine(e), "", true, "");
        }
        String read;
        boolean readable = true;
        try {
            select.setInt(1, id);
            read = only(expected, select.executeQuery());
        } catch (SQLException | RuntimeException e) {
            read = String.valueOf(e.getMessage());
            readable = false;
        }
        return new Fate("", read, readable, found(expected, value, id, find));
    }

    private static String only(TypeCase expected, ResultSet row) throws SQLException {
        row.next();
        return expected.handling().take(row, 1);
    }

    private static String found(TypeCase expected, Object value, int id, PreparedStatement find) {
        try {
            if (!expected.lookUp().bind(find, 1, value, expected.handling())) {
                return "";
            }
            find.setInt(2, id);
            return find.executeQuery().next() ? "found" : "not found";
        } catch (SQLException e) {
            return firstLine(e);
        }
    }

    /** Whether the release can read every value that others may store in the live column. */
    boolean readsExtremes(TypeCase expected, TypeCase live, String table) throws SQLException {
        boolean reads = true;
        try (Statement statement = connection.createStatement()) {
            for (String extreme : live.extremes()) {
                statement.execute("delete from " + table);
                statement.execute("insert into " + table + " (id, c) values (0, '" + extreme + "')");
                try {
                    only(expected, statement.executeQuery("select c from " + table));
                } catch (SQLException | RuntimeException e) {
                    reads = false;
                }
            }
        }
        clear(table);
        return reads;
    }

    private static String firstLine(SQLException e) {
        return e.getSQLState() + " "
                + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
