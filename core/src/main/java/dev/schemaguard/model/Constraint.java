package dev.schemaguard.model;

import java.util.List;
import java.util.Objects;

/** A rule that the database holds every row of a table to. Its name is only a label; rules compare by structure. */
public sealed interface Constraint {

    /** The rule's name, or the empty text where the expectation leaves it to the server. */
    String name();

    /** Whether and when the database holds rows to the rule. */
    Enforcement enforcement();

    /** Where the expectation says so. */
    Origin origin();

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
    }

    /**
     * A rule that no two rows may conflict by the given operators (PostgreSQL).
     *
     * @param name the constraint's name
     * @param definition the rule in SQL
     * @param enforcement whether and when it holds
     * @param origin where the expectation says so
     */
    record Exclusion(String name, String definition, Enforcement enforcement, Origin origin) implements Constraint {}

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
    }

    private static List<String> requireColumns(List<String> columns, String what, String name) {
        Objects.requireNonNull(name, "name");
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("the " + what + " '" + name + "' has no columns");
        }
        return List.copyOf(columns);
    }
}
