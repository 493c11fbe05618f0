package dev.schemaguard.source.ddl.draft;

import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.source.ddl.script.SqlExpression;
import java.util.List;

/** Rules and indexes after something that they name was renamed. */
public final class Renaming {

    private Renaming() {}

    /** The constraint under another name. */
    public static Constraint named(Constraint constraint, String name) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return new Constraint.PrimaryKey(name, key.columns(), key.enforcement(), key.origin());
        }
        if (constraint instanceof Constraint.UniqueKey key) {
            return new Constraint.UniqueKey(
                    name, key.columns(), key.nullsNotDistinct(), key.enforcement(), key.origin());
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            return foreignKey(key, name, key.columns(), key.target(), key.targetColumns());
        }
        if (constraint instanceof Constraint.Check check) {
            return new Constraint.Check(name, check.expression(), check.enforcement(), check.origin());
        }
        return new Constraint.Exclusion(
                name, ((Constraint.Exclusion) constraint).definition(), constraint.enforcement(), constraint.origin());
    }

    /** The constraint with another enforcement. */
    public static Constraint enforced(Constraint constraint, Constraint.Enforcement enforcement) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return new Constraint.PrimaryKey(key.name(), key.columns(), enforcement, key.origin());
        }
        if (constraint instanceof Constraint.UniqueKey key) {
            return new Constraint.UniqueKey(
                    key.name(), key.columns(), key.nullsNotDistinct(), enforcement, key.origin());
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            return new Constraint.ForeignKey(
                    key.name(),
                    key.columns(),
                    key.target(),
                    key.targetColumns(),
                    key.onDelete(),
                    key.onUpdate(),
                    enforcement,
                    key.origin());
        }
        if (constraint instanceof Constraint.Check check) {
            return new Constraint.Check(check.name(), check.expression(), enforcement, check.origin());
        }
        return new Constraint.Exclusion(
                constraint.name(), ((Constraint.Exclusion) constraint).definition(), enforcement, constraint.origin());
    }

    /** A constraint of the table whose column was renamed. */
    static Constraint ofColumn(Constraint constraint, String from, String to, SqlExpression expressions) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return new Constraint.PrimaryKey(
                    key.name(), renamed(key.columns(), from, to), key.enforcement(), key.origin());
        }
        if (constraint instanceof Constraint.UniqueKey key) {
            return new Constraint.UniqueKey(
                    key.name(),
                    renamed(key.columns(), from, to),
                    key.nullsNotDistinct(),
                    key.enforcement(),
                    key.origin());
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            return foreignKey(key, key.name(), renamed(key.columns(), from, to), key.target(), key.targetColumns());
        }
        if (constraint instanceof Constraint.Check check) {
            return new Constraint.Check(
                    check.name(),
                    expressions.renamed(check.expression(), from, to),
                    check.enforcement(),
                    check.origin());
        }
        Constraint.Exclusion rule = (Constraint.Exclusion) constraint;
        return new Constraint.Exclusion(
                rule.name(), expressions.renamed(rule.definition(), from, to), rule.enforcement(), rule.origin());
    }

    /** A foreign key of any table after the column that it refers to was renamed. */
    public static Constraint ofTargetColumn(Constraint constraint, ObjectName table, String from, String to) {
        return constraint instanceof Constraint.ForeignKey key && key.target().equals(table)
                ? foreignKey(key, key.name(), key.columns(), table, renamed(key.targetColumns(), from, to))
                : constraint;
    }

    /** Lets views that name a table follow a column of it to another name. */
    public static void inViews(Catalog catalog, DraftTable table, String column, String to) {
        catalog.directory().mentioning(table.name().name()).stream()
                .filter(view -> view.mentions().contains(column))
                .forEach(view -> view.mention(to));
    }

    /** A foreign key of any table after the table that it refers to was renamed. */
    static Constraint ofTarget(Constraint constraint, ObjectName from, ObjectName to) {
        return constraint instanceof Constraint.ForeignKey key && key.target().equals(from)
                ? foreignKey(key, key.name(), key.columns(), to, key.targetColumns())
                : constraint;
    }

    /** A foreign key that says its target and the columns there. */
    static Constraint.ForeignKey foreignKey(
            Constraint.ForeignKey key,
            String name,
            List<String> columns,
            ObjectName target,
            List<String> targetColumns) {
        return new Constraint.ForeignKey(
                name, columns, target, targetColumns, key.onDelete(), key.onUpdate(), key.enforcement(), key.origin());
    }

    /** The index after a column was renamed. */
    static Index ofColumn(Index index, String from, String to, SqlExpression expressions) {
        List<Index.Part> parts = index.parts().stream()
                .map(part -> ofColumn(part, from, to, expressions))
                .toList();
        String predicate = index.predicate().isEmpty() ? "" : expressions.renamed(index.predicate(), from, to);
        return new Index(
                index.name(),
                index.method(),
                parts,
                renamed(index.included(), from, to),
                index.unique(),
                index.nullsNotDistinct(),
                predicate,
                index.valid(),
                index.origin());
    }

    private static Index.Part ofColumn(Index.Part part, String from, String to, SqlExpression expressions) {
        if (part instanceof Index.ColumnPart column) {
            return column.name().equals(from)
                    ? new Index.ColumnPart(to, column.descending(), column.nullsFirst())
                    : column;
        }
        Index.ExpressionPart expression = (Index.ExpressionPart) part;
        return new Index.ExpressionPart(
                expressions.renamed(expression.text(), from, to), expression.descending(), expression.nullsFirst());
    }

    /** The index under another name. */
    public static Index named(Index index, String name) {
        return new Index(
                name,
                index.method(),
                index.parts(),
                index.included(),
                index.unique(),
                index.nullsNotDistinct(),
                index.predicate(),
                index.valid(),
                index.origin());
    }

    private static List<String> renamed(List<String> columns, String from, String to) {
        return columns.stream().map(column -> column.equals(from) ? to : column).toList();
    }
}
