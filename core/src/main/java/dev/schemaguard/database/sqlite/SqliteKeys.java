package dev.schemaguard.database.sqlite;

import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.Constraint.ReferentialAction;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads keys, references and indexes (manual, PRAGMA index_list, index_xinfo, foreign_key_list). Rules have no names here. */
final class SqliteKeys {

    private static final String INDEXES = """
            /* schema-guard: indexes */
            select t.schema, t.name, i.name, i."unique", i.origin, c.cid, c.name, c."desc"
            from pragma_table_list t
              join pragma_index_list(t.name, t.schema) i
              join pragma_index_xinfo(i.name, t.schema) c
            where t.schema || '.' || t.name in (?) and c.key = 1
            order by t.schema, t.name, i.name, c.seqno""";

    private static final String REFERENCES = """
            /* schema-guard: references */
            select t.schema, t.name, f.id, f."table", f."from", f."to", f.on_update, f.on_delete
            from pragma_table_list t join pragma_foreign_key_list(t.name, t.schema) f
            where t.schema || '.' || t.name in (?)
            order by t.schema, t.name, f.id, f.seq""";

    private final SqliteTexts texts;
    private final Map<ObjectName, List<Constraint>> constraints = new HashMap<>();
    private final Map<ObjectName, List<Index>> indexes = new HashMap<>();

    private SqliteKeys(SqliteTexts texts) {
        this.texts = texts;
    }

    static SqliteKeys read(SqliteQuestion question, List<SqliteTable> wanted, SqliteColumns columns, SqliteTexts texts)
            throws SQLException {
        SqliteKeys keys = new SqliteKeys(texts);
        List<String> names = new ArrayList<>();
        for (SqliteTable table : wanted) {
            names.add(SqliteColumns.full(table.name()));
            if (!columns.primaryKey(table).isEmpty()) {
                keys.of(table.name())
                        .add(new Constraint.PrimaryKey(
                                "", columns.primaryKey(table), Enforcement.ORDINARY, Origin.NONE));
            }
        }
        Map<List<String>, IndexRows> found = new LinkedHashMap<>();
        question.ask(
                INDEXES,
                names,
                row -> found.computeIfAbsent(
                                List.of(row.getString(1), row.getString(2), row.getString(3)),
                                key -> new IndexRows(new ArrayList<>(), new ArrayList<>()))
                        .add(row));
        for (Map.Entry<List<String>, IndexRows> index : found.entrySet()) {
            keys.add(index.getKey(), index.getValue());
        }
        Map<List<String>, ReferenceRows> references = new LinkedHashMap<>();
        question.ask(
                REFERENCES,
                names,
                row -> references
                        .computeIfAbsent(
                                List.of(row.getString(1), row.getString(2), row.getString(3)),
                                key -> new ReferenceRows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()))
                        .add(row));
        references.forEach(
                (key, rows) -> keys.of(ObjectName.of(key.get(0), key.get(1))).add(rows.key(key.get(0))));
        return keys;
    }

    private List<Constraint> of(ObjectName table) {
        return constraints.computeIfAbsent(table, key -> new ArrayList<>());
    }

    List<Constraint> of(SqliteTable table) {
        return constraints.getOrDefault(table.name(), List.of());
    }

    List<Index> indexes(SqliteTable table) {
        return indexes.getOrDefault(table.name(), List.of());
    }

    private void add(List<String> key, IndexRows rows) {
        ObjectName table = ObjectName.of(key.get(0), key.get(1));
        switch (rows.facts().get(0)) {
            case "pk" -> {
                // Told with the columns.
            }
            case "u" ->
                of(table).add(new Constraint.UniqueKey("", rows.columns(), false, Enforcement.ORDINARY, Origin.NONE));
            default -> {
                SqliteIndexText text = texts.index(ObjectName.of(key.get(0), key.get(2)));
                boolean unique = rows.facts().get(1).equals("1");
                indexes.computeIfAbsent(table, one -> new ArrayList<>())
                        .add(new Index(
                                key.get(2),
                                "",
                                rows.parts(text),
                                List.of(),
                                unique,
                                false,
                                text.where(),
                                true,
                                Origin.NONE));
            }
        }
    }

    /**
     * The rows in which one index is described.
     *
     * @param facts why it is there, and whether it is unique
     * @param parts what it is over: the name of a column, or none for an expression, and whether it descends
     */
    private record IndexRows(List<String> facts, List<Index.ColumnPart> parts) {

        /** What an expression is called until its text is known. */
        private static final String EXPRESSION = "";

        void add(ResultSet row) throws SQLException {
            if (facts.isEmpty()) {
                facts.add(row.getString(5));
                facts.add(row.getString(4));
            }
            String column = row.getString(7);
            boolean descending = row.getBoolean(8);
            parts.add(new Index.ColumnPart(column == null ? EXPRESSION : column, descending, descending));
        }

        List<String> columns() {
            return parts.stream().map(Index.ColumnPart::name).toList();
        }

        List<Index.Part> parts(SqliteIndexText text) {
            List<Index.Part> all = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                Index.ColumnPart part = parts.get(i);
                all.add(
                        part.name().equals(EXPRESSION)
                                ? new Index.ExpressionPart(text.part(i), part.descending(), part.descending())
                                : part);
            }
            return all;
        }
    }

    /** The rows in which one foreign key is described. */
    private record ReferenceRows(List<String> facts, List<String> columns, List<String> targets) {

        void add(ResultSet row) throws SQLException {
            if (facts.isEmpty()) {
                facts.add(row.getString(4));
                facts.add(row.getString(7));
                facts.add(row.getString(8));
            }
            columns.add(row.getString(5));
            String target = row.getString(6);
            if (target != null) {
                targets.add(target);
            }
        }

        Constraint key(String schema) {
            return new Constraint.ForeignKey(
                    "",
                    columns,
                    ObjectName.of(schema, facts.get(0)),
                    targets,
                    action(facts.get(2)),
                    action(facts.get(1)),
                    Enforcement.ORDINARY,
                    Origin.NONE);
        }

        private static ReferentialAction action(String rule) {
            return switch (rule) {
                case "CASCADE" -> ReferentialAction.CASCADE;
                case "SET NULL" -> ReferentialAction.SET_NULL;
                case "SET DEFAULT" -> ReferentialAction.SET_DEFAULT;
                case "RESTRICT" -> ReferentialAction.RESTRICT;
                default -> ReferentialAction.NO_ACTION;
            };
        }
    }
}
