package dev.schemaguard.database.postgres.ddl.query;

import dev.schemaguard.ddl.change.Rows;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.FunctionAllColumns;
import net.sf.jsqlparser.statement.select.SelectItem;
import org.jspecify.annotations.Nullable;

/** Reads what a query selects, with the names that the server gives (FigureColname of its parser). */
final class SelectItems {

    /** Types that are one word, perhaps with numbers; how the parser writes others again is not relied on. */
    private static final Pattern PLAIN_TYPE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*( ?\\([0-9]+(, ?[0-9]+)?\\))?");

    /** Constants that look like columns. */
    private static final Set<String> CONSTANTS = Set.of("true", "false", "null", "default");

    /** What looks like a call and goes by another name. */
    private static final Set<String> OTHER_NAMES = Set.of("trim", "extract", "cast", "try_cast", "position", "if");

    private final Dialect dialect;

    SelectItems(Dialect dialect) {
        this.dialect = dialect;
    }

    Rows.Item read(SelectItem<?> item) {
        Expression expression = item.getExpression();
        if (expression instanceof AllColumns all) {
            return all(all);
        }
        if (expression instanceof FunctionAllColumns) {
            return new Rows.All(Optional.of(ObjectName.of("")));
        }
        Optional<String> name = item.getAlias() == null
                ? name(expression)
                : alias(item.getAlias().getName());
        if (name.isEmpty()) {
            return Rows.Item.UNNAMED;
        }
        if (expression instanceof Column column && column.getArrayConstructor() == null) {
            return new Rows.OfColumn(
                    name.get(), qualifier(column.getTable()), dialect.identifier(column.getColumnName()));
        }
        return new Rows.Value(name.get(), expression instanceof CastExpression cast ? type(cast) : ColumnType.UNSTATED);
    }

    private Rows.Item all(AllColumns all) {
        boolean ours = all.getExceptColumns() == null && all.getReplaceExpressions() == null;
        if (!ours) {
            return new Rows.All(Optional.of(ObjectName.of("")));
        }
        return new Rows.All(
                all instanceof AllTableColumns of ? Optional.of(name(of.getTable(), dialect)) : Optional.empty());
    }

    /** An alias in single quotes is none, but the literal of a type. */
    private Optional<String> alias(String written) {
        return written.startsWith("'") ? Optional.empty() : Optional.of(dialect.identifier(written));
    }

    private Optional<String> name(Expression expression) {
        if (expression instanceof Column column) {
            String name = column.getColumnName();
            boolean constant = column.getTable() == null && CONSTANTS.contains(name.toLowerCase(Locale.ROOT));
            return constant ? Optional.empty() : Optional.of(dialect.identifier(name));
        }
        if (expression instanceof Function function) {
            boolean plain = function.getAttribute() == null && function.getKeep() == null;
            return plain ? called(function.getMultipartName()) : Optional.empty();
        }
        if (expression instanceof AnalyticExpression call) {
            return called(List.of(call.getName()));
        }
        if (expression instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
            return name((Expression) list.get(0));
        }
        // A cast has the name of what it casts, where that has one.
        return expression instanceof CastExpression cast && isPlain(cast)
                ? name(cast.getLeftExpression())
                : Optional.empty();
    }

    private Optional<String> called(List<String> function) {
        String name = dialect.identifier(function.get(function.size() - 1));
        return OTHER_NAMES.contains(name) ? Optional.empty() : Optional.of(name);
    }

    private ColumnType type(CastExpression cast) {
        String written = String.valueOf(cast.getColDataType());
        return isPlain(cast) && PLAIN_TYPE.matcher(written).matches() ? dialect.type(written) : ColumnType.UNSTATED;
    }

    private static boolean isPlain(CastExpression cast) {
        return cast.getColDataType() != null && !cast.isImplicitCast() && cast.getFormat() == null;
    }

    private Optional<ObjectName> qualifier(@Nullable Table table) {
        return table == null || table.getName() == null || table.getName().isEmpty()
                ? Optional.empty()
                : Optional.of(name(table, dialect));
    }

    static ObjectName name(Table table, Dialect dialect) {
        String name = dialect.identifier(table.getName());
        return table.getSchemaName() == null
                ? ObjectName.of(name)
                : ObjectName.of(dialect.identifier(table.getSchemaName()), name);
    }
}
