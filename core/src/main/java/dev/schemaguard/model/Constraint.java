package dev.schemaguard.model;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** A rule that the database holds every row of a table to. Its name is only a label; rules compare by structure. */
public sealed interface Constraint {

    /** The rule's name, or the empty text where the expectation leaves it to the server. */
    String name();

    /** Whether and when the database holds rows to the rule. */
    Enforcement enforcement();

    /** Where the expectation says so. */
    Origin origin();

    /** The same under another name. */
    Constraint withName(String newName);

    /** The same, held to in another way. */
    Constraint withEnforcement(Enforcement newEnforcement);

    /** The same, said elsewhere. */
    Constraint withOrigin(Origin newOrigin);

    /** The same over columns of its own table with other names. What it says of columns in an expression stays as it is. */
    default Constraint mapColumns(UnaryOperator<String> renaming) {
        return this;
    }

    /** The same with other names for the tables that it refers to. */
    default Constraint mapNames(UnaryOperator<ObjectName> renaming) {
        return this;
    }

    private static List<String> mapped(List<String> columns, UnaryOperator<String> renaming) {
        return columns.stream().map(renaming).toList();
    }

    /** A rule over columns of which no two rows may share the values. */
    sealed interface Key extends Constraint permits PrimaryKey, UniqueKey {

        /** The key's columns, in order. */
        List<String> columns();
    }

    /**
     * The primary key.
     *
     * @param name the constraint's name
     * @param columns its columns in order, at least one
     * @param enforcement whether and when it holds
     * @param origin where the expectation says so
     */
    record PrimaryKey(String name, List<String> columns, Enforcement enforcement, Origin origin) implements Key {

        public PrimaryKey {
            columns = requireColumns(columns, "primary key", name);
        }

        @Override
        public PrimaryKey withName(String newName) {
            return new PrimaryKey(newName, columns, enforcement, origin);
        }

        @Override
        public PrimaryKey withEnforcement(Enforcement newEnforcement) {
            return new PrimaryKey(name, columns, newEnforcement, origin);
        }

        @Override
        public PrimaryKey withOrigin(Origin newOrigin) {
            return new PrimaryKey(name, columns, enforcement, newOrigin);
        }

        @Override
        public PrimaryKey mapColumns(UnaryOperator<String> renaming) {
            return new PrimaryKey(name, mapped(columns, renaming), enforcement, origin);
        }
    }

    /**
     * A unique key.
     *
     * @param name the constraint's name
     * @param columns its columns in order, at least one
     * @param nullsNotDistinct whether two nulls count as the same value ({@code NULLS NOT DISTINCT}, PostgreSQL 15)
     * @param enforcement whether and when it holds
     * @param origin where the expectation says so
     */
    record UniqueKey(
            String name, List<String> columns, boolean nullsNotDistinct, Enforcement enforcement, Origin origin)
            implements Key {

        public UniqueKey {
            columns = requireColumns(columns, "unique key", name);
        }

        @Override
        public UniqueKey withName(String newName) {
            return new UniqueKey(newName, columns, nullsNotDistinct, enforcement, origin);
        }

        @Override
        public UniqueKey withEnforcement(Enforcement newEnforcement) {
            return new UniqueKey(name, columns, nullsNotDistinct, newEnforcement, origin);
        }

        @Override
        public UniqueKey withOrigin(Origin newOrigin) {
            return new UniqueKey(name, columns, nullsNotDistinct, enforcement, newOrigin);
        }

        @Override
        public UniqueKey mapColumns(UnaryOperator<String> renaming) {
            return new UniqueKey(name, mapped(columns, renaming), nullsNotDistinct, enforcement, origin);
        }
    }

