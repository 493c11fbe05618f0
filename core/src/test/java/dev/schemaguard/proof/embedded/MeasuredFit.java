package dev.schemaguard.proof.embedded;

import dev.schemaguard.drift.TypeFit;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/** How one type serves a release that means another one, found out by writing, reading and looking up values. */
public final class MeasuredFit {

    private static final String FAILED = "failed: ";

    private final Connection connection;

    /** Measures on a connection, in tables of one column {@code c} each. */
    public MeasuredFit(Connection connection) {
        this.connection = connection;
    }

    /** What became of one value. */
    private record Fate(String written, String read, String found) {

        boolean isWritten() {
            return written.isEmpty();
        }

        boolean isRead() {
            return !read.startsWith(FAILED);
        }
    }

    /**
     * How a live column serves.
     *
     * @param expected what the release means
     * @param own a table that has it
     * @param live what the database has
     * @param other a table that has that
     */
    public Measured of(TypeSample expected, String own, TypeSample live, String other) throws SQLException {
        Counts counts = new Counts();
        for (Object value : expected.values()) {
            Fate usual = fate(expected, own, value);
            if (!usual.isWritten() || !usual.isRead()) {
                throw new IllegalStateException(expected.sql() + " does not take " + value + ": " + usual);
            }
            counts.add(usual, fate(expected, other, value), expected.lookedUp());
        }
        TypeFit fit = counts.fit();
        return new Measured(
                fit == TypeFit.SAME && !readsAll(expected, live, other) ? TypeFit.WIDER_INTEGER : fit,
                counts.sample.toString());
    }

    /** What became of all values. */
    private static final class Counts {

        private final StringBuilder sample = new StringBuilder();
        private int refused;
        private int written;
        private int unreadable;
        private int compared;
        private int incomparable;
        private int otherwise;

        void add(Fate usual, Fate fate, boolean lookedUp) {
            if (!fate.equals(usual) && sample.length() < 200) {
                sample.append(' ').append(fate);
            }
            if (!fate.isWritten()) {
                refused++;
                return;
            }
            written++;
            unreadable += fate.isRead() ? 0 : 1;
            compared += lookedUp ? 1 : 0;
            incomparable += lookedUp && fate.found.startsWith(FAILED) ? 1 : 0;
            otherwise += fate.equals(usual) ? 0 : 1;
        }

        TypeFit fit() {
            if (written == 0) {
                return TypeFit.DIFFERENT;
            }
            if (unreadable == written) {
                return TypeFit.UNREADABLE;
            }
            if (compared > 0 && incomparable == compared) {
                return TypeFit.INCOMPARABLE;
            }
            if (refused > 0) {
                return TypeFit.NARROWER;
            }
            return otherwise > 0 ? TypeFit.LOSSY : TypeFit.SAME;
        }
    }

    /**
     * What was measured.
     *
     * @param fit how the live type serves
     * @param sample what became of values that fared otherwise
     */
    public record Measured(TypeFit fit, String sample) {}

    private Fate fate(TypeSample expected, String table, Object value) throws SQLException {
        execute("delete from " + table);
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table + " (c) values (?)")) {
            insert.setObject(1, value);
            insert.executeUpdate();
        } catch (SQLException e) {
            return new Fate(said(e), "", "");
        }
        return new Fate("", read(expected, table), expected.lookedUp() ? found(table, value) : "");
    }

    private String read(TypeSample expected, String table) {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select c from " + table)) {
            row.next();
            return text(row.getObject(1, expected.java()));
        } catch (SQLException | RuntimeException e) {
            return said(e);
        }
    }

    private String found(String table, Object value) {
        try (PreparedStatement select = connection.prepareStatement("select 1 from " + table + " where c = ?")) {
            select.setObject(1, value);
            return select.executeQuery().next() ? "found" : "lost";
        } catch (SQLException e) {
            return said(e);
        }
    }

    /** Whether the release can read what others, who mean the live type, have written. */
    private boolean readsAll(TypeSample expected, TypeSample live, String table) throws SQLException {
        boolean number = Number.class.isAssignableFrom(expected.java()) && Number.class.isAssignableFrom(live.java());
        for (Object value : number ? live.values() : List.of()) {
            if (fate(live, table, value).isWritten() && read(expected, table).startsWith(FAILED)) {
                return false;
            }
        }
        return true;
    }

    private static String text(Object value) {
        if (value instanceof byte[] bytes) {
            return Arrays.toString(bytes);
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        return value instanceof Object[] array ? Arrays.toString(array) : String.valueOf(value);
    }

    private static String said(Exception e) {
        return FAILED + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
