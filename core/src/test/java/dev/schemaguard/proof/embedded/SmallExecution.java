package dev.schemaguard.proof.embedded;

import dev.schemaguard.drift.Effect;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.proof.embedded.SmallRelease.UsedColumn;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends a small release's statements, each with all its values, and notes what became of each. Whatever they do is taken back. */
final class SmallExecution {

    private static final String FAILED = "failed: ";

    private final Connection connection;
    private final SmallRelease release;
    private final Map<Probe, Map<String, String>> outcomes = new LinkedHashMap<>();

    private SmallExecution(Connection connection, SmallRelease release) {
        this.connection = connection;
        this.release = release;
    }

    /** A statement, which is sent always or only sometimes. */
    private record Probe(StatementKind kind, String what, boolean always) {}

    /** What became of each statement. */
    record Outcomes(Map<Probe, Map<String, String>> byProbe) {

        /** What became of a kind of statement, against what usually becomes of it. */
        Effect of(StatementKind kind, Outcomes usual) {
            Effect worst = Effect.WORKS;
            for (Map.Entry<Probe, Map<String, String>> probe : byProbe.entrySet()) {
                if (probe.getKey().kind() == kind) {
                    Effect alone = effect(usual.byProbe.getOrDefault(probe.getKey(), Map.of()), probe.getValue());
                    Effect effect = alone == Effect.FAILS && !probe.getKey().always() ? Effect.MAY_FAIL : alone;
                    worst = effect.compareTo(worst) > 0 ? effect : worst;
                }
            }
            return worst;
        }

        private static Effect effect(Map<String, String> usual, Map<String, String> live) {
            int sent = 0;
            int failed = 0;
            boolean changed = false;
            for (Map.Entry<String, String> value : live.entrySet()) {
                String before = usual.getOrDefault(value.getKey(), FAILED);
                if (!before.startsWith(FAILED)) {
                    sent++;
                    failed += value.getValue().startsWith(FAILED) ? 1 : 0;
                    changed |= !value.getValue().equals(before);
                }
            }
            return failed > 0
                    ? failed == sent ? Effect.FAILS : Effect.MAY_FAIL
                    : changed ? Effect.DEGRADED : Effect.WORKS;
        }

        /** The first failure of a kind of statement, for people. */
        String sample(StatementKind kind) {
            return byProbe.entrySet().stream()
                    .filter(probe -> probe.getKey().kind() == kind)
                    .flatMap(probe -> probe.getValue().entrySet().stream()
                            .filter(value -> value.getValue().startsWith(FAILED))
                            .map(value -> probe.getKey().what() + " " + value.getKey() + ": " + value.getValue()))
                    .findFirst()
                    .orElse("");
        }
    }

    static Outcomes of(Connection connection, SmallRelease release) throws SQLException {
        connection.setAutoCommit(false);
        SmallExecution execution = new SmallExecution(connection, release);
        execution.all();
        connection.rollback();
        return new Outcomes(execution.outcomes);
    }

    /** Puts in the row that is there: as the release writes it, or as much of it as the database takes. */
    static void seed(Connection connection, SmallRelease release) throws SQLException {
        connection.setAutoCommit(false);
        new SmallExecution(connection, release).seed();
        connection.setAutoCommit(true);
    }

    private void seed() throws SQLException {
        List<UsedColumn> whole = written();
        if (!attempt(insert(whole), everyday(whole)).isEmpty()) {
            connection.rollback();
            List<UsedColumn> taken = new ArrayList<>(whole.stream()
                    .filter(column -> release.keys().contains(column.name()))
                    .toList());
            for (UsedColumn column : whole) {
                List<UsedColumn> more = new ArrayList<>(taken);
                more.add(column);
                boolean isTaken = !taken.contains(column)
                        && attempt(insert(more), everyday(more)).isEmpty();
                connection.rollback();
                if (isTaken) {
                    taken = more;
                }
            }
            attempt(insert(taken), everyday(taken));
        }
        connection.commit();
    }

    private void all() throws SQLException {
        for (String key : release.keys()) {
            UsedColumn column = column(key);
            String select =
                    "select " + names(release.columns()) + " from " + release.table() + " where " + key + " = ?";
            note(
                    new Probe(StatementKind.SELECT, "by " + key, true),
                    "",
                    () -> read(select, column.values().get(0)));
        }
        List<UsedColumn> written = written();
        each(StatementKind.INSERT, "", insert(written), written, true);
        for (String form : release.upserts()) {
            String upsert = String.format(form, names(written), marks(written));
            each(StatementKind.UPSERT, form, upsert, written, false);
            each(StatementKind.UPSERT, form, upsert, written, true);
        }
        leavingOut(written);
        UsedColumn id = column(release.keys().get(0));
        List<UsedColumn> others = written.stream()
                .filter(column -> !release.keys().contains(column.name()))
                .toList();
        String update = "update " + release.table() + " set "
                + others.stream().map(column -> column.name() + " = ?").collect(Collectors.joining(", ")) + " where "
                + id.name() + " = ?";
        List<UsedColumn> bound = new ArrayList<>(others);
        bound.add(id);
        each(StatementKind.UPDATE, "", update, bound, false);
        note(
                new Probe(StatementKind.DELETE, "by " + id.name(), true),
                "",
                () -> write(
                        "delete from " + release.table() + " where " + id.name() + " = ?",
                        List.of(id.values().get(0))));
    }

