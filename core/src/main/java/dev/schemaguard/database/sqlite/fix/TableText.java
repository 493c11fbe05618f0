package dev.schemaguard.database.sqlite.fix;

import dev.schemaguard.fix.FixContext;
import dev.schemaguard.fix.SqlWriter;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.ReferentialAction;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.SqlText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Columns, rules and indexes as SQLite writes them (manual, CREATE TABLE and CREATE INDEX).
 *
 * @param context what a cure builds on
 */
record TableText(FixContext context) {

    private SqlWriter sql() {
        return context.sql();
    }

    /** Why a column cannot be written, where the expectation does not say enough. */
    Optional<String> gap(Column column) {
        if (!(column.type() instanceof ColumnType.Named)) {
            return Optional.of("the expectation does not state the type of `" + column.name() + "`");
        }
        return column.generation().isComputed()
                        && column.generation().expression().isEmpty()
                ? Optional.of("the expectation does not hold the expression that computes `" + column.name() + "`")
                : Optional.empty();
    }

    /** A column; one that numbers rows does so by being the primary key. */
    String column(Column column) {
        String type = column.type() instanceof ColumnType.Named named ? sql().type(named) : "";
        return sql().name(column.name())
                + (type.isEmpty() ? "" : " " + type)
                + column.collation().map(name -> " COLLATE " + sql().name(name)).orElse("")
                + filling(column)
                + (column.nullability() == Nullability.NOT_NULL ? " NOT NULL" : "");
    }

    private String filling(Column column) {
        if (column.generation() instanceof Generation.Stored stored) {
            return computed(stored.sql(), "STORED");
        }
        if (column.generation() instanceof Generation.Virtual virtual) {
            return computed(virtual.sql(), "VIRTUAL");
        }
        return column.columnDefault() instanceof ColumnDefault.Expression expression
                ? " DEFAULT " + sql().columnDefault(expression.written())
                : "";
    }

    private String computed(SqlText expression, String kept) {
        return " GENERATED ALWAYS AS " + sql().expression("computation", expression.written()) + " " + kept;
    }

    /** A rule of a table that is made. */
    String rule(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return "PRIMARY KEY (" + sql().names(key.columns()) + ")";
        }
        if (constraint instanceof Constraint.UniqueKey key) {
            return "UNIQUE (" + sql().names(key.columns()) + ")";
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            return "FOREIGN KEY (" + sql().names(key.columns()) + ")" + references(key);
        }
        return constraint instanceof Constraint.Check check
                ? "CHECK " + sql().expression("check", check.condition().written())
                : "EXCLUDE " + sql().exclusion(((Constraint.Exclusion) constraint).definition());
    }

    /** The table that a key refers to is one of the same database, and is named without it (manual, Foreign Key Support, 6). */
    String references(Constraint.ForeignKey key) {
        String columns = key.targetColumns().isEmpty() ? "" : " (" + sql().names(key.targetColumns()) + ")";
        return " REFERENCES " + sql().name(key.target().name()) + columns
                + action(" ON DELETE ", key.onDelete()) + action(" ON UPDATE ", key.onUpdate())
                + (key.enforcement().deferrable() ? " DEFERRABLE INITIALLY DEFERRED" : "");
    }

    private static String action(String when, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : when + action.name().replace('_', ' ');
    }

    /** The statement that makes an index: the database stands before the index, and not before the table. */
    String index(ObjectName table, Index index) {
        String where = index.predicate().isEmpty()
                ? ""
                : " WHERE " + sql().expression("predicate", index.where().written());
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + indexName(table, index.name()) + " ON "
                + sql().name(table.name()) + " ("
                + index.parts().stream().map(this::part).collect(Collectors.joining(", ")) + ")" + where;
    }

    /** A unique index keeps a key as well as a rule of the table does. */
    String unique(ObjectName table, List<String> columns) {
        String wanted = table.name() + "_" + String.join("_", columns) + "_key";
        return "CREATE UNIQUE INDEX " + indexName(table, wanted) + " ON " + sql().name(table.name()) + " ("
                + sql().names(columns) + ")";
    }

    private String indexName(ObjectName table, String name) {
        String free = sql().name(context.freeName(table, name));
        return table.isQualified() ? sql().name(table.schema()) + "." + free : free;
    }

    private String part(Index.Part part) {
        String what = part instanceof Index.ColumnPart column
                ? sql().name(column.name())
                : sql().expression(
                                "index expression",
                                ((Index.ExpressionPart) part).sql().written());
        return what + (part.descending() ? " DESC" : "");
    }
}
