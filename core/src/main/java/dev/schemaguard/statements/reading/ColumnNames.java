package dev.schemaguard.statements.reading;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.statements.OpenColumn;
import dev.schemaguard.statements.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.sf.jsqlparser.expression.DateUnitExpression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;

/**
 * What is written like a column in an expression, with or without a name before it.
 *
 * @param scope what names mean where the expression stands
 * @param names how names are spelled
 */
record ColumnNames(Scope scope, Names names) {

    /** Notes what the statement does with a column, if it is one. */
    void uses(Column column, Role role) {
        if (isQualified(column) && scope.called(qualifier(column)).isEmpty()) {
            unknownQualifier(column);
        } else {
            sources(column).forEach(source -> source.uses(role));
        }
    }

    /** The columns of tables that the name means. */
    List<Source> sources(Column column) {
        String name = names.name(column.getColumnName());
        if (isQualified(column)) {
            Optional<Relation> relation = scope.called(qualifier(column));
            return relation.map(called -> scope.resolve(called, name)).orElse(List.of());
        }
        return scope.resolve(name);
    }

    /** Whether it is a word for a unit of time, and no column. */
    boolean isUnit(Object parameter) {
        return parameter instanceof DateUnitExpression
                || parameter instanceof Column column
                        && !isQualified(column)
                        && Resolution.of(scope.relations(), names.name(column.getColumnName()))
                                        .knowledge()
                                != Relation.Knowledge.YES;
    }

    /** A sequence's next number, a field of a column of a composite type, or nothing that is known. */
    private void unknownQualifier(Column column) {
        ObjectName qualifier = qualifier(column);
        String name = column.getColumnName().toLowerCase(Locale.ROOT);
        if (name.equals("nextval") || name.equals("currval")) {
            scope.use().sequence(qualifier);
        } else if (!qualifier.isQualified()
                && Resolution.of(scope.relations(), qualifier.name()).isCertain()) {
            scope.resolve(qualifier.name()).forEach(source -> source.uses(Role.COMPARED));
        } else {
            scope.use().open(OpenColumn.ofNobody(names.name(column.getColumnName())));
        }
    }

    private static boolean isQualified(Column column) {
        Table table = column.getTable();
        return table != null && table.getName() != null && !table.getName().isEmpty();
    }

    private ObjectName qualifier(Column column) {
        return names.objectName(
                column.getTable().getSchemaName(), column.getTable().getName());
    }
}
