package dev.schemaguard.statements.reading;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.statements.Role;
import dev.schemaguard.statements.reading.Outputs.Output;
import dev.schemaguard.statements.reading.QueryWalk.Wanted;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.LateralSubSelect;
import net.sf.jsqlparser.statement.select.LateralView;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.TableFunction;
import org.jspecify.annotations.Nullable;

/** Brings what a statement takes its rows from into its scope. */
final class FromWalk {

    private final Scope scope;
    private final Names names;
    private final ExpressionWalk expressions;

    FromWalk(Scope scope, Names names) {
        this.scope = scope;
        this.names = names;
        this.expressions = new ExpressionWalk(scope, names);
    }

    /** Adds what stands there to the scope. */
    void read(FromItem item, StatementKind kind) {
        if (item.getPivot() != null || item.getUnPivot() != null) {
            throw new NotReadable("it turns rows into columns");
        }
        if (item instanceof Table table) {
            scope.add(table(table, kind));
        } else if (item instanceof ParenthesedFromItem inner) {
            read(inner.getFromItem(), kind);
            joins(inner.getJoins(), kind);
        } else if (item instanceof LateralSubSelect lateral) {
            scope.add(derived(lateral, scope.inner()));
        } else if (item instanceof Select query) {
            scope.add(derived(query, scope.beside()));
        } else if (item instanceof TableFunction function) {
            function.getFunctions().forEach(call -> expressions.walk(call, Role.COMPARED));
            scope.add(new FunctionRelation(alias(item), columns(item.getAlias()), names));
        } else {
            throw new NotReadable("it takes rows from something that is not understood");
        }
    }

    private Relation derived(Select query, Scope within) {
        Outputs outputs = new QueryWalk(within, names, Wanted.COLUMNS).read(query);
        return new DerivedRelation(alias(query), outputs.named(columns(query.getAlias())), names);
    }

    /** The table, or the query that goes by that name. */
    Relation table(Table table, StatementKind kind) {
        ObjectName written = names.objectName(table.getSchemaName(), table.getName());
        if (!written.isQualified()) {
            Optional<Outputs> query = scope.query(names.folded(written.name()));
            if (query.isPresent()) {
                Optional<String> called = alias(table).or(() -> Optional.of(written.name()));
                return new DerivedRelation(called, query.get().named(columns(table.getAlias())), names);
            }
        }
        Optional<dev.schemaguard.model.Table> expected = names.table(written);
        ObjectName name = expected.map(dev.schemaguard.model.Table::name).orElse(written);
        AccessDraft access = scope.use().access(name, kind);
        return new TableRelation(written, alias(table), columns(table.getAlias()), access, expected, names);
    }

    private Optional<String> alias(FromItem item) {
        return Optional.ofNullable(item.getAlias()).map(Alias::getName).map(names::name);
    }

    private List<String> columns(@Nullable Alias alias) {
        return alias == null || alias.getAliasColumns() == null
                ? List.of()
                : alias.getAliasColumns().stream()
                        .map(column -> names.name(column.name))
                        .toList();
    }

    /** Adds joined tables, and attributes what their rows are found by. */
    void joins(@Nullable List<Join> joins, StatementKind kind) {
        for (Join join : joins == null ? List.<Join>of() : joins) {
            List<Relation> left = scope.relations();
            read(join.getFromItem(), kind);
            List<Relation> right =
                    scope.relations().subList(left.size(), scope.relations().size());
            if (join.getUsingColumns() != null) {
                join.getUsingColumns().stream()
                        .map(Column::getColumnName)
                        .map(names::name)
                        .forEach(column -> merged(column, left, right));
            }
            if (join.isNatural()) {
                natural(left, right);
            }
            join.getOnExpressions().forEach(on -> expressions.walk(on, Role.COMPARED));
        }
    }

    private void merged(String column, List<Relation> left, List<Relation> right) {
        for (List<Relation> side : List.of(left, right)) {
            scope.merged(side, column).forEach(source -> source.uses(Role.COMPARED));
        }
    }

    /** Which columns a natural join compares, depends on which there are; those that both are known to have are meant. */
    private void natural(List<Relation> left, List<Relation> right) {
        for (Relation relation : right) {
            if (relation instanceof TableRelation table) {
                table.expected()
                        .ifPresent(expected -> expected.columns().stream()
                                .map(dev.schemaguard.model.Column::name)
                                .filter(column -> Resolution.of(left, column).knowledge() == Relation.Knowledge.YES)
                                .forEach(column -> merged(column, left, right)));
            } else if (relation instanceof DerivedRelation derived) {
                derived.outputs().columns().stream()
                        .map(Output::name)
                        .filter(column -> Resolution.of(left, column).knowledge() == Relation.Knowledge.YES)
                        .forEach(column -> merged(column, left, right));
            }
        }
    }

    void views(@Nullable List<LateralView> views) {
        for (LateralView view : views == null ? List.<LateralView>of() : views) {
            expressions.walk(view.getGeneratorFunction(), Role.COMPARED);
            scope.add(new FunctionRelation(Optional.empty(), List.of(), names));
        }
    }
}
