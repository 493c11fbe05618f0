package dev.schemaguard.statements.reading;

import dev.schemaguard.model.ColumnType;
import dev.schemaguard.statements.Role;
import dev.schemaguard.statements.reading.QueryWalk.Wanted;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.DateUnitExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.LambdaExpression;
import net.sf.jsqlparser.expression.NextValExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TimeKeyExpression;
import net.sf.jsqlparser.expression.WindowDefinition;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.FullTextSearch;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/** Attributes the names in an expression; what it does with a column goes along as the context. */
final class ExpressionWalk extends ExpressionVisitorAdapter<Void> {

    /** Functions that take a unit of time as a word, which looks like a column. */
    private static final Set<String> OF_UNITS = Set.of(
            "timestampdiff", "timestampadd", "datediff", "dateadd", "date_diff", "date_add", "date_trunc", "extract");

    private final Scope scope;
    private final Names names;
    private final ColumnNames columns;

    ExpressionWalk(Scope scope, Names names) {
        this.scope = scope;
        this.names = names;
        this.columns = new ColumnNames(scope, names);
    }

    /** Attributes all names of an expression, if there is one. */
    void walk(@Nullable Expression expression, Role role) {
        if (expression != null) {
            expression.accept(this, bare(expression) ? role : Role.COMPARED);
        }
    }

    void walkAll(@Nullable List<? extends Expression> expressions, Role role) {
        if (expressions != null) {
            expressions.forEach(expression -> walk(expression, role));
        }
    }

    void order(@Nullable List<OrderByElement> elements) {
        if (elements != null) {
            elements.forEach(element -> walk(element.getExpression(), Role.ORDERED));
        }
    }

    /** Whether what is done with the expression is done with what it names; not with what another value is made of. */
    private static boolean bare(Expression expression) {
        return expression instanceof Column
                || expression instanceof DateUnitExpression
                || expression instanceof Select
                || expression instanceof AllColumns
                || expression instanceof ExpressionList<?> list && list.stream().allMatch(ExpressionWalk::bare);
    }

    @Override
    public <S> @Nullable Void visit(Column column, S context) {
        if (column.getArrayConstructor() != null) {
            walkAll(column.getArrayConstructor().getExpressions(), Role.COMPARED);
        }
        columns.uses(column, context instanceof Role said ? said : Role.COMPARED);
        return null;
    }

    /** A word for a unit of time is the name of a column, too: {@code where day = ?}. */
    @Override
    public <S> @Nullable Void visit(DateUnitExpression word, S context) {
        return visit(new Column(word.toString()), context);
    }

    /** A word for this moment, of which one is the name of a column, too. */
    @Override
    public <S> @Nullable Void visit(TimeKeyExpression moment, S context) {
        return moment.getStringValue().equalsIgnoreCase("current")
                ? visit(new Column(moment.getStringValue()), context)
                : null;
    }

    /** Whether there is a value is asked of a value of any type. */
    @Override
    public <S> @Nullable Void visit(IsNullExpression question, S context) {
        walk(question.getLeftExpression(), Role.READ);
        return null;
    }

    @Override
    public <S> @Nullable Void visit(AllTableColumns all, S context) {
        scope.called(names.objectName(
                        all.getTable().getSchemaName(), all.getTable().getName()))
                .ifPresent(Relation::all);
        return null;
    }

    /** Counts rows; where it gives columns, the query around sees to it. */
    @Override
    public <S> @Nullable Void visit(AllColumns all, S context) {
        return null;
    }

    /** Long chains of conditions lean to the left, and would go as deep as they are long. */
    @Override
    protected <S> @Nullable Void visitBinaryExpression(BinaryExpression expression, S context) {
        if (expression instanceof ComparisonOperator && expression.getRightExpression() instanceof StringValue) {
            // A text that is written down takes the type of what it is compared with.
            walk(expression.getLeftExpression(), Role.READ);
            return null;
        }
        walk(expression.getRightExpression(), Role.COMPARED);
        Expression left = expression.getLeftExpression();
        while (left instanceof BinaryExpression binary && !(binary instanceof ComparisonOperator)) {
            walk(binary.getRightExpression(), Role.COMPARED);
            left = binary.getLeftExpression();
        }
        walk(left, Role.COMPARED);
        return null;
    }

