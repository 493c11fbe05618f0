package dev.schemaguard.ddl.draft;

import dev.schemaguard.ddl.script.SqlExpression;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import java.util.List;
import java.util.Set;

/** Which columns a rule or an index is about, so that it goes when one of them goes. */
final class ColumnReferences {

    private ColumnReferences() {}

    /** Whether a constraint of a table is about one of its columns. */
    static boolean of(Constraint constraint, String column, SqlExpression expressions) {
        if (constraint instanceof Constraint.Key key) {
            return key.columns().contains(column);
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            return key.columns().contains(column);
        }
        if (constraint instanceof Constraint.Check check) {
            return expressions.names(check.expression()).contains(column);
        }
        return expressions
                .names(((Constraint.Exclusion) constraint).definition())
                .contains(column);
    }

    /** Whether an index is about a column. */
    static boolean of(Index index, String column, SqlExpression expressions) {
        return index.included().contains(column)
                || expressions.names(index.predicate()).contains(column)
                || index.parts().stream().anyMatch(part -> of(part, column, expressions));
    }

    private static boolean of(Index.Part part, String column, SqlExpression expressions) {
        return part instanceof Index.ColumnPart indexed
                ? indexed.name().equals(column)
                : expressions.names(((Index.ExpressionPart) part).text()).contains(column);
    }

    /** Whether a constraint of any table refers to a table. */
    static boolean refersTo(Constraint constraint, ObjectName table) {
        return constraint instanceof Constraint.ForeignKey key && key.target().equals(table);
    }

    /** Whether a constraint of any table refers to a column of a table. */
    static boolean refersTo(Constraint constraint, ObjectName table, String column) {
        return constraint instanceof Constraint.ForeignKey key
                && key.target().equals(table)
                && key.targetColumns().contains(column);
    }

    /** Whether a constraint of any table refers to a key of a table. */
    static boolean refersTo(Constraint constraint, ObjectName table, List<String> columns) {
        return constraint instanceof Constraint.ForeignKey key
                && key.target().equals(table)
                && Set.copyOf(key.targetColumns()).equals(Set.copyOf(columns));
    }
}
