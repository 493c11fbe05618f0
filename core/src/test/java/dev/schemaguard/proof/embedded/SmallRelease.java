package dev.schemaguard.proof.embedded;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableUse;
import dev.schemaguard.model.Use;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A release with one table of its own, and the script that makes it. A mutation is another script: with another definition of a
 * column, another rule, or more statements behind it.
 */
final class SmallRelease {

    private static final TableUse EVERYTHING = new TableUse(Use.ALWAYS, Use.ALWAYS, Use.ALWAYS, Use.ALWAYS, Use.ALWAYS);

    private final String table;
    private final List<String> before;
    private final Map<String, String> definitions;
    private final List<String> rules;
    private final List<String> after = new ArrayList<>();
    private final List<UsedColumn> columns;
    private final List<String> keys;
    private final List<String> upserts = new ArrayList<>();
    private String options = "";

    /**
     * A column as the release's statements use it.
     *
     * @param name its name
     * @param java the class of what is bound and read
     * @param values an everyday value, and those at the edges
     * @param written whether the release gives the value
     * @param nullable whether it may give null
     * @param defaulted whether it may leave it to the database
     */
    record UsedColumn(
            String name, Class<?> java, List<Object> values, boolean written, boolean nullable, boolean defaulted) {}

    SmallRelease(String table) {
        this(table, new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private SmallRelease(
            String table,
            List<String> before,
            Map<String, String> definitions,
            List<String> rules,
            List<UsedColumn> columns,
            List<String> keys) {
        this.table = table;
        this.before = before;
        this.definitions = definitions;
        this.rules = rules;
        this.columns = columns;
        this.keys = keys;
    }

    /** The same, to be changed. */
    SmallRelease with(Consumer<SmallRelease> change) {
        SmallRelease copy = new SmallRelease(
                table,
                new ArrayList<>(before),
                new LinkedHashMap<>(definitions),
                new ArrayList<>(rules),
                columns,
                keys);
        copy.after.addAll(after);
        copy.upserts.addAll(upserts);
        copy.options = options;
        change.accept(copy);
        return copy;
    }

    SmallRelease first(String sql) {
        before.add(sql);
        return this;
    }

    SmallRelease column(String name, String definition, Class<?> java, Object... values) {
        definitions.put(name, definition);
        boolean notNull = definition.contains("not null") || definition.contains("primary key");
        boolean defaulted = definition.contains("default ");
        columns.add(new UsedColumn(name, java, List.of(values), true, !notNull, defaulted));
        return this;
    }

    /** A column that the database fills. */
    SmallRelease filled(String name, String definition, Class<?> java) {
        definitions.put(name, definition);
        columns.add(new UsedColumn(name, java, List.of(), false, false, false));
        return this;
    }

    SmallRelease rule(String rule) {
        rules.add(rule);
        return this;
    }

    /** A column that rows are looked up by. */
    SmallRelease key(String column) {
        keys.add(column);
        return this;
    }

    /** A way in which a row is put in place of another one, with the columns as {@code %1$s} and the parameters as {@code %2$s}. */
    SmallRelease upsert(String sql) {
        upserts.add(sql);
        return this;
    }

    /** What stands behind the columns of the table. */
    SmallRelease options(String words) {
        options = words;
        return this;
    }

    SmallRelease then(String sql) {
        after.add(sql);
        return this;
    }

    SmallRelease define(String column, String definition) {
        definitions.put(column, definition);
        return this;
    }

    SmallRelease drop(String column) {
        definitions.remove(column);
        return this;
    }

    SmallRelease dropRule(String containing) {
        if (!rules.removeIf(rule -> rule.contains(containing))) {
            throw new IllegalArgumentException("no rule holds '" + containing + "'");
        }
        return this;
    }

    String table() {
        return table;
    }

    List<UsedColumn> columns() {
        return columns;
    }

    List<String> keys() {
        return keys;
    }

    List<String> upserts() {
        return upserts;
    }

    String definition(String column) {
        return definitions.getOrDefault(column, "");
    }

    void make(Connection connection) throws SQLException {
        List<String> all = new ArrayList<>(before);
        String parts = definitions.entrySet().stream()
                .map(column -> column.getKey() + " " + column.getValue())
                .collect(Collectors.joining(", "));
        all.add("create table " + table + " (" + parts
                + rules.stream().map(rule -> ", " + rule).collect(Collectors.joining()) + ") " + options);
        run(connection, all);
    }

    /** What stands behind the table in the script, and runs when there are rows. */
    void finish(Connection connection) throws SQLException {
        run(connection, after);
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** What is expected: all that the release's own database has, and that each column is written that it writes. */
    Schema expectation(Schema captured) {
        return captured.with(captured.tables().stream()
                .map(one -> one.name().name().equalsIgnoreCase(table) ? used(one) : one)
                .toList());
    }

    private Table used(Table captured) {
        Table.Builder stated = Table.builder(ObjectName.of(captured.name().name()))
                .kind(captured.kind())
                .constraints(captured.constraints())
                .indexes(captured.indexes())
                .use(EVERYTHING)
                .complete(captured.complete())
                .notKnown(captured.notKnown());
        for (Column column : captured.columns()) {
            boolean written =
                    columns.stream().anyMatch(one -> one.written() && one.name().equalsIgnoreCase(column.name()));
            stated.column(
                    column.toBuilder().written(written ? Use.ALWAYS : Use.NEVER).build());
        }
        return stated.build();
    }
}
