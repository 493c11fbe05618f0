package dev.schemaguard.database.postgres.fix;

import dev.schemaguard.diff.CheckBound;
import dev.schemaguard.drift.ConstraintDrift;
import dev.schemaguard.fix.ConstraintSql;
import dev.schemaguard.fix.FixBuilder;
import dev.schemaguard.fix.FixContext;
import dev.schemaguard.fix.Hazards;
import dev.schemaguard.fix.Phase;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import java.util.Optional;

/** Adds keys, foreign keys, checks and indexes, each in the form that locks least. */
final class KeyFixes {

    static final String OPERATORS =
            "an expectation holds no operator classes: add the one that the index needs, if it needs one";

    private static final String NO_NEW_KEY =
            "the expectation does not hold the rule that is missing; run the migration that adds it";

    private final FixContext context;
    private final NullFixes nulls;

    KeyFixes(FixContext context, NullFixes nulls) {
        this.context = context;
        this.nulls = nulls;
    }

    FixBuilder missing(ConstraintDrift.Missing drift) {
        Optional<Constraint> rule = drift.table().constraints().stream()
                .filter(one -> ConstraintDrift.rule(one).equals(drift.rule()))
                .findFirst();
        if (rule.isPresent()) {
            return drift.actual().isPresent() && rule.get() instanceof Constraint.Check check
                    ? inItsPlace(drift, check)
                    : rule(drift.table(), drift.where(), rule.get());
        }
        return drift.table().indexes().stream()
                .filter(one -> ConstraintDrift.rule(one).equals(drift.rule()))
                .findFirst()
                .map(index -> index(drift.where(), index))
                .orElseGet(() -> new FixBuilder().noSafeFix(NO_NEW_KEY));
    }

    FixBuilder rule(Table table, ObjectName where, Constraint rule) {
        return context.partitionedBy(where)
                .flatMap(whole -> whole.constraints().stream()
                        .filter(one -> ConstraintDrift.rule(one).equals(ConstraintDrift.rule(rule)))
                        .findFirst()
                        .map(one -> rule(whole, context.placed(whole.name()), one)))
                .orElseGet(() -> ownRule(table, where, rule));
    }

    private FixBuilder ownRule(Table table, ObjectName where, Constraint rule) {
        ConstraintSql text = new ConstraintSql(context, where);
        if (rule instanceof Constraint.Key key) {
            return key(table, where, key, text);
        }
        return rule instanceof Constraint.ForeignKey key && refersToNoTable(key)
                ? new FixBuilder()
                        .noSafeFix("`" + key.target() + "` is no table, so that no foreign key can refer to it")
                : afterwards(rule, where, rule instanceof Constraint.ForeignKey ? Phase.REFERENCE : Phase.CHECK, text);
    }

    private boolean refersToNoTable(Constraint.ForeignKey key) {
        return context.liveTable(key.target())
                .filter(target -> !target.kind().holdsRows())
                .isPresent();
    }

    /** A key is built as an index while everybody works, and then only declared (manual, ALTER TABLE, ADD table_constraint_using_index). */
    private FixBuilder key(Table table, ObjectName where, Constraint.Key key, ConstraintSql text) {
        FixBuilder recipe = new FixBuilder();
        boolean primary = key instanceof Constraint.PrimaryKey;
        String name = text.name(key);
        boolean other =
                primary && context.liveTable(where).flatMap(Table::primaryKey).isPresent();
        if (isPartitioned(where)) {
            return other
                    ? recipe.noSafeFix("the table has another primary key than (" + String.join(", ", key.columns())
                            + "), and which of them is right only people know")
                    : recipe.step(
                            Phase.KEY,
                            alter(where) + " ADD " + named(name, text.rule(key)),
                            Hazards.SCAN_UNDER_LOCK,
                            Hazards.FAILS_ON_DATA);
        }
        recipe.step(Phase.KEY, text.indexOf(key, name), Hazards.SCAN, Hazards.OWN_TRANSACTION, Hazards.FAILS_ON_DATA);
        if (other) {
            // The index serves every statement as the key would, and the key that is there stays.
            return recipe.notAdditive("the table has another primary key");
        }
        if (primary) {
            requireAll(recipe, table, where, key);
        }
        String kind = primary ? "PRIMARY KEY" : "UNIQUE";
        String deferrable = key.enforcement().deferrable() ? " DEFERRABLE" : "";
        return recipe.step(
                        Phase.KEY,
                        alter(where) + " ADD "
                                + named(
                                        name,
                                        kind + " USING INDEX " + context.sql().name(name) + deferrable),
                        Hazards.BRIEF_LOCK)
                .addWhereEmpty(where, Phase.KEY, alter(where) + " ADD " + named(name, text.rule(key)));
    }

    /** What is declared a primary key must be NOT NULL, or the declaration reads the whole table under its lock. */
    private void requireAll(FixBuilder recipe, Table table, ObjectName where, Constraint.Key key) {
        for (String column : key.columns()) {
            boolean ownFinding = table.column(column)
                    .filter(expected -> expected.nullability() == Nullability.NOT_NULL)
                    .isPresent();
            boolean takesNull = context.liveTable(where)
                    .flatMap(found -> found.column(column))
                    .filter(live -> live.nullability() != Nullability.NOT_NULL)
                    .isPresent();
            if (takesNull && !ownFinding) {
                nulls.require(recipe, where, column, Optional.empty());
            }
        }
    }

