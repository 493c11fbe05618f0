package dev.schemaguard.ddl.draft;

import dev.schemaguard.ddl.script.SqlExpression;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rules and indexes after something that they name was renamed. */
final class Renaming {

    private Renaming() {}

    /** A constraint of the table whose column was renamed. */
    static Constraint ofColumn(Constraint constraint, String from, String to, SqlExpression expressions) {
        if (constraint instanceof Constraint.Check check) {
            return check.withCondition(expressions.renamed(check.condition(), from, to));
        }
        return constraint instanceof Constraint.Exclusion rule
                ? rule.withDefinition(expressions.renamed(rule.definition(), from, to))
                : constraint.mapColumns(renaming(from, to));
    }

    /** How a column is computed after another one was renamed. */
    static Generation ofColumn(Generation generation, String from, String to, SqlExpression expressions) {
        if (generation instanceof Generation.Stored stored) {
            return new Generation.Stored(expressions.renamed(stored.sql(), from, to));
        }
        return generation instanceof Generation.Virtual virtual
                ? new Generation.Virtual(expressions.renamed(virtual.sql(), from, to))
                : generation;
    }

    /** A foreign key of any table after the column that it refers to was renamed. */
    static Constraint ofTargetColumn(Constraint constraint, ObjectName table, String from, String to) {
        return constraint instanceof Constraint.ForeignKey key && key.target().equals(table)
                ? key.withTarget(table, renamed(key.targetColumns(), from, to))
                : constraint;
    }

    /** A foreign key of any table after the table that it refers to was renamed. */
    static Constraint ofTarget(Constraint constraint, ObjectName from, ObjectName to) {
        return constraint.mapNames(target -> target.equals(from) ? to : target);
    }

    /** The index after a column was renamed. */
    static Index ofColumn(Index index, String from, String to, SqlExpression expressions) {
        List<Index.Part> parts = index.parts().stream()
                .map(part -> ofColumn(part, from, to, expressions))
                .toList();
        return index.withParts(
                parts, renamed(index.included(), from, to), expressions.renamed(index.where(), from, to));
    }

    private static Index.Part ofColumn(Index.Part part, String from, String to, SqlExpression expressions) {
        if (part instanceof Index.ColumnPart column) {
            return column.name().equals(from) ? column.withName(to) : column;
        }
        Index.ExpressionPart expression = (Index.ExpressionPart) part;
        return new Index.ExpressionPart(
                expressions.renamed(expression.sql(), from, to), expression.descending(), expression.nullsFirst());
    }

    private static List<String> renamed(List<String> columns, String from, String to) {
        return columns.stream().map(renaming(from, to)).toList();
    }

    private static UnaryOperator<String> renaming(String from, String to) {
        return column -> column.equals(from) ? to : column;
    }
}
