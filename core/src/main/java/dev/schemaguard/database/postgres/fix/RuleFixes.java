package dev.schemaguard.database.postgres.fix;

import dev.schemaguard.diff.AllowedLabels;
import dev.schemaguard.drift.ConstraintDrift;
import dev.schemaguard.drift.LabelDrift;
import dev.schemaguard.drift.ObjectDrift;
import dev.schemaguard.fix.FixBuilder;
import dev.schemaguard.fix.FixContext;
import dev.schemaguard.fix.Hazards;
import dev.schemaguard.fix.Phase;
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
final class RuleFixes {

    private static final String DECIDE =
            "a rule that somebody added is not taken away by itself; deploy the release that"
                    + " knows it, or accept it by a rule of the policy";

    private final FixContext context;

    RuleFixes(FixContext context) {
        this.context = context;
    }

    FixBuilder extra(ConstraintDrift.Extra drift) {
        FixBuilder recipe = new FixBuilder().noSafeFix(DECIDE);
        Optional<Table> live = context.liveTable(drift.where());
        Optional<Constraint> rule = live.stream()
                .flatMap(table -> table.constraints().stream())
                .filter(one -> ConstraintDrift.rule(one).equals(drift.rule()))
                .findFirst();
        if (rule.isPresent()) {
            return recipe.destructive(
                    Phase.CHECK,
                    "ALTER TABLE " + context.sql().name(drift.where()) + " DROP CONSTRAINT "
                            + context.sql().name(rule.get().name()),
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
                                + context.sql().name(ObjectName.of(drift.where().schema(), name)),
                        Hazards.LESS_PROTECTION,
                        "does not run in a transaction block"));
        return recipe;
    }

    FixBuilder extraDomainCheck(ObjectDrift.ExtraDomainCheck drift) {
        return new FixBuilder()
                .noSafeFix(DECIDE + " (ALTER DOMAIN " + context.sql().name(drift.where())
                        + " DROP CONSTRAINT, by its name in pg_constraint)");
    }

    FixBuilder missingDomainCheck(ObjectDrift.MissingDomainCheck drift) {
        if (drift.inItsPlace().isPresent()) {
            return new FixBuilder()
                    .noSafeFix("another check stands in its place ("
                            + drift.inItsPlace().get() + "), and which of them is right only people know");
        }
        int others = context.live()
                .type(drift.where())
                .map(type -> ((UserType.DomainType) type).checks().size())
                .orElse(0);
        String name = context.sql().name(drift.where().name() + "_check" + (others == 0 ? "" : others));
        String alter = "ALTER DOMAIN " + context.sql().name(drift.where());
        return new FixBuilder()
                .step(
                        Phase.CHECK,
                        alter + " ADD CONSTRAINT " + name + " CHECK "
                                + context.sql()
                                        .expression("check", drift.check().written()) + " NOT VALID",
                        "from here on a release that writes other values fails")
                .step(
                        Phase.CHECK,
                        alter + " VALIDATE CONSTRAINT " + name,
                        "reads every table that has a column of the domain, and blocks writes to it",
                        Hazards.FAILS_ON_DATA)
                .notAdditive("values that are there, or that the running release writes, may violate it");
    }

    FixBuilder labelMissing(LabelDrift.LabelMissing drift) {
        return drift.listed().column().isPresent() ? list(drift) : enumLabel(drift);
    }

    private FixBuilder enumLabel(LabelDrift.LabelMissing drift) {
        ObjectName name = drift.listed().where();
        boolean isEnum = context.live()
                .type(name)
                .filter(UserType.EnumType.class::isInstance)
                .isPresent();
        if (!isEnum) {
            return new FixBuilder()
                    .noSafeFix("a domain lists its values in a check: put one that lists them all in its place"
                            + " (ALTER DOMAIN " + context.sql().name(name) + ", by the check's name in pg_constraint)");
        }
        return new FixBuilder()
                .add(
                        Phase.LABEL,
                        "ALTER TYPE " + context.sql().name(name) + " ADD VALUE IF NOT EXISTS "
                                + context.sql().literal(drift.label()) + place(name, drift.label()),
                        Hazards.LABEL,
                        "the label can never be dropped, and the running release may read it");
    }

    /** Where the label goes so that the order is that of the expectation; those before it are there by then. */
    private String place(ObjectName name, String label) {
        List<String> wanted =
                labels(context.expected().type(name).or(() -> context.expected().type(name.unqualified())));
        List<String> live = labels(context.live().type(name));
        int at = wanted.indexOf(label);
        if (at > 0) {
            return " AFTER " + context.sql().literal(wanted.get(at - 1));
        }
        return live.isEmpty() ? "" : " BEFORE " + context.sql().literal(live.get(0));
    }

    private static List<String> labels(Optional<UserType> type) {
        return type.filter(UserType.EnumType.class::isInstance)
                .map(found -> ((UserType.EnumType) found).labels())
                .orElse(List.of());
    }

    /** A check that lists values is replaced by one that lists those of both sides, so that every row that is there meets it. */
    private FixBuilder list(LabelDrift.LabelMissing drift) {
        ObjectName where = drift.listed().where();
        String column = drift.listed().column().orElseThrow();
        Optional<Constraint.Check> live = listing(context.live().table(where), column);
        Optional<Constraint.Check> wanted = listing(
                context.expected().table(where).or(() -> context.expected().table(where.unqualified())), column);
        if (live.isEmpty() || wanted.isEmpty()) {
            return new FixBuilder().noSafeFix("the check that lists the values is not known by name");
        }
        Set<String> all = new LinkedHashSet<>(values(wanted.get()));
        all.addAll(values(live.get()));
        String table = "ALTER TABLE " + context.sql().name(where);
        String name = context.sql().name(live.get().name());
        return new FixBuilder()
                .step(
                        Phase.CHECK,
                        table + " DROP CONSTRAINT " + name + ", ADD CONSTRAINT " + name + " CHECK ("
                                + context.sql().name(context.sql().dialect().identifier(column)) + " IN ("
                                + all.stream().map(context.sql()::literal).collect(Collectors.joining(", "))
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

    FixBuilder labelExtra(LabelDrift.LabelExtra drift) {
        return new FixBuilder()
                .noSafeFix("a label that rows may hold is not taken away; deploy the release that knows '"
                        + drift.label() + "', or rename it where it is the same label under another name");
    }
}
