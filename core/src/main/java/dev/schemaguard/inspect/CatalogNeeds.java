package dev.schemaguard.inspect;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.Use;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which facts a comparison with the expectation can ask for, so that no other is read.
 *
 * @param everything whether the whole of the schemas is captured rather than what an expectation names
 * @param families the families whose facts are read in full
 * @param keys whether unique indexes are read, which serve as keys as well as constraints do
 * @param exclusions whether exclusion constraints are read
 * @param defaults of which columns the default's expression is read; whether there is one is always known
 * @param collations whether collations are read
 * @param parents whether the tables that others inherit from are read
 * @param inbound whether it is read which other tables refer to those that are expected
 * @param numbers whether it is read which columns take a number from a sequence that the role may not use
 */
public record CatalogNeeds(
        boolean everything,
        Set<Family> families,
        boolean keys,
        boolean exclusions,
        Defaults defaults,
        boolean collations,
        boolean parents,
        boolean inbound,
        boolean numbers) {

    /** Of which columns the default's expression is read. */
    public enum Defaults {
        NONE,
        /** Those that can call {@code nextval}: the types that {@code serial} makes, and domains. */
        NUMBERED,
        ALL
    }

    /** The needs of a capture. */
    public static final CatalogNeeds EVERYTHING = new CatalogNeeds(
            true, Set.copyOf(EnumSet.allOf(Family.class)), true, true, Defaults.ALL, true, true, false, false);

    public CatalogNeeds {
        families = Set.copyOf(families);
    }

    /** The needs of a comparison with an expectation. */
    public static CatalogNeeds of(Schema expected) {
        Set<Family> families = EnumSet.of(Family.COLUMNS);
        families.addAll(expected.complete());
        for (Table table : expected.tables()) {
            families.addAll(table.complete());
            for (Constraint constraint : table.constraints()) {
                families.addAll(familiesOf(constraint));
            }
            if (!table.indexes().isEmpty()) {
                families.add(Family.INDEXES);
            }
        }
        families.remove(Family.TABLES);
        keep(families, Family.SEQUENCES, !expected.sequences().isEmpty());
        keep(families, Family.TYPES, !expected.types().isEmpty());
        return new CatalogNeeds(
                false,
                families,
                families.contains(Family.PRIMARY_KEYS)
                        || families.contains(Family.UNIQUE_KEYS)
                        || families.contains(Family.INDEXES),
                anyTable(expected, CatalogNeeds::statesExclusion) || meetsKeysByName(expected),
                defaults(expected),
                anyColumn(expected, column -> column.collation().isPresent()),
                anyTable(expected, table -> !table.parents().isEmpty()),
                // Only who names all tables and all foreign keys can tell which one is news.
                expected.complete().containsAll(Set.of(Family.TABLES, Family.FOREIGN_KEYS)),
                anyTable(expected, CatalogNeeds::mayInsert));
    }

    /** Whether a family's facts are read in full. */
    public boolean reads(Family family) {
        return families.contains(family);
    }

    /** The kinds of constraint to read, as {@code pg_constraint.contype} calls them. */
    public String constraintKinds() {
        StringBuilder kinds = new StringBuilder();
        // A key that was made as a constraint differs from a plain unique index only by its row there.
        kinds.append(keys ? "pu" : "");
        kinds.append(reads(Family.FOREIGN_KEYS) ? "f" : "");
        kinds.append(reads(Family.CHECKS) ? "c" : "");
        kinds.append(exclusions ? "x" : "");
        return kinds.toString();
    }

    private static void keep(Set<Family> families, Family family, boolean kept) {
        if (kept) {
            families.add(family);
        } else {
            families.remove(family);
        }
    }

    private static Set<Family> familiesOf(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey) {
            return Set.of(Family.PRIMARY_KEYS);
        }
        if (constraint instanceof Constraint.UniqueKey) {
            return Set.of(Family.UNIQUE_KEYS);
        }
        if (constraint instanceof Constraint.ForeignKey) {
            return Set.of(Family.FOREIGN_KEYS);
        }
        return constraint instanceof Constraint.Check ? Set.of(Family.CHECKS) : Set.of();
    }

    private static Defaults defaults(Schema expected) {
        if (anyColumn(expected, CatalogNeeds::statesExpression)) {
            return Defaults.ALL;
        }
        return anyColumn(expected, column -> column.identity().generates()) ? Defaults.NUMBERED : Defaults.NONE;
    }

    private static boolean statesExpression(Column column) {
        return column.columnDefault() instanceof ColumnDefault.Expression
                || column.generation() instanceof Generation.Stored stored
                        && !stored.expression().isEmpty()
                || column.generation() instanceof Generation.Virtual virtual
                        && !virtual.expression().isEmpty();
    }

    private static boolean mayInsert(Table table) {
        return table.use().insert() != Use.NEVER || table.use().upsert() != Use.NEVER;
    }

    /** Upserts that name a key by its name may mean an exclusion constraint, too (PostgreSQL manual, INSERT, conflict_target). */
    private static boolean meetsKeysByName(Schema expected) {
        return expected.complete().equals(Set.of(Family.UNIQUE_KEYS));
    }

    private static boolean statesExclusion(Table table) {
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.Exclusion) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyColumn(Schema expected, Predicate<Column> question) {
        for (Table table : expected.tables()) {
            for (Column column : table.columns()) {
                if (question.test(column)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean anyTable(Schema expected, Predicate<Table> question) {
        for (Table table : expected.tables()) {
            if (question.test(table)) {
                return true;
            }
        }
        return false;
    }
}
