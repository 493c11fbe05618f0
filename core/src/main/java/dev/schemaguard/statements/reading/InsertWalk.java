package dev.schemaguard.statements.reading;

import dev.schemaguard.model.StatementKind;
import dev.schemaguard.statements.ConflictTarget;
import dev.schemaguard.statements.Role;
import dev.schemaguard.statements.reading.QueryWalk.Wanted;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.insert.InsertConflictAction;
import net.sf.jsqlparser.statement.insert.InsertConflictTarget;
import net.sf.jsqlparser.statement.insert.InsertDuplicateAction;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.update.UpdateSet;
import net.sf.jsqlparser.statement.upsert.Upsert;
import org.jspecify.annotations.Nullable;

/**
 * Attributes the names of an insert. One that becomes an update for rows that exist is two accesses: an upsert, which writes the
 * columns of the list, and an update, which writes those of its SET.
 */
final class InsertWalk {

    private final Scope scope;
    private final Names names;

    InsertWalk(Scope scope, Names names) {
        this.scope = scope;
        this.names = names;
    }

    Outputs read(Insert insert) {
        if (insert.isOracleMultiInsert()) {
            throw new NotReadable("it inserts into several tables");
        }
        Optional<ConflictTarget> conflict = conflict(insert);
        StatementKind kind = conflict.isPresent() ? StatementKind.UPSERT : StatementKind.INSERT;
        TableRelation target = target(insert.getTable(), kind);
        conflict.ifPresent(target.access()::meets);
        if (insert.getSetUpdateSets() != null) {
            sets(insert.getSetUpdateSets(), target, scope);
        } else {
            boolean listed = insert.getColumns() != null && !insert.getColumns().isEmpty();
            list(insert.getColumns(), listed || insert.isOnlyDefaultValues(), target);
        }
        rows(insert.getSelect());
        if (insert.getConflictTarget() != null) {
            indexed(insert.getConflictTarget(), target);
        }
        InsertConflictAction action = insert.getConflictAction();
        if (action != null && action.getUpdateSets() != null) {
            update(insert, action.getUpdateSets(), action.getWhereExpression(), target);
        }
        InsertDuplicateAction duplicate = insert.getDuplicateAction();
        if (duplicate != null && duplicate.getUpdateSets() != null) {
            update(insert, duplicate.getUpdateSets(), duplicate.getWhereExpression(), target);
        }
        Scope written = scope.inner();
        written.add(target);
        return new ChangeWalk(written, names).returning(insert.getReturningClause());
    }

    /** {@code REPLACE} deletes the row that exists (MySQL manual, 15.2.12; SQLite, ON CONFLICT clause). */
    void read(Upsert upsert) {
        TableRelation target = target(upsert.getTable(), StatementKind.UPSERT);
        target.access().meets(new ConflictTarget.AnyKey());
        scope.use().access(target.access().table(), StatementKind.DELETE);
        if (upsert.getUpdateSets() != null) {
            sets(upsert.getUpdateSets(), target, scope);
        } else {
            boolean listed = upsert.getColumns() != null && !upsert.getColumns().isEmpty();
            list(upsert.getColumns(), listed, target);
        }
        new ExpressionWalk(scope, names).walk(upsert.getExpressions(), Role.READ);
        rows(upsert.getSelect());
    }

    private TableRelation target(Table table, StatementKind kind) {
        Scope alone = Scope.of(scope.use());
        if (new FromWalk(alone, names).table(table, kind) instanceof TableRelation relation) {
            return relation;
        }
        throw new NotReadable("it inserts into something that is no table");
    }

    private void list(@Nullable List<Column> columns, boolean listed, TableRelation target) {
        if (!listed) {
            target.access().usesEveryColumn();
        } else if (columns != null) {
            columns.forEach(column -> write(column, target));
        }
    }

    private void write(Column column, TableRelation target) {
        target.sources(names.name(column.getColumnName())).forEach(source -> source.uses(Role.WRITTEN));
    }

    private void sets(List<UpdateSet> sets, TableRelation target, Scope values) {
        ExpressionWalk walk = new ExpressionWalk(values, names);
        for (UpdateSet set : sets) {
            set.getColumns().forEach(column -> write(column, target));
            for (Object value : set.getValues()) {
                walk.walk((Expression) value, Role.READ);
            }
        }
    }

    private void rows(@Nullable Select rows) {
        if (rows != null) {
            new QueryWalk(scope.inner(), names, Wanted.COLUMNS).read(rows);
        }
    }

    /** The update of a row that exists sees that row, and the one that was to be inserted. */
    private void update(Insert insert, List<UpdateSet> sets, @Nullable Expression where, TableRelation target) {
        Scope within = scope.inner();
        Relation existing = new FromWalk(Scope.of(scope.use()), names).table(insert.getTable(), StatementKind.UPDATE);
        within.add(existing);
        within.add(new ProposedRow(proposed(insert), target));
        if (existing instanceof TableRelation table) {
            sets(sets, table, within);
        }
        new ExpressionWalk(within, names).walk(where, Role.COMPARED);
    }

    private Set<String> proposed(Insert insert) {
        Set<String> called = new HashSet<>();
        called.add(names.name("excluded"));
        if (insert.getRowAlias() != null) {
            called.add(names.name(insert.getRowAlias().getName()));
        }
        return called;
    }

    private void indexed(InsertConflictTarget conflict, TableRelation target) {
        Scope within = scope.inner();
        within.add(target);
        ExpressionWalk walk = new ExpressionWalk(within, names);
        conflict.getIndexColumnNames().stream()
                .filter(InsertWalk::isName)
                .flatMap(column -> target.sources(names.name(column)).stream())
                .forEach(source -> source.uses(Role.COMPARED));
        walk.walk(conflict.getIndexExpression(), Role.COMPARED);
        walk.walk(conflict.getWhereExpression(), Role.COMPARED);
    }

    private static boolean isName(@Nullable String indexed) {
        return indexed != null && indexed.matches("[\\p{L}_][\\p{L}\\p{N}_$]*|\"[^\"]+\"|`[^`]+`");
    }

    /** What an insert takes for the same row; empty where it is none that looks for it. */
    private Optional<ConflictTarget> conflict(Insert insert) {
        boolean ignores = insert.isModifierIgnore() || insert.getDuplicateAction() != null;
        if (insert.getConflictAction() == null) {
            return ignores ? Optional.of(new ConflictTarget.AnyKey()) : Optional.empty();
        }
        InsertConflictTarget written = insert.getConflictTarget();
        if (written == null) {
            return Optional.of(new ConflictTarget.AnyKey());
        }
        if (written.getConstraintName() != null) {
            return Optional.of(new ConflictTarget.Constraint(names.name(written.getConstraintName())));
        }
        List<String> columns = written.getIndexColumnNames();
        boolean plain = written.getIndexExpression() == null && columns.stream().allMatch(InsertWalk::isName);
        if (!plain || columns.isEmpty()) {
            return Optional.of(new ConflictTarget.Condition());
        }
        Set<String> spelled = new HashSet<>();
        TableRelation target = target(insert.getTable(), StatementKind.UPSERT);
        columns.forEach(column -> target.sources(names.name(column)).forEach(source -> spelled.add(source.column())));
        return Optional.of(new ConflictTarget.Columns(spelled, written.getWhereExpression() != null));
    }
}
