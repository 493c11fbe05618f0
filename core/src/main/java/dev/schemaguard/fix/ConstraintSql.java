package dev.schemaguard.fix;

import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.ReferentialAction;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keys, rules and indexes as SQL writes them.
 *
 * @param context what a cure builds on
 * @param table the table that they belong to
 */
public record ConstraintSql(FixContext context, ObjectName table) {

    /** The rule without its name. */
    public String rule(Constraint constraint) {
        String text = unnamed(constraint);
        boolean deferrable = constraint.enforcement().deferrable() && !(constraint instanceof Constraint.Check);
        return text + (deferrable ? " DEFERRABLE" : "");
    }

    private String unnamed(Constraint constraint) {
        SqlWriter sql = context.sql();
        if (constraint instanceof Constraint.PrimaryKey key) {
            return "PRIMARY KEY (" + sql.names(key.columns()) + ")";
        }
        if (constraint instanceof Constraint.UniqueKey key) {
            return "UNIQUE " + (key.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "") + "(" + sql.names(key.columns())
                    + ")";
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            String columns = key.targetColumns().isEmpty() ? "" : " (" + sql.names(key.targetColumns()) + ")";
            return "FOREIGN KEY (" + sql.names(key.columns()) + ") REFERENCES "
                    + sql.name(context.placed(key.target())) + columns
                    + action(" ON DELETE ", key.onDelete()) + action(" ON UPDATE ", key.onUpdate());
        }
        if (constraint instanceof Constraint.Check check) {
            return "CHECK " + sql.expression("check", check.condition().written());
        }
        return "EXCLUDE " + sql.exclusion(((Constraint.Exclusion) constraint).definition());
    }

    private static String action(String when, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : when + action.name().replace('_', ' ');
    }

    /** The rule with its name, unless the server would choose that by itself, and then one that is free. */
    public String definition(Constraint constraint) {
        boolean nameless = constraint.name().isEmpty() || constraint.name().equals(defaultName(constraint));
        return (nameless ? "" : "CONSTRAINT " + context.sql().name(constraint.name()) + " ") + rule(constraint);
    }

    /** The name that the expectation gives, or the one that the server would choose. */
    public String name(Constraint constraint) {
        return context.freeName(table, constraint.name().isEmpty() ? defaultName(constraint) : constraint.name());
    }

    private String defaultName(Constraint constraint) {
        return context.sql().givenName(table.name(), constraint, columns(constraint));
    }

    private List<String> columns(Constraint constraint) {
        if (constraint instanceof Constraint.UniqueKey key) {
            return key.columns();
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            return key.columns();
        }
        return constraint instanceof Constraint.Check check ? onlyColumn(check) : List.of();
    }

    /** A check is about a column where it names no other. */
    private List<String> onlyColumn(Constraint.Check check) {
        Set<String> words = Set.copyOf(Arrays.asList(check.expression().split("[^A-Za-z0-9_$]+", -1)));
        List<String> named =
                context.expected().table(table).or(() -> context.expected().table(table.unqualified())).stream()
                        .flatMap(expected -> expected.columns().stream())
                        .map(column -> column.name())
                        .filter(words::contains)
                        .toList();
        return named.size() == 1 ? named : List.of();
    }

    /** The statement that makes an index. */
    public String index(Index index, boolean concurrently) {
        SqlWriter sql = context.sql();
        String name = index.name().isEmpty() ? "" : sql.name(context.freeName(table, index.name())) + " ";
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + (concurrently ? "CONCURRENTLY " : "") + name
                + "ON " + sql.name(table)
                + (index.method().isEmpty() || index.method().equals("btree")
                        ? ""
                        : " USING " + sql.name(index.method()))
                + " ("
                + index.parts().stream().map(this::part).collect(Collectors.joining(", ")) + ")"
                + (index.included().isEmpty() ? "" : " INCLUDE (" + sql.names(index.included()) + ")")
                + (index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                + (index.predicate().isEmpty()
                        ? ""
                        : " WHERE " + sql.expression("predicate", index.where().written()));
    }

    private String part(Index.Part part) {
        String what = part instanceof Index.ColumnPart column
                ? context.sql().name(column.name())
                : context.sql()
                        .expression(
                                "index expression",
                                ((Index.ExpressionPart) part).sql().written());
        String order = part.descending() ? " DESC" : "";
        String nulls = part.nullsFirst() == part.descending() ? "" : part.nullsFirst() ? " NULLS FIRST" : " NULLS LAST";
        return what + order + nulls;
    }

    /** The unique index that a key is made of without a lock. */
    public String indexOf(Constraint.Key key, String name) {
        boolean same = key instanceof Constraint.UniqueKey unique && unique.nullsNotDistinct();
        return "CREATE UNIQUE INDEX CONCURRENTLY " + context.sql().name(name) + " ON "
                + context.sql().name(table) + " (" + context.sql().names(key.columns()) + ")"
                + (same ? " NULLS NOT DISTINCT" : "");
    }

    /** A name for a check that only stands until a column is NOT NULL. */
    public String passing(String column) {
        String joined = table.name() + "_" + column;
        String cut = joined.length() > 50 ? joined.substring(0, 50) : joined;
        // PostgreSQL 18 itself names a NOT NULL by table, column and "not_null".
        return context.freeName(table, cut + "_is_set");
    }
}
