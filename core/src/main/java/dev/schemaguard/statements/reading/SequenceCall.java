package dev.schemaguard.statements.reading;

import dev.schemaguard.model.ObjectName;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.schema.Column;

/** A call of a function that takes a sequence: its name in a string (PostgreSQL, H2), or as it is (MariaDB). */
final class SequenceCall {

    private static final Set<String> FUNCTIONS = Set.of("nextval", "currval", "setval", "lastval");

    private SequenceCall() {}

    static boolean isOne(String function) {
        return FUNCTIONS.contains(function);
    }

    /** The sequence that it is called for; empty where that is a value of the program. */
    static Optional<ObjectName> sequence(Expression argument, Names names) {
        if (argument instanceof CastExpression cast) {
            return sequence(cast.getLeftExpression(), names);
        }
        if (argument instanceof StringValue literal && !literal.getValue().isBlank()) {
            return Optional.of(names.dialect().objectName(literal.getValue().strip()));
        }
        if (argument instanceof Column column) {
            String schema = column.getTable() == null ? null : column.getTable().getName();
            return Optional.of(names.objectName(schema, column.getColumnName()));
        }
        return Optional.empty();
    }
}
