package dev.schemaguard.statements;

import java.util.Set;

/** What an upsert takes for the same row. */
public sealed interface ConflictTarget {

    /** The statement is no upsert. */
    record None() implements ConflictTarget {}

    /** Any unique key of the table: {@code ON CONFLICT DO NOTHING}, {@code ON DUPLICATE KEY UPDATE}, {@code REPLACE}. */
    record AnyKey() implements ConflictTarget {}

    /**
     * A key over just these columns: {@code ON CONFLICT (a, b)}, {@code KEY (a, b)}.
     *
     * @param columns the columns in any order
     * @param partial whether a predicate narrows it ({@code WHERE} behind the columns)
     */
    record Columns(Set<String> columns, boolean partial) implements ConflictTarget {

        public Columns {
            columns = Set.copyOf(columns);
        }
    }

    /**
     * A constraint by its name: {@code ON CONFLICT ON CONSTRAINT}.
     *
     * @param name the constraint's name
     */
    record Constraint(String name) implements ConflictTarget {}

    /** A condition that no key is needed for: the {@code ON} of a {@code MERGE}; or an expression that cannot be told. */
    record Condition() implements ConflictTarget {}
}
