package dev.schemaguard.statements.reading;

import dev.schemaguard.model.StatementKind;
import dev.schemaguard.statements.ConflictTarget;
import dev.schemaguard.statements.Role;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.merge.Merge;
import net.sf.jsqlparser.statement.merge.MergeDelete;
import net.sf.jsqlparser.statement.merge.MergeInsert;
import net.sf.jsqlparser.statement.merge.MergeOperation;
import net.sf.jsqlparser.statement.merge.MergeUpdate;

/** Attributes the names of a MERGE, which does each of its operations to the same table. */
final class MergeWalk {

    private final Scope scope;
    private final Names names;
    private final Map<StatementKind, TableRelation> targets = new EnumMap<>(StatementKind.class);

    MergeWalk(Scope scope, Names names) {
        this.scope = scope;
        this.names = names;
    }

    void read(Merge merge) {
        merge.getOperations().forEach(operation -> target(merge, kind(operation)));
        new FromWalk(scope, names).read(merge.getFromItem(), StatementKind.SELECT);
        // What is compared with the source is compared by one of the accesses; the first is the gravest.
        Optional<TableRelation> met = targets.values().stream().findFirst();
        met.ifPresent(scope::add);
        ExpressionWalk expressions = new ExpressionWalk(scope, names);
        expressions.walk(merge.getOnCondition(), Role.COMPARED);
        for (MergeOperation operation : merge.getOperations()) {
            read(operation, expressions);
        }
        new ChangeWalk(scope, names).returning(merge.getReturningClause());
    }

    private static StatementKind kind(MergeOperation operation) {
        if (operation instanceof MergeInsert) {
            return StatementKind.UPSERT;
        }
        return operation instanceof MergeDelete ? StatementKind.DELETE : StatementKind.UPDATE;
    }

    private void target(Merge merge, StatementKind kind) {
        if (new FromWalk(Scope.of(scope.use()), names).table(merge.getTable(), kind) instanceof TableRelation table) {
            targets.put(kind, table);
            if (kind == StatementKind.UPSERT) {
                table.access().meets(new ConflictTarget.Condition());
            }
        } else {
            throw new NotReadable("it merges into something that is no table");
        }
    }

    private void read(MergeOperation operation, ExpressionWalk expressions) {
        if (operation instanceof MergeInsert insert) {
            expressions.walk(insert.getAndPredicate(), Role.COMPARED);
            expressions.walk(insert.getWhereCondition(), Role.COMPARED);
            expressions.walkAll(insert.getValues(), Role.READ);
            insert(insert);
        } else if (operation instanceof MergeUpdate update) {
            expressions.walk(update.getAndPredicate(), Role.COMPARED);
            expressions.walk(update.getWhereCondition(), Role.COMPARED);
            if (update.getDeleteWhereCondition() != null) {
                throw new NotReadable("it deletes what it has updated");
            }
            Scope written = scope.inner();
            Optional.ofNullable(targets.get(StatementKind.UPDATE)).ifPresent(written::add);
            update.getUpdateSets().forEach(set -> new ChangeWalk(scope, names).set(java.util.List.of(set), written));
        } else if (operation instanceof MergeDelete delete) {
            expressions.walk(delete.getAndPredicate(), Role.COMPARED);
        }
    }

    private void insert(MergeInsert insert) {
        Optional<TableRelation> target = Optional.ofNullable(targets.get(StatementKind.UPSERT));
        if (insert.getColumns() == null || insert.getColumns().isEmpty()) {
            target.ifPresent(table -> table.access().usesEveryColumn());
            return;
        }
        for (Column column : insert.getColumns()) {
            target.ifPresent(table ->
                    table.sources(names.name(column.getColumnName())).forEach(source -> source.uses(Role.WRITTEN)));
        }
    }
}
