package dev.schemaguard.database.postgres.fix;

import dev.schemaguard.drift.ColumnDrift;
import dev.schemaguard.fix.ColumnSql;
import dev.schemaguard.fix.FixBuilder;
import dev.schemaguard.fix.FixContext;
import dev.schemaguard.fix.Hazards;
import dev.schemaguard.fix.Phase;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds columns, and says what can be done about one too many. */
final class ColumnFixes {

    private final FixContext context;
    private final ObjectFixes objects;
    private final KeyFixes keys;
    private final NullFixes nulls;

    ColumnFixes(FixContext context, ObjectFixes objects, KeyFixes keys, NullFixes nulls) {
        this.context = context;
        this.objects = objects;
        this.keys = keys;
        this.nulls = nulls;
    }

    FixBuilder missing(ColumnDrift.Missing drift) {
        Optional<Table> live = context.liveTable(drift.where());
        Optional<Table> inherited = context.inheritedFrom(drift.where(), drift.name());
        FixBuilder recipe = inherited
                .map(parent -> missing(new ColumnDrift.Missing(
                        parent,
                        context.placed(parent.name()),
                        parent.column(drift.name()).orElseThrow())))
                .orElseGet(() -> own(drift, live));
        // A column is inherited, a key over it is not.
        live.filter(found -> recipe.isSafe())
                .ifPresent(found -> rulesOver(drift, found).forEach(recipe::besides));
        return recipe;
    }

    private FixBuilder own(ColumnDrift.Missing drift, Optional<Table> live) {
        ColumnSql column = new ColumnSql(drift.column(), context.sql());
        boolean holdsRows = live.map(Table::kind).orElse(TableKind.TABLE).holdsRows();
        if (!holdsRows) {
            return new FixBuilder().noSafeFix("a view or foreign table stands for the table; change its definition");
        }
        Optional<String> gap = column.gap();
        if (gap.isPresent()) {
            return new FixBuilder().noSafeFix(gap.get());
        }
        FixBuilder recipe = new FixBuilder();
        objects.typeOf(recipe, drift.column());
        objects.sequenceBehind(recipe, drift.column(), drift.where());
        add(recipe, column, drift.where());
        objects.ownSequence(recipe, drift.column(), drift.where());
        return recipe;
    }

    private void add(FixBuilder recipe, ColumnSql column, ObjectName where) {
        String add = alter(where) + " ADD COLUMN ";
        boolean numbered = column.column().identity().generates()
                || column.column().generation().isComputed();
        if (numbered) {
            recipe.step(Phase.COLUMN, add + column.definition(), Hazards.REWRITE)
                    .addWhereEmpty(where, Phase.COLUMN, add + column.definition());
        } else if (!column.isRequired() && !column.isFilledRowByRow()
                || column.isRequired() && column.hasConstantDefault()) {
            recipe.add(Phase.COLUMN, add + column.definition(), Hazards.BRIEF_LOCK);
        } else {
            stepByStep(recipe, column, where, add);
        }
    }

    /** Rows that are there get their value by and by, not while everybody waits. */
    private void stepByStep(FixBuilder recipe, ColumnSql column, ObjectName where, String add) {
        String name = context.sql().name(column.column().name());
        recipe.step(Phase.COLUMN, add + column.bare(), Hazards.BRIEF_LOCK);
        Optional<String> value = Optional.empty();
        if (column.isFilledRowByRow()) {
            String expression =
                    context.sql().columnDefault(column.column().columnDefault().toString());
            value = Optional.of(expression);
            recipe.step(
                    Phase.COLUMN,
                    alter(where) + " ALTER COLUMN " + name + " SET DEFAULT " + expression,
                    Hazards.BRIEF_LOCK);
        }
        if (!column.isRequired()) {
            recipe.addOnly(Phase.COLUMN, add + column.bare())
                    .addOnly(
                            Phase.COLUMN,
                            alter(where) + " ALTER COLUMN " + name + " SET DEFAULT " + value.orElseThrow());
            return;
        }
        nulls.require(recipe, where, column.column().name(), value);
        recipe.addWhereEmpty(where, Phase.COLUMN, add + column.definition());
    }

    /** Keys and indexes over a missing column are no findings of their own, so they come with it. */
    private List<FixBuilder> rulesOver(ColumnDrift.Missing drift, Table live) {
        Table table = drift.table();
        List<FixBuilder> rules = new ArrayList<>();
        table.constraints().stream()
                .filter(rule -> columns(rule).contains(drift.name()))
                .filter(rule -> isNotCompared(columns(rule), live))
                .forEach(rule ->
                        rules.add(FixBuilder.made(context.sql(), () -> keys.rule(table, drift.where(), rule))));
        table.indexes().stream()
                .filter(index -> columns(index).contains(drift.name()))
                .filter(index -> isNotCompared(columns(index), live))
                .forEach(index -> rules.add(FixBuilder.made(context.sql(), () -> keys.index(drift.where(), index))));
        return rules;
    }

    private static boolean isNotCompared(List<String> columns, Table live) {
        return columns.stream().anyMatch(name -> live.column(name).isEmpty());
    }

    private static List<String> columns(Constraint rule) {
        if (rule instanceof Constraint.Key key) {
            return key.columns();
        }
        return rule instanceof Constraint.ForeignKey key ? key.columns() : List.of();
    }

    private static List<String> columns(Index index) {
        return index.parts().stream()
                .filter(Index.ColumnPart.class::isInstance)
                .map(part -> ((Index.ColumnPart) part).name())
                .toList();
    }

    FixBuilder extraRequired(ColumnDrift.ExtraRequired drift) {
        FixBuilder recipe = new FixBuilder();
        nulls.allow(recipe, drift.where(), drift.column());
        return recipe.destructive(
                Phase.VALUE,
                alter(drift.where()) + " DROP COLUMN " + context.sql().name(drift.name()),
                Hazards.DATA_LOSS,
                "the release that added it fails from then on",
                "a default, where one makes sense, does as well: ALTER COLUMN ... SET DEFAULT");
    }

    private String alter(ObjectName where) {
        return "ALTER TABLE " + context.sql().name(where);
    }
}
