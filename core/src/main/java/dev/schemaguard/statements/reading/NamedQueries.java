package dev.schemaguard.statements.reading;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.statements.reading.QueryWalk.Wanted;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.ParenthesedDelete;
import net.sf.jsqlparser.statement.insert.ParenthesedInsert;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.ParenthesedUpdate;
import org.jspecify.annotations.Nullable;

/** Reads the queries of a WITH, those that change data and those that refer to themselves included. */
final class NamedQueries {

    private final Scope scope;
    private final Names names;

    NamedQueries(Scope scope, Names names) {
        this.scope = scope;
        this.names = names;
    }

    void read(@Nullable List<WithItem<?>> items) {
        if (items == null) {
            return;
        }
        boolean recursive = items.stream().anyMatch(WithItem::isRecursive);
        for (WithItem<?> item : items) {
            if (item.getAlias() == null || item.getParenthesedStatement() == null) {
                throw new NotReadable("it declares a function");
            }
            String name = names.name(item.getAlias().getName());
            // Some databases need no word for it; but where there is a table of that name, that is meant.
            boolean itself = recursive || names.table(ObjectName.of(name)).isEmpty();
            scope.name(names.folded(name), one(item, name, itself));
        }
    }

    private Outputs one(WithItem<?> item, String name, boolean mayMeanItself) {
        List<String> columns = columns(item);
        Scope within = scope.inner();
        if (!(item.getParenthesedStatement() instanceof ParenthesedSelect query)) {
            return change(item, within).named(columns);
        }
        if (query.getSelect() instanceof SetOperationList several && mayMeanItself) {
            return recursive(several, within, name, columns);
        }
        return new QueryWalk(within, names, Wanted.COLUMNS).read(query).named(columns);
    }

    /** The first part says which columns there are, for the others refer to them. */
    private Outputs recursive(SetOperationList several, Scope within, String name, List<String> columns) {
        new NamedQueries(within, names).read(several.getWithItemsList());
        Outputs all = Outputs.NONE;
        for (int i = 0; i < several.getSelects().size(); i++) {
            Select part = several.getSelects().get(i);
            Outputs next = new QueryWalk(within.inner(), names, Wanted.COLUMNS).read(part);
            all = i == 0 ? next.named(columns) : all.combinedWith(next);
            within.name(names.folded(name), all);
        }
        within.selects(all);
        new ExpressionWalk(within, names).order(several.getOrderByElements());
        return all;
    }

    private Outputs change(WithItem<?> item, Scope within) {
        Statement statement = item.getParenthesedStatement();
        ChangeWalk walk = new ChangeWalk(within, names);
        if (statement instanceof ParenthesedInsert insert) {
            return walk.insert(insert.getInsert());
        }
        if (statement instanceof ParenthesedUpdate update) {
            return walk.update(update.getUpdate());
        }
        if (statement instanceof ParenthesedDelete delete) {
            return walk.delete(delete.getDelete());
        }
        throw new NotReadable("it has a statement in its WITH that is not understood");
    }

    private List<String> columns(WithItem<?> item) {
        List<String> columns = new ArrayList<>();
        if (item.getWithItemList() != null) {
            item.getWithItemList().forEach(column -> columns.add(names.name(column.toString())));
        }
        return columns;
    }
}
