package dev.schemaguard.database.postgres.ddl.program;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.script.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows that a query of the catalog would give.
 *
 * @param certain the rows that there are for certain
 * @param possible how many more there may be, for a condition on them is not understood
 * @param known whether the tables that are asked for are understood at all
 */
record CatalogRows(List<Map<String, String>> certain, long possible, boolean known) {

    CatalogRows {
        certain = List.copyOf(certain);
    }

    /** The rows of a query over what a script has created so far. */
    static CatalogRows of(CatalogQuery query, Catalog catalog) {
        Optional<List<Map<String, String>>> rows = CatalogTables.rows(query, catalog);
        if (rows.isEmpty() || query.from().isEmpty()) {
            return new CatalogRows(List.of(), 0, false);
        }
        List<Map<String, String>> certain = new ArrayList<>();
        long possible = 0;
        for (Map<String, String> row : rows.get()) {
            Optional<Boolean> meant = isMeant(row, query, catalog);
            if (meant.isEmpty()) {
                possible++;
            } else if (meant.get()) {
                certain.add(row);
            }
        }
        // A question about nothing in particular is answered by the server's own objects, too.
        boolean more = query.conditions().isEmpty() || AskedObjects.mayBeMore(query, catalog);
        return new CatalogRows(certain, more ? possible + 1 : possible, true);
    }

    /** One condition that does not hold decides; else all of them have to be understood. */
    private static Optional<Boolean> isMeant(Map<String, String> row, CatalogQuery query, Catalog catalog) {
        boolean open = false;
        for (List<Token> condition : query.conditions()) {
            Optional<Boolean> holds = RowCondition.holds(condition, row, catalog);
            if (holds.isPresent() && !holds.get()) {
                return holds;
            }
            open |= holds.isEmpty();
        }
        return open ? Optional.empty() : Optional.of(true);
    }

    /** Whether there is a row, if that can be told. */
    Optional<Boolean> exists() {
        if (!known) {
            return Optional.empty();
        }
        if (!certain.isEmpty()) {
            return Optional.of(true);
        }
        return possible > 0 ? Optional.empty() : Optional.of(false);
    }

    /** How many rows there are, if that can be told. */
    Optional<Long> count() {
        return all().map(rows -> (long) rows.size());
    }

    /** All rows, if they can be told. */
    Optional<List<Map<String, String>>> all() {
        return known && possible == 0 ? Optional.of(certain) : Optional.empty();
    }
}
