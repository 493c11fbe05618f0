package dev.schemaguard.proof;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement of the release with the values of its parameters.
 *
 * @param text the statement
 * @param columns the column that each parameter is for
 * @param values the value of each parameter
 */
record Sql(String text, List<ReleaseColumn> columns, List<Object> values) {

    static Sql insert(ReleaseTable table, List<ReleaseColumn> columns, int row) {
        List<ReleaseColumn> bound =
                columns.stream().filter(ReleaseColumn::isBound).toList();
        String places = columns.stream().map(ReleaseColumn::placeholder).collect(Collectors.joining(", "));
        return new Sql(
                "insert into " + table.name() + " (" + names(columns) + ") values (" + places + ")",
                bound,
                rows(bound, row));
    }

    static Sql upsert(Wording wording, ReleaseTable table, List<String> key, int row) {
        Sql insert = insert(table, table.written(), row);
        List<String> assigned = table.written().stream()
                .filter(ReleaseColumn::isBound)
                .map(ReleaseColumn::name)
                .filter(name -> !key.contains(name) && !table.key().contains(name))
                .toList();
        return new Sql(insert.text() + wording.onConflict(key, assigned), insert.columns(), insert.values());
    }

    /** Reads whatever row comes first. */
    static Sql first(ReleaseTable table) {
        return new Sql("select " + names(table.columns()) + " from " + table.name(), List.of(), List.of());
    }

    static Sql select(ReleaseTable table, List<ReleaseColumn> wanted, List<String> key, int row) {
        return byKey("select " + names(wanted) + " from " + table.name(), table, key, row);
    }

    static Sql delete(ReleaseTable table, int row) {
        return byKey("delete from " + table.name(), table, table.key(), row);
    }

    static Sql update(ReleaseTable table, ReleaseColumn column, Object value, int row) {
        Sql found = byKey("update " + table.name() + " set " + column.name() + " = ?", table, table.key(), row);
        return new Sql(
                found.text(),
                Stream.concat(Stream.of(column), found.columns().stream()).toList(),
                Stream.concat(Stream.of(value), found.values().stream()).toList());
    }

    private static Sql byKey(String statement, ReleaseTable table, List<String> key, int row) {
        List<ReleaseColumn> columns = key.stream().map(table::column).toList();
        String where = key.stream().map(name -> name + " = ?").collect(Collectors.joining(" and "));
        return new Sql(statement + " where " + where, columns, rows(columns, row));
    }

    /** The same statement with another value for one column. */
    Sql with(ReleaseColumn column, Object value) {
        List<Object> changed = new ArrayList<>(values);
        changed.set(columns.indexOf(column), value);
        return new Sql(text, columns, changed);
    }

    Object value(ReleaseColumn column) {
        return values.get(columns.indexOf(column));
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).handling().bind(statement, i + 1, values.get(i));
        }
    }

    static String names(List<ReleaseColumn> columns) {
        return columns.stream().map(ReleaseColumn::name).collect(Collectors.joining(", "));
    }

    private static List<Object> rows(List<ReleaseColumn> columns, int row) {
        return columns.stream().map(column -> column.rows().get(row)).toList();
    }
}
