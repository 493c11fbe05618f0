package dev.schemaguard.proof;

import dev.schemaguard.proof.ReleaseColumn.Filling;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table, or a view that is only read, as the release's statements use it. */
final class ReleaseTable {

    /** Which of a column's values belong to the two rows that are there, and which to one to come. */
    static final int FIRST = 0;

    static final int SECOND = 1;
    static final int FRESH = 2;

    private final String name;
    private final boolean view;
    private final List<ReleaseColumn> columns = new ArrayList<>();
    private final List<String> rules = new ArrayList<>();
    private final List<List<String>> uniques = new ArrayList<>();
    private final List<String> references = new ArrayList<>();
    private final List<List<String>> expressions = new ArrayList<>();
    private List<String> key = List.of();
    private String tail = "";

    private ReleaseTable(String name, boolean view) {
        this.name = name;
        this.view = view;
    }

    static ReleaseTable table(String name) {
        return new ReleaseTable(name, false);
    }

    static ReleaseTable view(String name) {
        return new ReleaseTable(name, true);
    }

    ReleaseTable column(String column, String ddl, Handling handling, Object value, List<Object> edges) {
        return column(column, ddl, handling, List.of(value, value, value), edges, Filling.RELEASE);
    }

    ReleaseTable column(
            String column, String ddl, Handling handling, List<Object> rows, List<Object> edges, Filling filling) {
        columns.add(new ReleaseColumn(column, ddl, handling, rows, edges, filling));
        return this;
    }

    /** What stands behind the columns in the statement that creates the table. */
    ReleaseTable with(String clause) {
        tail = " " + clause;
        return this;
    }

    ReleaseTable key(String... names) {
        key = List.of(names);
        if (!view) {
            rules.add("primary key (" + String.join(", ", key) + ")");
        }
        return this;
    }

    ReleaseTable unique(String... names) {
        uniques.add(List.of(names));
        rules.add("unique (" + String.join(", ", names) + ")");
        return this;
    }

    /** A unique index over an expression, which the release also names in upserts. */
    ReleaseTable uniqueExpression(String expression) {
        expressions.add(List.of(expression));
        return this;
    }

    ReleaseTable reference(String column, String target) {
        references.add(column);
        rules.add("foreign key (" + column + ") references " + target);
        return this;
    }

    ReleaseTable check(String condition) {
        rules.add("check (" + condition + ")");
        return this;
    }

    String name() {
        return name;
    }

    boolean isView() {
        return view;
    }

    List<ReleaseColumn> columns() {
        return columns;
    }

    ReleaseColumn column(String column) {
        return columns.stream()
                .filter(one -> one.name().equals(column))
                .findFirst()
                .orElseThrow();
    }

    List<ReleaseColumn> written() {
        return columns.stream().filter(ReleaseColumn::isWritten).toList();
    }

    List<String> key() {
        return key;
    }

    List<List<String>> uniques() {
        return uniques;
    }

    List<String> references() {
        return references;
    }

    /** The keys that an upsert can name: those of which the release gives every column. */
    List<List<String>> upsertKeys() {
        return Stream.concat(Stream.of(key), Stream.concat(uniques.stream(), expressions.stream()))
                .filter(names -> names.stream()
                        .allMatch(one -> columns.stream()
                                .noneMatch(column -> column.name().equals(one) && !column.isWritten())))
                .toList();
    }

    String ddl() {
        return "create table " + name + " ("
                + Stream.concat(columns.stream().map(column -> column.name() + " " + column.ddl()), rules.stream())
                        .collect(Collectors.joining(", "))
                + ")" + tail;
    }
}
