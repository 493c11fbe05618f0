package dev.schemaguard.database.mysql.fix;

import dev.schemaguard.drift.ColumnDrift;
import dev.schemaguard.drift.ColumnFactDrift;
import dev.schemaguard.fix.FixBuilder;
import dev.schemaguard.fix.FixContext;
import dev.schemaguard.fix.Hazards;
import dev.schemaguard.fix.Phase;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Table;
import java.util.ArrayList;
import java.util.List;

/** Adds columns, and says what can be done about one too many. */
final class ColumnFixes {

    private static final String VIEW = "a view stands for the table, and what it shows follows from its definition";

    private final FixContext context;
    private final RuleFixes rules;
    private final ColumnChanges changes;

    ColumnFixes(FixContext context, RuleFixes rules, ColumnChanges changes) {
        this.context = context;
        this.rules = rules;
        this.changes = changes;
    }

    FixBuilder of(ColumnDrift drift) {
        boolean view = context.liveTable(drift.where())
                .filter(found -> !found.kind().holdsRows())
                .isPresent();
        if (view) {
            return new FixBuilder().noSafeFix(VIEW);
        }
        if (drift instanceof ColumnDrift.Missing missing) {
            return missing(missing);
        }
        if (drift instanceof ColumnDrift.ExtraRequired extra) {
            return extraRequired(extra);
        }
        return changes.of((ColumnFactDrift) drift);
    }

    private FixBuilder missing(ColumnDrift.Missing drift) {
        ColumnDefinition column = new ColumnDefinition(drift.column(), context.sql());
        if (column.gap().isPresent()) {
            return new FixBuilder().noSafeFix(column.gap().get());
        }
        String key = drift.column().identity().generates() ? ownKey(drift) : "";
        String add = alter(drift.where()) + " ADD COLUMN " + column.text() + key;
        FixBuilder recipe = new FixBuilder();
        boolean fills = drift.column().generation() instanceof Generation.Stored || !key.isEmpty();
        boolean needsValue = column.isRequired() && !drift.column().isFilledByDatabase();
        if (fills) {
            recipe.step(Phase.COLUMN, add, ServerHazards.COPY, ServerHazards.NO_WAY_BACK)
                    .addWhereEmpty(drift.where(), Phase.COLUMN, add);
        } else if (needsValue) {
            recipe.step(
                            Phase.COLUMN,
                            add,
                            "rows that are there get the type's own empty value (0, '', the first label)",
                            ServerHazards.INSTANT)
                    .addWhereEmpty(drift.where(), Phase.COLUMN, add);
        } else {
            recipe.add(Phase.COLUMN, add, ServerHazards.INSTANT);
        }
        context.liveTable(drift.where())
                .ifPresent(live -> rulesOver(drift, live, !key.isEmpty()).forEach(recipe::besides));
        return recipe;
    }

    /** A number that counts by itself has to be the first column of a key at once. */
    private static String ownKey(ColumnDrift.Missing drift) {
        boolean primary = drift.table()
                .primaryKey()
                .filter(key -> key.columns().equals(List.of(drift.name())))
                .isPresent();
        return primary ? " PRIMARY KEY" : " UNIQUE";
    }

    /** Keys and indexes over a missing column are no findings of their own, so they come with it. */
    private List<FixBuilder> rulesOver(ColumnDrift.Missing drift, Table live, boolean keyed) {
        List<FixBuilder> all = new ArrayList<>();
        for (Constraint rule : drift.table().constraints()) {
            List<String> columns = rule instanceof Constraint.Key key
                    ? key.columns()
                    : rule instanceof Constraint.ForeignKey key ? key.columns() : List.of();
            boolean done = keyed && columns.equals(List.of(drift.name()));
            if (columns.contains(drift.name()) && isNotCompared(columns, live) && !done) {
                all.add(FixBuilder.made(context.sql(), () -> rules.rule(drift.where(), rule)));
            }
        }
        for (Index index : drift.table().indexes()) {
            List<String> columns = index.parts().stream()
                    .filter(Index.ColumnPart.class::isInstance)
                    .map(part -> ((Index.ColumnPart) part).name())
                    .toList();
            if (columns.contains(drift.name()) && isNotCompared(columns, live)) {
                all.add(FixBuilder.made(context.sql(), () -> rules.index(drift.where(), index)));
            }
        }
        return all;
    }

    private static boolean isNotCompared(List<String> columns, Table live) {
        return columns.stream().anyMatch(name -> live.column(name).isEmpty());
    }

    private FixBuilder extraRequired(ColumnDrift.ExtraRequired drift) {
        return changes.allowNull(drift.where(), drift.column())
                .destructive(
                        Phase.VALUE,
                        alter(drift.where()) + " DROP COLUMN " + context.sql().name(drift.name()),
                        Hazards.DATA_LOSS,
                        "the release that added it fails from then on");
    }

    private String alter(ObjectName where) {
        return "ALTER TABLE " + context.sql().name(where);
    }
}