    /** The statement with everyday values, and with each edge value of each column in its turn. */
    private void each(StatementKind kind, String form, String sql, List<UsedColumn> bound, boolean fresh)
            throws SQLException {
        Probe always = new Probe(kind, (fresh ? "a new row " : "the row ") + form, true);
        List<Object> usual = fresh ? fresh(bound) : everyday(bound);
        note(always, "everyday", () -> writeAndRead(sql, usual, bound, usual));
        for (int i = 0; i < bound.size(); i++) {
            UsedColumn column = bound.get(i);
            if (release.keys().contains(column.name())) {
                continue;
            }
            for (int v = 1; v < column.values().size(); v++) {
                List<Object> changed = new ArrayList<>(usual);
                changed.set(i, column.values().get(v));
                note(always, column.name() + " " + v, () -> writeAndRead(sql, changed, bound, usual));
            }
            if (column.nullable()) {
                List<Object> changed = new ArrayList<>(usual);
                changed.set(i, null);
                note(
                        new Probe(kind, "null in " + column.name() + (fresh ? " of a new row " : " ") + form, false),
                        "",
                        () -> writeAndRead(sql, changed, bound, usual));
            }
        }
    }

    private void leavingOut(List<UsedColumn> written) throws SQLException {
        List<UsedColumn> needed =
                written.stream().filter(column -> !column.defaulted()).toList();
        note(
                new Probe(StatementKind.INSERT, "leaving out what has a default", false),
                "",
                () -> writeAndRead(insert(needed), fresh(needed), needed, fresh(needed)));
    }

    private String insert(List<UsedColumn> columns) {
        return "insert into " + release.table() + " (" + names(columns) + ") values (" + marks(columns) + ")";
    }

    private List<UsedColumn> written() {
        return release.columns().stream().filter(UsedColumn::written).toList();
    }

    private UsedColumn column(String name) {
        return release.columns().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String names(List<UsedColumn> columns) {
        return columns.stream().map(UsedColumn::name).collect(Collectors.joining(", "));
    }

    private static String marks(List<UsedColumn> columns) {
        return columns.stream().map(column -> "?").collect(Collectors.joining(", "));
    }

    private static List<Object> everyday(List<UsedColumn> columns) {
        return new ArrayList<>(
                columns.stream().map(column -> column.values().get(0)).toList());
    }

    /** Everyday values of another row: of keys the next ones. */
    private List<Object> fresh(List<UsedColumn> columns) {
        return new ArrayList<>(columns.stream()
                .map(column -> column.values().get(release.keys().contains(column.name()) ? 1 : 0))
                .toList());
    }

    private interface Sent {

        String send() throws SQLException;
    }

    private void note(Probe probe, String value, Sent sent) throws SQLException {
        String outcome;
        try {
            outcome = sent.send();
        } catch (SQLException | RuntimeException e) {
            outcome =
                    FAILED + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        }
        connection.rollback();
        outcomes.computeIfAbsent(probe, key -> new LinkedHashMap<>()).put(value, outcome);
    }

    private String attempt(String sql, List<Object> values) {
        try {
            write(sql, values);
            return "";
        } catch (SQLException e) {
            return FAILED + e.getMessage();
        }
    }

    private String write(String sql, List<Object> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            return statement.executeUpdate() + " rows";
        }
    }

    /** That a row which was written cannot be read is the fault of the SELECT. */
    private String writeAndRead(String sql, List<Object> values, List<UsedColumn> bound, List<Object> usual)
            throws SQLException {
        String written = write(sql, values);
        UsedColumn id = column(release.keys().get(0));
        String select = "select " + names(bound) + " from " + release.table() + " where " + id.name() + " = ?";
        try {
            return written + " " + read(select, usual.get(bound.indexOf(id)));
        } catch (SQLException | RuntimeException e) {
            return written + " not to be read";
        }
    }

    private String read(String sql, Object key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, key);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return "no row";
                }
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    UsedColumn column =
                            column(row.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT));
                    // Some drivers make no null of a null where they are asked for a class.
                    values.add(row.getObject(i) == null ? "null" : text(row.getObject(i, column.java())));
                }
                return values.toString();
            }
        }
    }

    private static String text(Object value) {
        if (value instanceof byte[] bytes) {
            return Arrays.toString(bytes);
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(value);
    }
}
