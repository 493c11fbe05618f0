package dev.schemaguard.database.sqlite;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Presence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the columns of tables and views (manual, PRAGMA table_xinfo). */
final class SqliteColumns {

    private static final String COLUMNS = """
            /* schema-guard: columns */
            select t.schema, t.name, c.cid, c.name, c.type, c."notnull", c.dflt_value, c.pk, c.hidden
            from pragma_table_list t join pragma_table_xinfo(t.name, t.schema) c
            where t.schema || '.' || t.name in (?)
            order by t.schema, t.name, c.cid""";

    private static final int HIDDEN = 1;
    private static final int VIRTUAL = 2;
    private static final int STORED = 3;

    private final Dialect dialect;
    private final SqliteTexts texts;
    private final boolean marked;
    private final Map<ObjectName, List<Column>> columns = new HashMap<>();
    private final Map<ObjectName, Map<Integer, String>> primaryKeys = new HashMap<>();
    private final Map<ObjectName, Integer> keyColumns = new HashMap<>();

    private SqliteColumns(Dialect dialect, SqliteTexts texts, boolean marked) {
        this.dialect = dialect;
        this.texts = texts;
        this.marked = marked;
    }

    /**
     * Reads the columns of these tables and views.
     *
     * @param marked whether the type of a column says, too, that it takes no other values
     */
    static SqliteColumns read(
            SqliteQuestion question, List<SqliteTable> wanted, Dialect dialect, SqliteTexts texts, boolean marked)
            throws SQLException {
        SqliteColumns columns = new SqliteColumns(dialect, texts, marked);
        Map<ObjectName, SqliteTable> tables = new HashMap<>();
        Set<String> views = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        for (SqliteTable table : wanted) {
            tables.put(table.name(), table);
            (table.isView() ? views : others).add(full(table.name()));
        }
        if (!others.isEmpty()) {
            columns.countKeys(question, others);
            columns.ask(question, others, tables);
        }
        if (!views.isEmpty()) {
            columns.views(question, views, tables);
        }
        return columns;
    }

    static String full(ObjectName table) {
        return table.schema() + "." + table.name();
    }

    private void countKeys(SqliteQuestion question, Set<String> tables) throws SQLException {
        question.ask(COLUMNS, tables, row -> {
            if (row.getInt(8) > 0) {
                keyColumns.merge(ObjectName.of(row.getString(1), row.getString(2)), 1, Integer::sum);
            }
        });
    }

    private void ask(SqliteQuestion question, Set<String> names, Map<ObjectName, SqliteTable> tables)
            throws SQLException {
        question.ask(COLUMNS, names, row -> {
            SqliteTable table = tables.get(ObjectName.of(row.getString(1), row.getString(2)));
            if (table != null && row.getInt(9) != HIDDEN) {
                columns.computeIfAbsent(table.name(), key -> new ArrayList<>()).add(column(table, row));
            }
        });
    }

    /** One view whose query names what is gone fails the question for all of them; then each is asked for by itself. */
    private void views(SqliteQuestion question, Set<String> views, Map<ObjectName, SqliteTable> tables)
            throws SQLException {
        try {
            ask(question, views, tables);
        } catch (SQLException e) {
            for (String view : views) {
                columns.remove(tables.values().stream()
                        .filter(table -> full(table.name()).equals(view))
                        .findFirst()
                        .orElseThrow()
                        .name());
                try {
                    ask(question, Set.of(view), tables);
                } catch (SQLException broken) {
                    // A view that no statement can name has no columns.
                    if (broken.getErrorCode() != e.getErrorCode()) {
                        throw broken;
                    }
                }
            }
        }
    }

    private Column column(SqliteTable table, ResultSet row) throws SQLException {
        String name = row.getString(4);
        ColumnType.Named type = dialect.type(String.valueOf(row.getString(5)));
        if (table.isView()) {
            return Column.builder(name)
                    .type(type)
                    .updatable(Presence.of(texts.isUpdatable(table)))
                    .build();
        }
        int place = row.getInt(8);
        if (place > 0) {
            primaryKeys.computeIfAbsent(table.name(), key -> new TreeMap<>()).put(place, name);
        }
        boolean rowid = isRowid(table, type, place);
        int hidden = row.getInt(9);
        String written = row.getString(7);
        return Column.builder(name)
                .type(marked && (table.strict() || rowid) ? SqliteTypeRules.strict(type) : type)
                .nullability(nullability(table, row.getBoolean(6), place))
                .generation(
                        hidden == VIRTUAL
                                ? new Generation.Virtual("")
                                : hidden == STORED ? new Generation.Stored("") : Generation.NONE)
                .identity(rowid ? Identity.BY_DEFAULT : Identity.NONE)
                .columnDefault(written == null ? ColumnDefault.NONE : dialect.columnDefault(written))
                .onUpdate(ColumnDefault.NONE)
                .updatable(Presence.PRESENT)
                .build();
    }

    /** A key of one column that is called INTEGER, and by no other word, is the row's number (manual, CREATE TABLE, 5). */
    private boolean isRowid(SqliteTable table, ColumnType.Named type, int place) {
        return place == 1
                && !table.withoutRowid()
                && keyColumns.getOrDefault(table.name(), 0) == 1
                && type.toString().toLowerCase(Locale.ROOT).equals("integer");
    }

    /** A primary key takes nulls where nothing else forbids it, which nobody means (manual, CREATE TABLE, 3.5). */
    private static Nullability nullability(SqliteTable table, boolean notNull, int place) {
        if (notNull || place > 0 && table.withoutRowid()) {
            return Nullability.NOT_NULL;
        }
        return place > 0 ? Nullability.UNSTATED : Nullability.NULLABLE;
    }

    List<Column> of(SqliteTable table) {
        return columns.getOrDefault(table.name(), List.of());
    }

    /** The columns of the primary key in their order. */
    List<String> primaryKey(SqliteTable table) {
        return List.copyOf(
                primaryKeys.getOrDefault(table.name(), new TreeMap<>()).values());
    }
}
