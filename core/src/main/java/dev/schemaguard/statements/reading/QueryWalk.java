package dev.schemaguard.statements.reading;

import dev.schemaguard.model.StatementKind;
import dev.schemaguard.statements.Role;
import dev.schemaguard.statements.reading.Outputs.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.Distinct;
import net.sf.jsqlparser.statement.select.GroupByElement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.TableStatement;
import net.sf.jsqlparser.statement.select.Values;
import org.jspecify.annotations.Nullable;

/** Attributes the names of one query, in the order in which a server does it. */
final class QueryWalk {

    private static final Pattern PLACE = Pattern.compile("[1-9][0-9]{0,3}");

    private final Scope scope;
    private final Names names;
    private final Wanted wanted;
    private final ExpressionWalk expressions;

    QueryWalk(Scope scope, Names names, Wanted wanted) {
        this.scope = scope;
        this.names = names;
        this.wanted = wanted;
        this.expressions = new ExpressionWalk(scope, names);
    }

    /** Reads the query, and says which columns it gives. */
    Outputs read(Select query) {
        new NamedQueries(scope, names).read(query.getWithItemsList());
        Outputs outputs = body(query);
        scope.selects(outputs);
        order(query);
        if (query.getLimit() != null) {
            expressions.walk(query.getLimit().getRowCount(), Role.COMPARED);
            expressions.walk(query.getLimit().getOffset(), Role.COMPARED);
        }
        return outputs;
    }

    private Outputs body(Select query) {
        if (query instanceof PlainSelect plain) {
            return plain(plain);
        }
        if (query instanceof ParenthesedSelect inner) {
            return new QueryWalk(scope.inner(), names, wanted).read(inner.getSelect());
        }
        if (query instanceof SetOperationList several) {
            return combined(several);
        }
        if (query instanceof Values values) {
            return values(values);
        }
        if (query instanceof TableStatement table) {
            Relation relation = new FromWalk(scope, names).table(table.getTable(), StatementKind.SELECT);
            return relation.all();
        }
        throw new NotReadable("it has a part that is not understood");
    }

    private Outputs combined(SetOperationList several) {
        Optional<Outputs> all = Optional.empty();
        for (Select part : several.getSelects()) {
            Outputs next = new QueryWalk(scope.inner(), names, wanted).read(part);
            all = Optional.of(all.map(first -> first.combinedWith(next)).orElse(next));
        }
        return all.orElse(Outputs.NONE);
    }

