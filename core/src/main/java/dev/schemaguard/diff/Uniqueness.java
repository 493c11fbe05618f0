package dev.schemaguard.diff;

import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a primary key, a unique key or a unique index that serves like one holds unique.
 *
 * @param columns the columns, whose order does not matter
 * @param enforced whether the database enforces it
 * @param deferrable whether it may be checked as late as at the commit
 * @param refusesEqualNulls whether it refuses a second row with nulls
 */
record Uniqueness(Set<String> columns, boolean enforced, boolean deferrable, boolean refusesEqualNulls) {

    /** All that a table holds unique. */
    static List<Uniqueness> of(Table table) {
        List<Uniqueness> all = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.Key key) {
                // A primary key lets no null in at all, so whoever asks for nulls to be the same is served by it.
                all.add(new Uniqueness(
                        Set.copyOf(key.columns()),
                        key.enforcement().enforced(),
                        key.enforcement().deferrable(),
                        key instanceof Constraint.PrimaryKey || isNullsNotDistinct(key)));
            }
        }
        for (Index index : table.indexes()) {
            Optional<Set<String>> columns = columns(index);
            if (columns.isPresent()) {
                all.add(new Uniqueness(columns.get(), true, false, index.nullsNotDistinct()));
            }
        }
        return all;
    }

    /**
     * Whether it holds exactly these columns unique. An upsert infers its key by the set of columns, from constraints and plain
     * unique indexes alike, but not from deferrable ones (PostgreSQL manual, INSERT).
     */
    boolean serves(Set<String> wanted, boolean deferrableToo, boolean nullsNotDistinct) {
        return columns.equals(wanted)
                && enforced
                && (deferrableToo || !deferrable)
                && (!nullsNotDistinct || refusesEqualNulls);
    }

    static boolean isNullsNotDistinct(Constraint.Key key) {
        return key instanceof Constraint.UniqueKey unique && unique.nullsNotDistinct();
    }

    /** The columns of a unique index that serves like a key; nothing for any other. */
    static Optional<Set<String>> columns(Index index) {
        if (!index.unique() || !index.valid() || !index.predicate().isEmpty()) {
            return Optional.empty();
        }
        Set<String> columns = new HashSet<>();
        for (Index.Part part : index.parts()) {
            if (!(part instanceof Index.ColumnPart column) || column.prefix() > 0) {
                return Optional.empty();
            }
            columns.add(column.name());
        }
        return Optional.of(columns);
    }
}
