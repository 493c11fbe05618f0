package dev.schemaguard.ddl.draft;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.SqlText;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Lets the casts in rules, indexes and columns follow a type that gets another name. */
final class TypeRenaming {

    private TypeRenaming() {}

    static void apply(Catalog catalog, ObjectName from, ObjectName to) {
        String name = from.name().toLowerCase(Locale.ROOT);
        for (DraftTable table : catalog.directory().using(name)) {
            UnaryOperator<SqlText> renamed = sql -> renamed(catalog, sql, from, to);
            table.constraints().replaceAll(constraint -> of(constraint, renamed));
            table.indexes().replaceAll(index -> of(index, renamed));
            for (Column column : List.copyOf(table.columns())) {
                table.change(column.name(), facts -> of(column, facts, renamed));
            }
            catalog.directory().uses(table, to.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Under which name a type that moved is found hangs on the search path, so that its casts are left out as before. */
    private static SqlText renamed(Catalog catalog, SqlText sql, ObjectName from, ObjectName to) {
        boolean moved = from.name().equals(to.name());
        if (!moved) {
            return catalog.expressions().retyped(sql, from.name(), to.name());
        }
        return Uses.in(sql).contains(from.name().toLowerCase(Locale.ROOT)) ? SqlText.of(sql.text()) : sql;
    }

    private static Constraint of(Constraint constraint, UnaryOperator<SqlText> renamed) {
        return constraint instanceof Constraint.Check check
                ? new Constraint.Check(
                        check.name(), renamed.apply(check.condition()), check.enforcement(), check.origin())
                : constraint;
    }

    private static Index of(Index index, UnaryOperator<SqlText> renamed) {
        return new Index(
                index.name(),
                index.method(),
                index.parts().stream().map(part -> of(part, renamed)).toList(),
                index.included(),
                index.unique(),
                index.nullsNotDistinct(),
                renamed.apply(index.where()),
                index.valid(),
                index.origin());
    }

    private static Index.Part of(Index.Part part, UnaryOperator<SqlText> renamed) {
        return part instanceof Index.ExpressionPart expression
                ? new Index.ExpressionPart(
                        renamed.apply(expression.sql()), expression.descending(), expression.nullsFirst())
                : part;
    }

    private static Column.Builder of(Column column, Column.Builder facts, UnaryOperator<SqlText> renamed) {
        if (column.columnDefault() instanceof ColumnDefault.Expression filled) {
            facts.columnDefault(new ColumnDefault.Expression(renamed.apply(filled.sql()), filled.compared()));
        }
        SqlText computed = renamed.apply(column.generation().sql());
        if (column.generation() instanceof Generation.Stored) {
            facts.generation(new Generation.Stored(computed));
        } else if (column.generation() instanceof Generation.Virtual) {
            facts.generation(new Generation.Virtual(computed));
        }
        return facts;
    }
}
