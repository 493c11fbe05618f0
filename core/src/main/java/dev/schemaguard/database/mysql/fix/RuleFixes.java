package dev.schemaguard.database.mysql.fix;

import dev.schemaguard.drift.ConstraintDrift;
import dev.schemaguard.fix.FixBuilder;
import dev.schemaguard.fix.FixContext;
import dev.schemaguard.fix.Hazards;
import dev.schemaguard.fix.Phase;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Table;
import java.util.Optional;

/** Adds keys, indexes and rules, and says what can be done about one too many. */
final class RuleFixes {

    private static final String DECIDE =
            "a rule that somebody added is not taken away by itself; deploy the release that"
                    + " knows it, or accept it by a rule of the policy";

    private final FixContext context;
    private final RuleDefinition definition;

    RuleFixes(FixContext context) {
        this.context = context;
        this.definition = new RuleDefinition(context);
    }

    FixBuilder missing(ConstraintDrift.Missing drift) {
        Optional<Constraint> rule = drift.table().constraints().stream()
                .filter(one -> ConstraintDrift.rule(one).equals(drift.rule()))
                .findFirst();
        if (rule.isPresent()) {
            return drift.actual().isPresent() && !(rule.get() instanceof Constraint.UniqueKey)
                    ? new FixBuilder()
                            .noSafeFix("another one stands in its place ("
                                    + drift.actual().get() + "), and which of them is right only people know")
                    : rule(drift.where(), rule.get());
        }
        return drift.table().indexes().stream()
                .filter(one -> ConstraintDrift.rule(one).equals(drift.rule()))
                .findFirst()
                .map(index -> index(drift.where(), index))
                .orElseGet(
                        () -> new FixBuilder()
                                .noSafeFix(
                                        "the expectation does not hold the rule that is missing; run the migration that adds it"));
    }

    FixBuilder rule(ObjectName where, Constraint rule) {
        if (rule instanceof Constraint.Key key) {
            boolean primary = key instanceof Constraint.PrimaryKey;
            boolean other = primary
                    && context.liveTable(where).flatMap(Table::primaryKey).isPresent();
            if (other) {
                return new FixBuilder().noSafeFix("the table has another primary key");
            }
            Constraint named =
                    primary || key.name().isEmpty() ? key : key.withName(context.freeName(where, key.name()));
            return new FixBuilder()
                    .step(
                            Phase.KEY,
                            definition.alter(where) + " ADD " + definition.of(named),
                            primary ? ServerHazards.COPY : ServerHazards.IN_PLACE,
                            Hazards.FAILS_ON_DATA,
                            ServerHazards.NO_WAY_BACK)
                    .addWhereEmpty(where, Phase.KEY, definition.alter(where) + " ADD " + definition.of(named));
        }
        Phase phase = rule instanceof Constraint.ForeignKey ? Phase.REFERENCE : Phase.CHECK;
        Constraint named = rule.name().isEmpty() ? rule : rule.withName(context.freeName(where, rule.name()));
        String add = definition.alter(where) + " ADD " + definition.of(named);
        return new FixBuilder()
                .step(phase, add, ServerHazards.COPY, Hazards.FAILS_ON_DATA, ServerHazards.NO_WAY_BACK)
                .addWhereEmpty(where, phase, add);
    }

    FixBuilder index(ObjectName where, Index index) {
        Index named = index.name().isEmpty() ? index : index.withName(context.freeName(where, index.name()));
        String add = definition.alter(where) + " ADD " + definition.of(named);
        return new FixBuilder()
                .step(
                        index.unique() ? Phase.KEY : Phase.INDEX,
                        add,
                        index.method().equals("fulltext") ? ServerHazards.COPY : ServerHazards.IN_PLACE,
                        index.unique() ? Hazards.FAILS_ON_DATA : ServerHazards.NO_WAY_BACK)
                .addWhereEmpty(where, index.unique() ? Phase.KEY : Phase.INDEX, add);
    }

    FixBuilder extra(ConstraintDrift.Extra drift) {
        FixBuilder recipe = new FixBuilder().noSafeFix(DECIDE);
        Optional<Table> live = context.liveTable(drift.where());
        live.stream()
                .flatMap(table -> table.constraints().stream())
                .filter(one -> ConstraintDrift.rule(one).equals(drift.rule()))
                .findFirst()
                .ifPresent(rule -> drop(recipe, drift.where(), rule));
        live.stream()
                .flatMap(table -> table.indexes().stream())
                .filter(one -> ConstraintDrift.rule(one).equals(drift.rule()))
                .findFirst()
                .ifPresent(index -> drop(recipe, drift.where(), "INDEX", index.name()));
        return recipe;
    }

    private void drop(FixBuilder recipe, ObjectName where, Constraint rule) {
        String kind = rule instanceof Constraint.UniqueKey
                ? "INDEX"
                : rule instanceof Constraint.ForeignKey ? "FOREIGN KEY" : "CONSTRAINT";
        drop(recipe, where, kind, rule.name());
    }

    private void drop(FixBuilder recipe, ObjectName where, String kind, String name) {
        recipe.destructive(
                Phase.CHECK,
                definition.alter(where) + " DROP " + kind + " " + context.sql().name(name),
                Hazards.LESS_PROTECTION,
                ServerHazards.INSTANT);
    }
}
