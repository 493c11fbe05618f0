package dev.schemaguard.proof;

import dev.schemaguard.model.StatementKind;
import dev.schemaguard.proof.ReleaseColumn.Filling;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Sends a release's statements, each with all its values, and notes what became of each. Every statement meets the same rows:
 * what it does is rolled back.
 */
final class Execution {

    private final Wording wording;
    private final Connection connection;
    private final Predicate<ReleaseColumn> focus;
    private final Map<Probe, Map<String, String>> outcomes = new LinkedHashMap<>();

    private Execution(Wording wording, Connection connection, Predicate<ReleaseColumn> focus) {
        this.wording = wording;
        this.connection = connection;
        this.focus = focus;
    }

    /**
     * A statement of the release.
     *
     * @param table the table
     * @param kind the kind of statement
     * @param what what it does there
     * @param always whether the release sends it whatever its data; else it is one way of several, such as writing null
     */
    record Probe(String table, StatementKind kind, String what, boolean always) {

        Probe(String table, StatementKind kind, String what) {
            this(table, kind, what, true);
        }
    }

    /** What began with this failed; all else is what was read back. */
    static final String FAILED = "failed: ";

    /**
     * What became of each statement with each of its values, called by column and number.
     *
     * @param wording how the release writes its statements there
     * @param focus the columns of which every edge value is tried; the others get an everyday one
     */
    static Map<Probe, Map<String, String>> of(
            Wording wording, List<ReleaseTable> tables, Connection connection, Predicate<ReleaseColumn> focus)
            throws SQLException {
        Execution execution = new Execution(wording, connection, focus);
        try (Statement statement = connection.createStatement()) {
            statement.execute("savepoint untouched");
        }
        for (ReleaseTable table : tables) {
            execution.selects(table);
            if (!table.isView()) {
                execution.inserts(table);
                execution.updates(table);
                execution.deletes(table);
                execution.upserts(table);
            }
        }
        return execution.outcomes;
    }

    /** Puts the rows in that are there from the beginning. */
    static void seed(List<ReleaseTable> tables, Connection connection) throws SQLException {
        for (ReleaseTable table : tables) {
            for (int row : new int[] {ReleaseTable.FIRST, ReleaseTable.SECOND}) {
                if (!table.isView()) {
                    Sql insert = Sql.insert(table, table.written(), row);
                    try (PreparedStatement statement = connection.prepareStatement(insert.text())) {
                        insert.bind(statement);
                        statement.executeUpdate();
                    }
                }
            }
        }
    }

    private void selects(ReleaseTable table) throws SQLException {
        // A value is read only where a row is found, be it by none of its keys.
        Sql first = Sql.first(table);
        run(new Probe(table.name(), StatementKind.SELECT, "any row"), "", () -> read(first, table.columns()));
        List<List<String>> keys = new ArrayList<>();
        keys.add(table.key());
        keys.addAll(table.uniques());
        table.references().forEach(column -> keys.add(List.of(column)));
        for (List<String> key : keys) {
            Sql select = Sql.select(table, table.columns(), key, ReleaseTable.FIRST);
            run(new Probe(table.name(), StatementKind.SELECT, "by " + key), "", () -> read(select, table.columns()));
        }
    }

    private void inserts(ReleaseTable table) throws SQLException {
        Probe all = new Probe(table.name(), StatementKind.INSERT, "all columns");
        Sql insert = Sql.insert(table, table.written(), ReleaseTable.FRESH);
        insertAndRead(all, "everyday values", table, insert, table.written());
        for (ReleaseColumn column : table.written()) {
            List<Object> edges = edges(column);
            for (int i = 0; i < edges.size(); i++) {
                // A null may pass where every value fails, so it is a statement of its own.
                Probe probe = edges.get(i) == Values.NULL
                        ? new Probe(table.name(), StatementKind.INSERT, "null in " + column.name(), false)
                        : all;
                Sql changed = insert.with(column, edges.get(i));
                insertAndRead(probe, column.name() + " " + i, table, changed, table.written());
            }
        }
        insertWithoutDefaults(table);
    }

    private void insertWithoutDefaults(ReleaseTable table) throws SQLException {
        List<ReleaseColumn> needed =
                table.written().stream().filter(column -> !column.hasDefault()).toList();
        if (needed.size() < table.written().size()) {
            Probe probe = new Probe(table.name(), StatementKind.INSERT, "without defaults", false);
            List<ReleaseColumn> same = table.columns().stream()
                    .filter(column -> column.filling() == Filling.DEFAULTED)
                    .toList();
            insertAndRead(probe, "everyday values", table, Sql.insert(table, needed, ReleaseTable.FRESH), same);
        }
    }

    private List<Object> edges(ReleaseColumn column) {
        if (!focus.test(column)) {
            return List.of();
        }
        List<Object> edges = new ArrayList<>(column.edges());
        if (column.isNullable()) {
            edges.add(Values.NULL);
        }
        return edges;
    }