    @Override
    public <S> @Nullable Void visit(Function function, S context) {
        String name = function.getName() == null ? "" : function.getName().toLowerCase(Locale.ROOT);
        if (name.equals("in")) {
            throw new NotReadable("a word in front of IN is not read as the name of a column");
        }
        ExpressionList<?> parameters = function.getParameters();
        if (SequenceCall.isOne(name) && parameters != null && !parameters.isEmpty()) {
            SequenceCall.sequence((Expression) parameters.get(0), names).ifPresent(scope.use()::sequence);
            walkAll(parameters.subList(1, parameters.size()), Role.COMPARED);
            return null;
        }
        if (OF_UNITS.contains(name)
                && parameters != null
                && !parameters.isEmpty()
                && columns.isUnit(parameters.get(0))) {
            walkAll(parameters.subList(1, parameters.size()), Role.COMPARED);
            return null;
        }
        walkAll(parameters, Role.COMPARED);
        walkAll(function.getChainedParameters(), Role.COMPARED);
        walkAll(function.getNamedParameters(), Role.COMPARED);
        order(function.getOrderByElements());
        if (function.getKeep() != null) {
            order(function.getKeep().getOrderByElements());
        }
        return null;
    }

    /** What a window puts in order and together is no operand; the rest of the call is. */
    @Override
    public <S> @Nullable Void visit(AnalyticExpression call, S context) {
        WindowDefinition window = call.getWindowDefinition();
        if (window != null) {
            walk(window.getPartitionExpressionList(), Role.ORDERED);
            order(window.getOrderByElements());
            call.setWindowDefinition(null);
        }
        super.visit(call, context);
        call.setWindowDefinition(window);
        return null;
    }

    @Override
    public <S> @Nullable Void visit(CastExpression cast, S context) {
        if (cast.getColDataType() != null) {
            ColumnType.Named type = names.dialect().type(cast.getColDataType().toString());
            if (names.isType(type.name())) {
                scope.use().type(type.name());
            }
        }
        walk(cast.getLeftExpression(), Role.COMPARED);
        return null;
    }

    @Override
    public <S> @Nullable Void visit(NextValExpression next, S context) {
        List<String> parts = next.getNameList();
        String schema = parts.size() > 1 ? parts.get(parts.size() - 2) : null;
        scope.use().sequence(names.objectName(schema, parts.get(parts.size() - 1)));
        return null;
    }

    @Override
    public <S> @Nullable Void visit(FullTextSearch search, S context) {
        walkAll(search.getMatchColumns(), Role.COMPARED);
        walk(search.getAgainstValue(), Role.COMPARED);
        return null;
    }

    /** The names that a lambda binds are its own. */
    @Override
    public <S> @Nullable Void visit(LambdaExpression lambda, S context) {
        Scope within = scope.inner();
        within.add(new FunctionRelation(
                Optional.empty(),
                lambda.getIdentifiers().stream().map(names::name).toList(),
                names));
        new ExpressionWalk(within, names).walk(lambda.getExpression(), Role.COMPARED);
        return null;
    }

    /** Whether rows exist does not depend on their columns. */
    @Override
    public <S> @Nullable Void visit(ExistsExpression exists, S context) {
        if (exists.getRightExpression() instanceof Select query) {
            new QueryWalk(scope.inner(), names, Wanted.ROWS).read(query);
        } else {
            walk(exists.getRightExpression(), Role.COMPARED);
        }
        return null;
    }

    @Override
    public <S> @Nullable Void visit(ParenthesedSelect query, S context) {
        return subquery(query, context);
    }

    @Override
    public <S> @Nullable Void visit(Select query, S context) {
        return subquery(query, context);
    }

    private <S> @Nullable Void subquery(Select query, S context) {
        Wanted wanted = context == Role.READ ? Wanted.COLUMNS : Wanted.COMPARED_COLUMNS;
        new QueryWalk(scope.inner(), names, wanted).read(query);
        return null;
    }
}