    private Outputs values(Values values) {
        ExpressionList<?> rows = values.getExpressions();
        expressions.walkAll(rows, Role.COMPARED);
        boolean ofRows = !rows.isEmpty() && rows.get(0) instanceof ExpressionList<?>;
        int count = ofRows && rows.get(0) instanceof ExpressionList<?> first ? first.size() : rows.size();
        List<Output> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            columns.add(new Output(Outputs.UNNAMED, List.of()));
        }
        return new Outputs(columns, List.of());
    }

    private Outputs plain(PlainSelect select) {
        FromWalk from = new FromWalk(scope, names);
        if (select.getFromItem() != null) {
            from.read(select.getFromItem(), StatementKind.SELECT);
        }
        from.joins(select.getJoins(), StatementKind.SELECT);
        from.views(select.getLateralViews());
        Outputs outputs = items(select.getSelectItems());
        Distinct distinct = select.getDistinct();
        if (distinct != null && distinct.getOnSelectItems() != null) {
            distinct.getOnSelectItems().forEach(item -> expressions.walk(item.getExpression(), Role.ORDERED));
        }
        scope.selects(outputs);
        expressions.walk(select.getWhere(), Role.COMPARED);
        group(select.getGroupBy());
        expressions.walk(select.getHaving(), Role.COMPARED);
        expressions.walk(select.getQualify(), Role.COMPARED);
        if (select.getOracleHierarchical() != null) {
            select.getOracleHierarchical().accept(expressions, Role.COMPARED);
        }
        if (select.getWindowDefinitions() != null) {
            select.getWindowDefinitions().forEach(window -> {
                expressions.walk(window.getPartitionExpressionList(), Role.ORDERED);
                expressions.order(window.getOrderByElements());
            });
        }
        return outputs;
    }

    /** What a list of columns gives; that of RETURNING as well. */
    Outputs items(@Nullable List<SelectItem<?>> items) {
        List<Output> columns = new ArrayList<>();
        List<Relation> behind = new ArrayList<>();
        for (SelectItem<?> item : items == null ? List.<SelectItem<?>>of() : items) {
            Outputs given = item(item);
            columns.addAll(given.columns());
            behind.addAll(given.behind());
        }
        return new Outputs(columns, behind);
    }

    private Outputs item(SelectItem<?> item) {
        Expression expression = item.getExpression();
        if (expression instanceof AllTableColumns all) {
            return scope.called(names.objectName(
                            all.getTable().getSchemaName(), all.getTable().getName()))
                    .map(relation -> wanted == Wanted.ROWS ? Outputs.NONE : relation.all())
                    .orElse(Outputs.NONE);
        }
        if (expression instanceof AllColumns) {
            return wanted == Wanted.ROWS ? Outputs.NONE : everything();
        }
        expressions.walk(expression, wanted.role);
        List<Source> sources =
                expression instanceof Column column ? new ColumnNames(scope, names).sources(column) : List.of();
        return new Outputs(List.of(new Output(name(item), sources)), List.of());
    }

    private Outputs everything() {
        List<Output> columns = new ArrayList<>();
        List<Relation> behind = new ArrayList<>();
        for (Relation relation : scope.relations()) {
            Outputs all = relation.all();
            columns.addAll(all.columns());
            behind.addAll(all.behind());
        }
        return new Outputs(columns, behind);
    }

    private String name(SelectItem<?> item) {
        if (item.getAlias() != null) {
            return names.name(item.getAlias().getName());
        }
        if (item.getExpression() instanceof Column column) {
            return names.name(column.getColumnName());
        }
        return item.getExpression() instanceof Function function && function.getMultipartName() != null
                ? names.name(function.getMultipartName()
                        .get(function.getMultipartName().size() - 1))
                : Outputs.UNNAMED;
    }

    private void group(@Nullable GroupByElement group) {
        if (group != null) {
            expressions.walkAll(group.getGroupByExpressionList(), Role.ORDERED);
            for (Object expression : group.getGroupByExpressionList()) {
                numbered(expression).ifPresent(QueryWalk::orders);
            }
            if (group.getGroupingSets() != null) {
                group.getGroupingSets().forEach(set -> expressions.walkAll(set, Role.ORDERED));
            }
        }
    }

    /** What stands alone behind ORDER BY is first a column that the query gives (SQL:2016, 7.17). */
    private void order(Select query) {
        if (query.getOrderByElements() == null) {
            return;
        }
        query.getOrderByElements().forEach(element -> {
            Optional<Output> given = element.getExpression() instanceof Column column && column.getTable() == null
                    ? scope.selected(names.name(column.getColumnName()))
                    : numbered(element.getExpression());
            if (given.isPresent()) {
                orders(given.get());
            } else if (!(query instanceof SetOperationList)) {
                expressions.walk(element.getExpression(), Role.ORDERED);
            }
        });
    }

    /** A number alone is the place of a column that the query gives (PostgreSQL and MySQL manuals, SELECT). */
    private Optional<Output> numbered(Object expression) {
        return expression instanceof LongValue number
                        && PLACE.matcher(number.getStringValue()).matches()
                ? scope.selected(Integer.parseInt(number.getStringValue()))
                : Optional.empty();
    }

    private static void orders(Output output) {
        output.sources().forEach(source -> source.uses(Role.ORDERED));
    }

    /** What is made of a query's result. */
    enum Wanted {
        /** The program gets its columns, or a query around it does. */
        COLUMNS(Role.READ),
        /** They are compared with something. */
        COMPARED_COLUMNS(Role.COMPARED),
        /** Only whether there are rows. */
        ROWS(Role.COMPARED);

        private final Role role;

        Wanted(Role role) {
            this.role = role;
        }
    }
}
