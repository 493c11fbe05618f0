package dev.schemaguard.drift;

import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.Use;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A difference of a key, a rule or an index. Names are only labels, so what differs is called by its columns. */
public sealed interface ConstraintDrift extends Drift
        permits ConstraintDrift.Missing, ConstraintDrift.Extra, ConstraintDrift.OtherName {

    /** The table that the release expects. */
    Table table();

    /** The live table. */
    ObjectName where();

    /** The rule without its name, for people: {@code unique (a, b)}. */
    Rule rule();

    @Override
    default Subject subject() {
        return new Subject(
                where().schema(), Optional.of(where().name()), Optional.empty(), Optional.of(rule().label()));
    }

    @Override
    default Use use(StatementKind statement) {
        return table().use().of(statement);
    }

    /**
     * A rule as it is spoken of.
     *
     * @param text what it says: {@code unique (a, b)}, {@code check (a > 0)}
     * @param label what it is called by in identifiers: its columns or its condition
     */
    record Rule(String text, String label) {}

    /**
     * No live rule serves in place of the one that the release expects.
     *
     * @param kind which kind of rule
     * @param table the table that the release expects
     * @param where the live table
     * @param rule the rule that the release expects
     * @param actual what is there in its place, for people; empty where there is nothing
     * @param origin where the expectation states it
     * @param held how far the live table holds the columns of a key unique all the same
     * @param upsertFails whether an upsert fails that names the columns of no key, rather than to take them at its word or to add
     *     a row
     */
    record Missing(
            Kind kind,
            Table table,
            ObjectName where,
            Rule rule,
            Optional<String> actual,
            Origin origin,
            Held held,
            boolean upsertFails)
            implements ConstraintDrift {

        /** On a database where an upsert fails without its key. */
        public Missing(Kind kind, Table table, ObjectName where, Rule rule, Optional<String> actual, Origin origin) {
            this(kind, table, where, rule, actual, origin, Held.NOT, true);
        }

        /** The same on a database where an upsert needs no key. */
        public Missing whereUpsertsNeedNoKey() {
            return new Missing(kind, table, where, rule, actual, origin, held, false);
        }

        /** The same of a key whose columns are held unique so far. */
        public Missing where(Held soFar) {
            return new Missing(kind, table, where, rule, actual, origin, soFar, upsertFails);
        }

        /** What becomes of an upsert that names the columns of the key. */
        public Effect onUpsert() {
            return switch (held) {
                case NOT -> upsertFails ? Effect.FAILS : Effect.DEGRADED;
                case LATE -> upsertFails ? Effect.FAILS : Effect.WORKS;
                case BUT_FOR_NULLS -> Effect.DEGRADED;
            };
        }

        /** Whether an upsert that means the key adds a row where it would have met one. */
        public boolean lettingUpsertsAddRows() {
            boolean key = kind == Kind.MISSING_PRIMARY_KEY || kind == Kind.MISSING_UNIQUE;
            return key && onUpsert() == Effect.DEGRADED && !isNeverNamed();
        }

        @Override
        public Optional<String> expected() {
            return Optional.of(rule.text());
        }

        @Override
        public Impact impact() {
            Impact unprotected = Impact.onInserts(Effect.DEGRADED);
            return switch (kind) {
                case MISSING_PRIMARY_KEY, MISSING_UNIQUE ->
                    (held == Held.LATE ? Impact.NONE : unprotected)
                            .with(StatementKind.UPSERT, isNeverNamed() ? Effect.WORKS : onUpsert());
                case MISSING_INDEX -> Impact.onReads(Effect.DEGRADED);
                default -> unprotected.with(StatementKind.UPDATE, Effect.DEGRADED);
            };
        }

        /** An upsert gives a value for each column of the key that it names, so it never names one that is left to the database. */
        private boolean isNeverNamed() {
            List<String> columns = List.of(rule.label().split(", "));
            return table.columns().stream()
                    .anyMatch(column -> columns.contains(column.name()) && column.written() == Use.NEVER);
        }

        @Override
        public String message() {
            return switch (kind) {
                case MISSING_PRIMARY_KEY, MISSING_UNIQUE -> ofKey();
                case MISSING_FOREIGN_KEY ->
                    "`" + where.name() + "` (" + rule.label()
                            + ") may refer to rows that are not there: no foreign key";
                case MISSING_INDEX ->
                    actual.isPresent()
                            ? "whether both indexes of `" + where.name() + "` are the same is not comparable: "
                                    + actual.get() + " in place of " + rule.text()
                            : "statements that look `" + where.name() + "` up by " + rule.label() + " are slower";
                default ->
                    actual.isPresent()
                            ? "whether both checks of `" + where.name() + "` mean the same is not comparable"
                            : "values that the release rules out may be in `" + where.name() + "`: no such check";
            };
        }

        private String ofKey() {
            String columns = "`" + where.name() + "` (" + rule.label() + ")";
            boolean fails = !isNeverNamed() && onUpsert() == Effect.FAILS;
            return switch (held) {
                case LATE ->
                    Failure.of(this, "upsert on " + columns)
                            + ": the key that holds these columns unique is deferrable, and upserts need one that is not";
                case BUT_FOR_NULLS ->
                    "rows that are alike but for nulls pass in " + columns
                            + ": its key takes each null for another value";
                case NOT ->
                    fails
                            ? Failure.of(this, "upsert on " + columns)
                                    + ", and duplicates pass: no key holds these columns unique"
                            : "duplicates pass in " + columns + ": no key holds these columns unique";
            };
        }
    }

    /** How far the columns of a key that is missing are held unique all the same. */
    enum Held {
        NOT,
        /** By a key that may be checked as late as at the commit, which no upsert can name. */
        LATE,
        /** By a key that lets rows in which are alike only in that they hold nulls. */
        BUT_FOR_NULLS
    }

    /**
     * A live rule that the release does not know and that its writes may violate.
     *
     * @param kind which kind of rule
     * @param table the table that the release expects
     * @param where the live table
     * @param rule the live rule
     */
    record Extra(Kind kind, Table table, ObjectName where, Rule rule) implements ConstraintDrift {

        @Override
        public Optional<String> expected() {
            return Optional.empty();
        }

        @Override
        public Optional<String> actual() {
            return Optional.of(rule.text());
        }

        @Override
        public Impact impact() {
            return Impact.onWrites(Effect.MAY_FAIL);
        }

        @Override
        public String message() {
            return "a statement that writes to `" + where.name() + "` may fail: " + rule.text() + " is unknown to the"
                    + " release";
        }

        @Override
        public Origin origin() {
            return table.origin();
        }
    }

    /**
     * An upsert names a key by a name that none of the table has.
     *
     * @param table the table that the release expects
     * @param where the live table
     * @param name the name
     * @param actual the keys that are there under other names, for people; empty where there are none
     * @param origin who sends the upsert
     */
    record OtherName(Table table, ObjectName where, String name, Optional<String> actual, Origin origin)
            implements ConstraintDrift {

        @Override
        public Kind kind() {
            return Kind.MISSING_UNIQUE;
        }

        @Override
        public Rule rule() {
            return new Rule("constraint " + name, name);
        }

        @Override
        public Optional<String> expected() {
            return Optional.of(rule().text());
        }

        @Override
        public Impact impact() {
            return Impact.NONE.with(StatementKind.UPSERT, Effect.FAILS);
        }

        @Override
        public String message() {
            return Failure.of(this, "upsert on `" + where.name() + "` that names the constraint `" + name + "`")
                    + ": no key of the table has that name";
        }
    }

    /** The rule of a constraint. */
    static Rule rule(Constraint constraint) {
        if (constraint instanceof Constraint.Key key) {
            String columns = String.join(", ", key.columns());
            return new Rule(
                    (key instanceof Constraint.PrimaryKey ? "primary key (" : uniqueness(key) + " (") + columns + ")",
                    columns);
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            String columns = String.join(", ", key.columns());
            String target = key.targetColumns().isEmpty() ? "" : " (" + String.join(", ", key.targetColumns()) + ")";
            return new Rule("foreign key (" + columns + ") references " + key.target() + target, columns);
        }
        if (constraint instanceof Constraint.Check check) {
            return new Rule("check " + inParentheses(check.expression()), check.expression());
        }
        Constraint.Exclusion exclusion = (Constraint.Exclusion) constraint;
        return new Rule("exclude " + exclusion.definition(), exclusion.definition());
    }

    private static String uniqueness(Constraint.Key key) {
        return key instanceof Constraint.UniqueKey unique && unique.nullsNotDistinct()
                ? "unique nulls not distinct"
                : "unique";
    }

    /** An index as it is spoken of, without its name. */
    static Rule rule(Index index) {
        String parts = index.parts().stream().map(Index.Part::text).collect(Collectors.joining(", "));
        String predicate = index.predicate().isEmpty() ? "" : " where " + index.predicate();
        return new Rule((index.unique() ? "unique index (" : "index (") + parts + ")" + predicate, parts + predicate);
    }

    private static String inParentheses(String expression) {
        return expression.startsWith("(") ? expression : "(" + expression + ")";
    }
}
