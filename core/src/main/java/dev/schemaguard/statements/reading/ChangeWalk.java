package dev.schemaguard.statements.reading;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.statements.Role;
import dev.schemaguard.statements.reading.QueryWalk.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.ReturningClause;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.merge.Merge;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.update.UpdateSet;
import net.sf.jsqlparser.statement.upsert.Upsert;
import org.jspecify.annotations.Nullable;

/** Attributes the names of a statement that changes rows. */
final class ChangeWalk {

    private final Scope scope;
    private final Names names;
    private final ExpressionWalk expressions;

    ChangeWalk(Scope scope, Names names) {
        this.scope = scope;
        this.names = names;
        this.expressions = new ExpressionWalk(scope, names);
    }

    /** Reads any statement. */
    static void read(Statement statement, Scope scope, Names names) {
        ChangeWalk walk = new ChangeWalk(scope, names);
        if (statement instanceof Select query) {
            new QueryWalk(scope, names, Wanted.COLUMNS).read(query);
        } else if (statement instanceof Insert insert) {
            walk.insert(insert);
        } else if (statement instanceof Update update) {
            walk.update(update);
        } else if (statement instanceof Delete delete) {
            walk.delete(delete);
        } else if (statement instanceof Merge merge) {
            walk.named(merge.getWithItemsList());
            new MergeWalk(scope, names).read(merge);
        } else if (statement instanceof Upsert upsert) {
            new InsertWalk(scope, names).read(upsert);
        } else {
            throw new NotReadable("the parser takes it for something that neither reads nor writes rows");
        }
    }

    private void named(@Nullable List<net.sf.jsqlparser.statement.select.WithItem<?>> items) {
        new NamedQueries(scope, names).read(items);
    }

    Outputs insert(Insert insert) {
        named(insert.getWithItemsList());
        return new InsertWalk(scope, names).read(insert);
    }

    /** An update: the tables beside the first one are read, unless they are given values, too (MySQL manual, 15.2.17). */
    Outputs update(Update update) {
        named(update.getWithItemsList());
        FromWalk from = new FromWalk(scope, names);
        List<ObjectName> written = new ArrayList<>();
        for (UpdateSet set : update.getUpdateSets()) {
            set.getColumns().forEach(column -> qualifier(column).ifPresent(written::add));
        }
        if (!update.isTargetTableAlias()) {
            target(from, update.getTable(), StatementKind.UPDATE);
        }
        others(from, update.getStartJoins(), written, StatementKind.UPDATE);
        if (update.getFromItem() != null) {
            FromItem item = update.getFromItem();
            boolean target = update.isTargetTableAlias() && isNamed(item, update.getTable());
            from.read(item, target ? StatementKind.UPDATE : StatementKind.SELECT);
        }
        from.joins(update.getJoins(), StatementKind.SELECT);
        boolean several =
                update.getStartJoins() != null && !update.getStartJoins().isEmpty();
        set(update.getUpdateSets(), several ? scope : alone(StatementKind.UPDATE));
        expressions.walk(update.getWhere(), Role.COMPARED);
        expressions.order(update.getOrderByElements());
        return returning(update.getReturningClause());
    }

    /** The scope of the one table that is changed, whatever is read beside it. */
    private Scope alone(StatementKind kind) {
        Scope target = scope.beside();
        scope.relations().stream()
                .filter(relation -> relation instanceof TableRelation table
                        && table.access().kind() == kind)
                .findFirst()
                .ifPresent(target::add);
        return target;
    }

    private boolean isNamed(FromItem item, Table target) {
        return item.getAlias() != null
                && names.isSame(names.name(item.getAlias().getName()), names.name(target.getName()));
    }

    private void target(FromWalk from, Table table, StatementKind kind) {
        scope.add(from.table(table, kind));
    }

    /** Joined tables, which are changed where something names them as targets. */
    private void others(FromWalk from, @Nullable List<Join> joins, List<ObjectName> targets, StatementKind kind) {
        for (Join join : joins == null ? List.<Join>of() : joins) {
            FromItem item = join.getFromItem();
            boolean changed = item instanceof Table table
                    && targets.stream().anyMatch(target -> unused(table).isCalled(target));
            from.joins(List.of(join), changed ? kind : StatementKind.SELECT);
        }
    }

    private Optional<ObjectName> qualifier(Column column) {
        Table table = column.getTable();
        return table == null || table.getName() == null || table.getName().isEmpty()
                ? Optional.empty()
                : Optional.of(names.objectName(table.getSchemaName(), table.getName()));
    }

    /** The columns that get values, and what these are made of. */
    void set(List<UpdateSet> sets, Scope target) {
        ExpressionWalk targets = new ExpressionWalk(target, names);
        for (UpdateSet set : sets) {
            set.getColumns().forEach(column -> targets.walk(column, Role.WRITTEN));
            for (Object value : set.getValues()) {
                expressions.walk((Expression) value, Role.READ);
            }
        }
    }

    /** A delete: of the tables named first where there are such (MySQL manual, 15.2.2), else of the one. */
    Outputs delete(Delete delete) {
        named(delete.getWithItemsList());
        FromWalk from = new FromWalk(scope, names);
        List<ObjectName> targets = new ArrayList<>();
        for (Table table : delete.getTables() == null ? List.<Table>of() : delete.getTables()) {
            targets.add(names.objectName(table.getSchemaName(), table.getName()));
        }
        Table first = delete.getTable();
        boolean changed = targets.isEmpty()
                || targets.stream().anyMatch(target -> unused(first).isCalled(target));
        target(from, first, changed ? StatementKind.DELETE : StatementKind.SELECT);
        if (delete.getUsingFromItemList() != null) {
            delete.getUsingFromItemList().forEach(item -> from.read(item, StatementKind.SELECT));
        }
        others(from, delete.getJoins(), targets, StatementKind.DELETE);
        expressions.walk(delete.getWhere(), Role.COMPARED);
        expressions.order(delete.getOrderByElements());
        return returning(delete.getReturningClause());
    }

    /** The table as it is called, without an access to it. */
    private Relation unused(Table table) {
        return new FromWalk(Scope.of(new UseDraft()), names).table(table, StatementKind.SELECT);
    }

    Outputs returning(@Nullable ReturningClause clause) {
        List<SelectItem<?>> items = clause == null ? List.of() : clause;
        return new QueryWalk(scope, names, Wanted.COLUMNS).items(items);
    }
}