    /**
     * A foreign key.
     *
     * @param name the constraint's name
     * @param columns the referring columns in order, at least one
     * @param target the table referred to
     * @param targetColumns the columns referred to; empty where the expectation means the target's primary key
     * @param onDelete what happens to the row when the one referred to goes
     * @param onUpdate what happens to the row when the key referred to changes
     * @param enforcement whether and when it holds
     * @param origin where the expectation says so
     */
    record ForeignKey(
            String name,
            List<String> columns,
            ObjectName target,
            List<String> targetColumns,
            ReferentialAction onDelete,
            ReferentialAction onUpdate,
            Enforcement enforcement,
            Origin origin)
            implements Constraint {

        public ForeignKey {
            columns = requireColumns(columns, "foreign key", name);
            targetColumns = List.copyOf(targetColumns);
        }

        /** The same, referring to these columns of this table. */
        public ForeignKey withTarget(ObjectName newTarget, List<String> newTargetColumns) {
            return new ForeignKey(name, columns, newTarget, newTargetColumns, onDelete, onUpdate, enforcement, origin);
        }

        @Override
        public ForeignKey mapNames(UnaryOperator<ObjectName> renaming) {
            return withTarget(renaming.apply(target), targetColumns);
        }

        @Override
        public ForeignKey withName(String newName) {
            return new ForeignKey(newName, columns, target, targetColumns, onDelete, onUpdate, enforcement, origin);
        }

        @Override
        public ForeignKey withEnforcement(Enforcement newEnforcement) {
            return new ForeignKey(name, columns, target, targetColumns, onDelete, onUpdate, newEnforcement, origin);
        }

        @Override
        public ForeignKey withOrigin(Origin newOrigin) {
            return new ForeignKey(name, columns, target, targetColumns, onDelete, onUpdate, enforcement, newOrigin);
        }

        @Override
        public ForeignKey mapColumns(UnaryOperator<String> renaming) {
            return new ForeignKey(
                    name, mapped(columns, renaming), target, targetColumns, onDelete, onUpdate, enforcement, origin);
        }
    }

    /**
     * A condition that every row meets.
     *
     * @param name the constraint's name
     * @param condition the condition
     * @param enforcement whether and when it holds
     * @param origin where the expectation says so
     */
    record Check(String name, SqlText condition, Enforcement enforcement, Origin origin) implements Constraint {

        /** A check whose condition needs no other spelling in statements. */
        public Check(String name, String expression, Enforcement enforcement, Origin origin) {
            this(name, SqlText.of(expression), enforcement, origin);
        }

        /** The condition's normal spelling, which is compared. */
        public String expression() {
            return condition.text();
        }

        /** The same under another condition. */
        public Check withCondition(SqlText newCondition) {
            return new Check(name, newCondition, enforcement, origin);
        }

        @Override
        public Check withName(String newName) {
            return new Check(newName, condition, enforcement, origin);
        }

        @Override
        public Check withEnforcement(Enforcement newEnforcement) {
            return new Check(name, condition, newEnforcement, origin);
        }

        @Override
        public Check withOrigin(Origin newOrigin) {
            return new Check(name, condition, enforcement, newOrigin);
        }
    }

    /**
     * A rule that no two rows may conflict by the given operators (PostgreSQL).
     *
     * @param name the constraint's name
     * @param definition the rule in SQL
     * @param enforcement whether and when it holds
     * @param origin where the expectation says so
     */
    record Exclusion(String name, String definition, Enforcement enforcement, Origin origin) implements Constraint {

        /** The same by another rule. */
        public Exclusion withDefinition(String newDefinition) {
            return new Exclusion(name, newDefinition, enforcement, origin);
        }

        @Override
        public Exclusion withName(String newName) {
            return new Exclusion(newName, definition, enforcement, origin);
        }

        @Override
        public Exclusion withEnforcement(Enforcement newEnforcement) {
            return new Exclusion(name, definition, newEnforcement, origin);
        }

        @Override
        public Exclusion withOrigin(Origin newOrigin) {
            return new Exclusion(name, definition, enforcement, newOrigin);
        }
    }

    /** What a foreign key does to the referring row. */
    enum ReferentialAction {
        NO_ACTION,
        RESTRICT,
        CASCADE,
        SET_NULL,
        SET_DEFAULT
    }

    /**
     * Whether and when the database holds rows to a rule.
     *
     * @param deferrable whether the check may wait until the end of the transaction; such a key serves no {@code ON CONFLICT}
     * @param validated whether the rows that were there before are known to meet it (not {@code NOT VALID})
     * @param enforced whether it is enforced at all ({@code NOT ENFORCED} of PostgreSQL 18)
     */
    record Enforcement(boolean deferrable, boolean validated, boolean enforced) {

        /** The ordinary way: checked at once, for all rows. */
        public static final Enforcement ORDINARY = new Enforcement(false, true, true);

        /** Written out, as that of {@link ObjectName} and for its reason: each rule is compared by it. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Enforcement that
                    && deferrable == that.deferrable
                    && validated == that.validated
                    && enforced == that.enforced;
        }

        @Override
        public int hashCode() {
            return (deferrable ? 4 : 0) + (validated ? 2 : 0) + (enforced ? 1 : 0);
        }
    }

    private static List<String> requireColumns(List<String> columns, String what, String name) {
        Objects.requireNonNull(name, "name");
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("the " + what + " '" + name + "' has no columns");
        }
        return List.copyOf(columns);
    }
}
