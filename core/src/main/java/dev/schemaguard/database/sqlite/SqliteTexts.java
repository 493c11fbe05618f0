package dev.schemaguard.database.sqlite;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What of a schema stands in the texts of its statements only: checks, expressions of indexes, what triggers do. */
final class SqliteTexts {

    private static final String STATEMENTS = """
            /* schema-guard: statements */
            select type, name, tbl_name, sql from "%s".sqlite_schema where sql is not null and lower(tbl_name) in (?)""";

    private final Dialect dialect;
    private final Map<ObjectName, List<Constraint>> checks = new HashMap<>();
    private final Map<ObjectName, SqliteIndexText> indexes = new HashMap<>();
    private final Set<ObjectName> insertable = new LinkedHashSet<>();
    private final Set<ObjectName> updatable = new LinkedHashSet<>();

    private SqliteTexts(Dialect dialect) {
        this.dialect = dialect;
    }

    static SqliteTexts read(SqliteQuestion question, List<SqliteTable> wanted, Dialect dialect) throws SQLException {
        SqliteTexts texts = new SqliteTexts(dialect);
        Map<String, List<String>> bySchema = new HashMap<>();
        wanted.forEach(table -> bySchema.computeIfAbsent(table.name().schema(), key -> new ArrayList<>())
                .add(table.name().name().toLowerCase(Locale.ROOT)));
        for (Map.Entry<String, List<String>> schema : bySchema.entrySet()) {
            String sql = STATEMENTS.replace("%s", schema.getKey().replace("\"", "\"\""));
            question.ask(sql, schema.getValue(), row -> {
                ObjectName table = ObjectName.of(schema.getKey(), row.getString(3));
                String statement = row.getString(4);
                switch (row.getString(1)) {
                    case "table" -> texts.addChecks(table, statement);
                    case "index" ->
                        texts.indexes.put(
                                ObjectName.of(schema.getKey(), row.getString(2)),
                                SqliteIndexText.of(statement, dialect));
                    case "trigger" -> texts.addTrigger(table, statement);
                    default -> {
                        // The text of a view says nothing that its columns do not.
                    }
                }
            });
        }
        return texts;
    }

    /** CHECK is no name without quotes, so that each one is a check; its condition stands in parentheses. */
    private void addChecks(ObjectName table, String statement) {
        SqliteText text = SqliteText.of(statement);
        int at = text.find("check", 0);
        while (at >= 0 && at + 1 < text.parts().size()) {
            int close = text.parts().get(at + 1).is("(") ? text.closing(at + 1) : -1;
            if (close > 0) {
                boolean named = at > 1 && text.parts().get(at - 2).is("constraint");
                String name =
                        named ? dialect.identifier(text.parts().get(at - 1).text()) : "";
                checks.computeIfAbsent(SqliteTable.same(table), key -> new ArrayList<>())
                        .add(new Constraint.Check(
                                name,
                                dialect.expression(text.between(at + 2, close)),
                                Enforcement.ORDINARY,
                                Origin.NONE));
            }
            at = text.find("check", Math.max(at + 1, close));
        }
    }

    private void addTrigger(ObjectName view, String statement) {
        SqliteText text = SqliteText.of(statement);
        int instead = text.find("instead", 0);
        if (instead > 0 && instead + 2 < text.parts().size()) {
            SqliteText.Part event = text.parts().get(instead + 2);
            if (event.is("insert")) {
                insertable.add(SqliteTable.same(view));
            } else if (event.is("update")) {
                updatable.add(SqliteTable.same(view));
            }
        }
    }

    List<Constraint> checks(SqliteTable table) {
        return checks.getOrDefault(table.same(), List.of());
    }

    SqliteIndexText index(ObjectName name) {
        return indexes.getOrDefault(name, SqliteIndexText.NONE);
    }

    boolean isInsertable(SqliteTable view) {
        return insertable.contains(view.same());
    }

    boolean isUpdatable(SqliteTable view) {
        return updatable.contains(view.same());
    }
}
