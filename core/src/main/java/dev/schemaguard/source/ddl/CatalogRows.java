package dev.schemaguard.source.ddl;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows that a query of the catalog would give.
 *
 * @param certain how many rows there are for certain
 * @param possible how many more there may be, for a condition on them is not understood
 * @param known whether the tables that are asked for are understood at all
 */
record CatalogRows(long certain, long possible, boolean known) {

    /** The rows of a query over what a script has created so far. */
    static CatalogRows of(CatalogQuery query, Catalog catalog) {
        Optional<List<Map<String, String>>> rows = CatalogTables.rows(query.from(), catalog);
        if (rows.isEmpty()) {
            return new CatalogRows(0, 0, false);
        }
        long certain = 0;
        long possible = 0;
        for (Map<String, String> row : rows.get()) {
            Optional<Boolean> meant = Optional.of(true);
            for (List<Token> condition : query.conditions()) {
                Optional<Boolean> holds = RowCondition.holds(condition, row, catalog);
                if (holds.isPresent() && !holds.get()) {
                    meant = holds;
                    break;
                }
                meant = holds.isEmpty() ? holds : meant;
            }
            certain += meant.orElse(false) ? 1 : 0;
            possible += meant.isEmpty() ? 1 : 0;
        }
        return new CatalogRows(certain, possible, true);
    }

    /** Whether there is a row, if that can be told. */
    Optional<Boolean> exists() {
        if (!known) {
            return Optional.empty();
        }
        if (certain > 0) {
            return Optional.of(true);
        }
        return possible > 0 ? Optional.empty() : Optional.of(false);
    }

    /** How many rows there are, if that can be told. */
    Optional<Long> count() {
        return known && possible == 0 ? Optional.of(certain) : Optional.empty();
    }
}