    /** A rule is added for new rows first, and the rows that are there are read afterwards, while everybody works. */
    private FixBuilder afterwards(Constraint rule, ObjectName where, Phase phase, ConstraintSql text) {
        String name = text.name(rule);
        String add = alter(where) + " ADD " + named(name, text.rule(rule));
        String lock = rule instanceof Constraint.ForeignKey ? Hazards.BOTH_TABLES : Hazards.BRIEF_LOCK;
        FixBuilder recipe = new FixBuilder();
        boolean atOnce =
                rule instanceof Constraint.Exclusion || rule instanceof Constraint.ForeignKey && isPartitioned(where);
        if (atOnce) {
            recipe.step(phase, add, Hazards.SCAN_UNDER_LOCK, Hazards.FAILS_ON_DATA);
        } else {
            recipe.step(phase, add + " NOT VALID", lock)
                    .step(
                            phase,
                            alter(where) + " VALIDATE CONSTRAINT "
                                    + context.sql().name(name),
                            Hazards.SCAN,
                            Hazards.FAILS_ON_DATA);
        }
        if (rule instanceof Constraint.Check check) {
            dropLooser(recipe, where, check);
        }
        return recipe.addWhereEmpty(where, phase, add);
    }

    /** A check that follows from the new one says nothing any more, and would count as unknown to the release. */
    private void dropLooser(FixBuilder recipe, ObjectName where, Constraint.Check check) {
        Optional<CheckBound> bound = CheckBound.of(check.expression());
        context.liveTable(where).stream()
                .flatMap(table -> table.constraints(Constraint.Check.class))
                .filter(other -> CheckBound.of(other.expression())
                        .filter(looser -> bound.filter(looser::comparesWith)
                                .filter(tighter -> tighter.isTighterThan(looser))
                                .isPresent())
                        .isPresent())
                .forEach(other -> recipe.step(
                        Phase.CHECK,
                        alter(where) + " DROP CONSTRAINT " + context.sql().name(other.name()),
                        "it follows from the check before"));
    }

    FixBuilder index(ObjectName where, Index index) {
        return context.partitionedBy(where)
                .flatMap(whole -> whole.indexes().stream()
                        .filter(one -> ConstraintDrift.rule(one).equals(ConstraintDrift.rule(index)))
                        .findFirst()
                        .map(one -> index(context.placed(whole.name()), one)))
                .orElseGet(() -> ownIndex(where, index));
    }

    private FixBuilder ownIndex(ObjectName where, Index index) {
        ConstraintSql text = new ConstraintSql(context, where);
        boolean ordinary = index.method().equals("btree");
        FixBuilder recipe = new FixBuilder();
        if (isPartitioned(where)) {
            recipe.step(
                    Phase.INDEX,
                    text.index(index, false),
                    Hazards.WRITE_LOCK,
                    "CONCURRENTLY works on each partition only: see the manual, CREATE INDEX");
        } else if (ordinary) {
            recipe.step(Phase.INDEX, text.index(index, true), Hazards.SCAN, Hazards.OWN_TRANSACTION);
        } else {
            recipe.step(Phase.INDEX, text.index(index, true), Hazards.SCAN, Hazards.OWN_TRANSACTION, OPERATORS);
        }
        return ordinary
                ? recipe.addWhereEmpty(where, Phase.INDEX, text.index(index, false))
                : recipe.notAdditive("an expectation does not hold the operators of such an index");
    }

    /** Whether two checks mean the same is for people to say; the expected one in place of the other is one way. */
    private FixBuilder inItsPlace(ConstraintDrift.Missing drift, Constraint.Check check) {
        ConstraintSql text = new ConstraintSql(context, drift.where());
        FixBuilder recipe = new FixBuilder()
                .noSafeFix("another check stands in its place ("
                        + drift.actual().orElse("") + "), and which of them is right only people know");
        context.liveTable(drift.where()).stream()
                .flatMap(table -> table.constraints(Constraint.Check.class))
                .filter(other ->
                        ConstraintDrift.rule(other).text().equals(drift.actual().orElse("")))
                .findFirst()
                .ifPresent(other -> recipe.destructive(
                        Phase.CHECK,
                        alter(drift.where()) + " DROP CONSTRAINT "
                                + context.sql().name(other.name()) + ", ADD " + text.definition(check),
                        Hazards.LESS_PROTECTION,
                        Hazards.SCAN_UNDER_LOCK,
                        Hazards.FAILS_ON_DATA));
        return recipe;
    }

    private boolean isPartitioned(ObjectName where) {
        return context.liveTable(where)
                .filter(table -> table.kind() == TableKind.PARTITIONED_TABLE)
                .isPresent();
    }

    private String named(String name, String rule) {
        return "CONSTRAINT " + context.sql().name(name) + " " + rule;
    }

    private String alter(ObjectName where) {
        return "ALTER TABLE " + context.sql().name(where);
    }
}
