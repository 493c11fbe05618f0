package dev.schemaguard.fix;

import dev.schemaguard.diff.AllowedLabels;
import dev.schemaguard.diff.ConstraintDrift;
import dev.schemaguard.diff.LabelDrift;
import dev.schemaguard.diff.ObjectDrift;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.UserType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be done about rules that the release does not know, rules of domains, and the labels of enums. */
final class RuleCures {

    private static final String DECIDE =
            "a rule that somebody added is not taken away by itself; deploy the release that"
                    + " knows it, or accept it by a rule of the policy";

    private final Ground ground;

    RuleCures(Ground ground) {
        this.ground = ground;
    }

    Recipe extra(ConstraintDrift.Extra drift) {
        Recipe recipe = new Recipe().noSafeFix(DECIDE);
        Optional<Table> live = ground.liveTable(drift.where());
        Optional<Constraint> rule = live.stream()
                .flatMap(table -> table.constraints().stream())
                .filter(one -> ConstraintDrift.rule(one).equals(drift.rule()))
                .findFirst();
        if (rule.isPresent()) {
            return recipe.destructive(
                    Phase.CHECK,
                    "ALTER TABLE " + ground.sql().name(drift.where()) + " DROP CONSTRAINT "
                            + ground.sql().name(rule.get().name()),
                    Hazards.LESS_PROTECTION,
                    Hazards.BRIEF_LOCK);
        }
        live.stream()
                .flatMap(table -> table.indexes().stream())
                .filter(one -> ConstraintDrift.rule(one).equals(drift.rule()))
                .findFirst()
                .map(Index::name)
                .ifPresent(name -> recipe.destructive(
                        Phase.CHECK,
                        "DROP INDEX CONCURRENTLY "
                                + ground.sql().name(ObjectName.of(drift.where().schema(), name)),
                        Hazards.LESS_PROTECTION,
                        "does not run in a transaction block"));
        return recipe;
    }

    Recipe extraDomainCheck(ObjectDrift.ExtraDomainCheck drift) {
        return new Recipe()
                .noSafeFix(DECIDE + " (ALTER DOMAIN " + ground.sql().name(drift.where())
                        + " DROP CONSTRAINT, by its name in pg_constraint)");
    }

    Recipe missingDomainCheck(ObjectDrift.MissingDomainCheck drift) {
        if (drift.inItsPlace().isPresent()) {
            return new Recipe()
                    .noSafeFix("another check stands in its place ("
                            + drift.inItsPlace().get() + "), and which of them is right only people know");
        }
        int others = ground.live()
                .type(drift.where())
                .map(type -> ((UserType.DomainType) type).checks().size())
                .orElse(0);
        String name = ground.sql().name(drift.where().name() + "_check" + (others == 0 ? "" : others));
        String alter = "ALTER DOMAIN " + ground.sql().name(drift.where());
        return new Recipe()
                .step(
                        Phase.CHECK,
                        alter + " ADD CONSTRAINT " + name + " CHECK "
                                + ground.sql().expression("check", drift.check().written()) + " NOT VALID",
                        "from here on a release that writes other values fails")
                .step(
                        Phase.CHECK,
                        alter + " VALIDATE CONSTRAINT " + name,
                        "reads every table that has a column of the domain, and blocks writes to it",
                        Hazards.FAILS_ON_DATA)
                .notAdditive("values that are there, or that the running release writes, may violate it");
    }

    Recipe labelMissing(LabelDrift.LabelMissing drift) {
        return drift.listed().column().isPresent() ? list(drift) : enumLabel(drift);
    }

    private Recipe enumLabel(LabelDrift.LabelMissing drift) {
        ObjectName name = drift.listed().where();
        boolean isEnum = ground.live()
                .type(name)
                .filter(UserType.EnumType.class::isInstance)
                .isPresent();
        if (!isEnum) {
            return new Recipe()
                    .noSafeFix("a domain lists its values in a check: put one that lists them all in its place"
                            + " (ALTER DOMAIN " + ground.sql().name(name) + ", by the check's name in pg_constraint)");
        }
        return new Recipe()
                .add(
                        Phase.LABEL,
                        "ALTER TYPE " + ground.sql().name(name) + " ADD VALUE IF NOT EXISTS "
                                + ground.sql().literal(drift.label()) + place(name, drift.label()),
                        Hazards.LABEL,
                        "the label can never be dropped, and the running release may read it");
    }

    /** Where the label goes so that the order is that of the expectation; those before it are there by then. */
    private String place(ObjectName name, String label) {
        List<String> wanted =
                labels(ground.expected().type(name).or(() -> ground.expected().type(name.unqualified())));
        List<String> live = labels(ground.live().type(name));
        int at = wanted.indexOf(label);
        if (at > 0) {
            return " AFTER " + ground.sql().literal(wanted.get(at - 1));
        }
        return live.isEmpty() ? "" : " BEFORE " + ground.sql().literal(live.get(0));
    }

    private static List<String> labels(Optional<UserType> type) {
        return type.filter(UserType.EnumType.class::isInstance)
                .map(found -> ((UserType.EnumType) found).labels())
                .orElse(List.of());
    }

    /** A check that lists values is replaced by one that lists those of both sides, so that every row that is there meets it. */
    private Recipe list(LabelDrift.LabelMissing drift) {
        ObjectName where = drift.listed().where();
        String column = drift.listed().column().orElseThrow();
        Optional<Constraint.Check> live = listing(ground.live().table(where), column);
        Optional<Constraint.Check> wanted = listing(
                ground.expected().table(where).or(() -> ground.expected().table(where.unqualified())), column);
        if (live.isEmpty() || wanted.isEmpty()) {
            return new Recipe().noSafeFix("the check that lists the values is not known by name");
        }
        Set<String> all = new LinkedHashSet<>(values(wanted.get()));
        all.addAll(values(live.get()));
        String table = "ALTER TABLE " + ground.sql().name(where);
        String name = ground.sql().name(live.get().name());
        return new Recipe()
                .step(
                        Phase.CHECK,
                        table + " DROP CONSTRAINT " + name + ", ADD CONSTRAINT " + name + " CHECK ("
                                + ground.sql().name(ground.sql().dialect().identifier(column)) + " IN ("
                                + all.stream().map(ground.sql()::literal).collect(Collectors.joining(", "))
                                + ")) NOT VALID",
                        Hazards.BRIEF_LOCK,
                        "the running release may read the new value")
                .step(Phase.CHECK, table + " VALIDATE CONSTRAINT " + name, Hazards.SCAN)
                .notAdditive("a check is replaced, and a sync only adds");
    }

    private static Optional<Constraint.Check> listing(Optional<Table> table, String column) {
        return table.stream()
                .flatMap(found -> found.constraints(Constraint.Check.class))
                .filter(check -> AllowedLabels.of(check.expression())
                        .filter(labels -> labels.column().equals(column))
                        .isPresent())
                .findFirst();
    }

    private static Set<String> values(Constraint.Check check) {
        return AllowedLabels.of(check.expression()).orElseThrow().labels();
    }

    Recipe labelExtra(LabelDrift.LabelExtra drift) {
        return new Recipe()
                .noSafeFix("a label that rows may hold is not taken away; deploy the release that knows '"
                        + drift.label() + "', or rename it where it is the same label under another name");
    }
}
