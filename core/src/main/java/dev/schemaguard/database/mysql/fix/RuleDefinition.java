package dev.schemaguard.database.mysql.fix;

import dev.schemaguard.fix.FixContext;
import dev.schemaguard.fix.SqlWriter;
import dev.schemaguard.fix.UnsafeText;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.ReferentialAction;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Keys, indexes and rules as {@code CREATE TABLE} and {@code ALTER TABLE ... ADD} write them. */
final class RuleDefinition {

    private static final Set<String> KINDS = Set.of("fulltext", "spatial");

    private final FixContext context;
    private final SqlWriter sql;

    RuleDefinition(FixContext context) {
        this.context = context;
        this.sql = context.sql();
    }

    String of(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return "PRIMARY KEY (" + sql.names(key.columns()) + ")";
        }
        if (constraint instanceof Constraint.UniqueKey key) {
            return "UNIQUE KEY " + name(key.name()) + "(" + sql.names(key.columns()) + ")";
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            return named(key.name()) + "FOREIGN KEY (" + sql.names(key.columns()) + ") REFERENCES "
                    + sql.name(context.placed(key.target())) + " (" + sql.names(key.targetColumns()) + ")"
                    + action(" ON DELETE ", key.onDelete()) + action(" ON UPDATE ", key.onUpdate());
        }
        if (constraint instanceof Constraint.Check check) {
            return named(check.name()) + "CHECK "
                    + sql.expression("check", check.condition().written())
                    + (check.enforcement().enforced() ? "" : " NOT ENFORCED");
        }
        throw new UnsafeText("rule", constraint.name(), "the server has no rules of this kind");
    }

    String of(Index index) {
        String method = index.method().toLowerCase(Locale.ROOT);
        String kind = index.unique() ? "UNIQUE " : KINDS.contains(method) ? method.toUpperCase(Locale.ROOT) + " " : "";
        return kind + "KEY " + name(index.name()) + "("
                + index.parts().stream().map(this::part).collect(Collectors.joining(", ")) + ")"
                + (method.equals("hash") ? " USING HASH" : "");
    }

    private String part(Index.Part part) {
        String what = part instanceof Index.ColumnPart column
                ? sql.name(column.name()) + (column.prefix() > 0 ? "(" + column.prefix() + ")" : "")
                : sql.expression(
                        "index expression", ((Index.ExpressionPart) part).sql().written());
        return what + (part.descending() ? " DESC" : "");
    }

    private String name(String name) {
        return name.isEmpty() ? "" : sql.name(name) + " ";
    }

    private String named(String name) {
        return name.isEmpty() ? "" : "CONSTRAINT " + sql.name(name) + " ";
    }

    private static String action(String when, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION || action == ReferentialAction.RESTRICT
                ? ""
                : when + action.name().replace('_', ' ');
    }

    String alter(ObjectName where) {
        return "ALTER TABLE " + sql.name(where);
    }
}