    private void insertAndRead(Probe probe, String value, ReleaseTable table, Sql insert, List<ReleaseColumn> readBack)
            throws SQLException {
        run(probe, value, () -> {
            List<String> key = new ArrayList<>();
            if (table.key().stream().allMatch(name -> table.column(name).isBound())) {
                write(insert);
                table.key()
                        .forEach(
                                name -> key.add(insert.value(table.column(name)).toString()));
            } else {
                key.addAll(wording.writeAndReturn(connection, insert, table.key()));
            }
            return readBack(
                    table,
                    key,
                    readBack.stream()
                            .filter(column -> column.filling() != Filling.SEQUENCE)
                            .toList());
        });
    }

    /** What the row holds now, as the release would read it; the empty text where it cannot be read, which is no fault of the write. */
    private String readBack(ReleaseTable table, List<String> key, List<ReleaseColumn> columns) {
        if (columns.isEmpty()) {
            return "";
        }
        String where =
                table.key().stream().map(name -> wording.asText(name) + " = ?").collect(Collectors.joining(" and "));
        try (PreparedStatement statement = connection.prepareStatement(
                "select " + Sql.names(columns) + " from " + table.name() + " where " + where)) {
            for (int i = 0; i < key.size(); i++) {
                statement.setString(i + 1, key.get(i));
            }
            ResultSet row = statement.executeQuery();
            return row.next() ? values(row, columns) : "no row";
        } catch (SQLException | RuntimeException e) {
            return "not readable";
        }
    }

    private void updates(ReleaseTable table) throws SQLException {
        for (ReleaseColumn column : table.written()) {
            if (!column.isBound() || table.key().contains(column.name())) {
                continue;
            }
            List<Object> values = new ArrayList<>(List.of(column.rows().get(ReleaseTable.FRESH)));
            values.addAll(edges(column));
            for (int i = 0; i < values.size(); i++) {
                Sql update = Sql.update(table, column, values.get(i), ReleaseTable.SECOND);
                Sql select = Sql.select(table, List.of(column), table.key(), ReleaseTable.SECOND);
                Probe probe = values.get(i) == Values.NULL
                        ? new Probe(table.name(), StatementKind.UPDATE, column.name() + " to null", false)
                        : new Probe(table.name(), StatementKind.UPDATE, column.name());
                run(probe, column.name() + " " + i, () -> write(update) + readIfPossible(select, List.of(column)));
            }
        }
    }

    /** That a row cannot be read is no fault of the statement that wrote it. */
    private String readIfPossible(Sql select, List<ReleaseColumn> columns) {
        try {
            return read(select, columns);
        } catch (SQLException | RuntimeException e) {
            return "not readable";
        }
    }

    private void deletes(ReleaseTable table) throws SQLException {
        Sql delete = Sql.delete(table, ReleaseTable.SECOND);
        run(new Probe(table.name(), StatementKind.DELETE, "by key"), "", () -> write(delete));
    }

    private void upserts(ReleaseTable table) throws SQLException {
        for (List<String> key : table.upsertKeys()) {
            for (int row : new int[] {ReleaseTable.SECOND, ReleaseTable.FRESH}) {
                Sql upsert = Sql.upsert(wording, table, key, row);
                run(new Probe(table.name(), StatementKind.UPSERT, "on " + key), "row " + row, () -> write(upsert));
            }
            upsertEdges(table, key);
        }
    }

    private void upsertEdges(ReleaseTable table, List<String> key) throws SQLException {
        Probe probe = new Probe(table.name(), StatementKind.UPSERT, "on " + key);
        for (ReleaseColumn column : table.written()) {
            List<Object> edges = column.isBound() ? edges(column) : List.of();
            for (int i = 0; i < edges.size(); i++) {
                if (edges.get(i) != Values.NULL) {
                    Sql upsert =
                            Sql.upsert(wording, table, key, ReleaseTable.SECOND).with(column, edges.get(i));
                    run(probe, column.name() + " " + i, () -> write(upsert));
                }
            }
        }
    }

    private String write(Sql sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            sql.bind(statement);
            return statement.executeUpdate() + " rows ";
        }
    }

    private String read(Sql sql, List<ReleaseColumn> columns) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            sql.bind(statement);
            ResultSet row = statement.executeQuery();
            return row.next() ? values(row, columns) : "no row";
        }
    }

    private static String values(ResultSet row, List<ReleaseColumn> columns) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            text.append(columns.get(i).handling().take(row, i + 1)).append(" | ");
        }
        return text.toString();
    }

    private void run(Probe probe, String value, Attempt attempt) throws SQLException {
        String outcome;
        try {
            outcome = attempt.run();
        } catch (SQLException | RuntimeException e) {
            outcome = FAILED + e.getMessage();
        }
        outcomes.computeIfAbsent(probe, key -> new LinkedHashMap<>()).put(value, outcome);
        try (Statement statement = connection.createStatement()) {
            statement.execute("rollback to untouched");
        }
    }

    /** A statement with its values. */
    private interface Attempt {
        String run() throws SQLException;
    }
}
