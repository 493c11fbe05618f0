package dev.schemaguard.database.postgres.ddl.program;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.DraftSequence;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.ddl.draft.Registry;
import dev.schemaguard.model.UserType;
import java.util.Collection;
import java.util.Set;

/**
 * The objects that a query of the catalog may be about: those of the one name that it asks for, where it does, for a script may
 * ask for each of its tables; else all.
 *
 * @param query the query
 * @param catalog what the script has created so far
 */
record AskedObjects(CatalogQuery query, Catalog catalog) {

    /** Columns that hold the name of a table in rows of tables and columns. */
    private static final Set<String> TABLE = Set.of("table_name", "tablename", "relname", "viewname", "matviewname");

    /** Columns that hold the name of a rule or an index. */
    private static final Set<String> PART = Set.of("conname", "constraint_name", "indexname", "relname");

    /** Columns that hold the name of the table in rows of its rules and indexes, too. */
    private static final Set<String> OF_TABLE = Set.of("table_name", "tablename");

    private static final Set<String> TYPE = Set.of("typname");
    private static final Set<String> SEQUENCE = Set.of("sequence_name", "sequencename", "relname");

    /** Whether there may be more than is known, for a statement that could not be read may have made or changed what is asked for. */
    static boolean mayBeMore(CatalogQuery query, Catalog catalog) {
        return catalog.mayHoldMore()
                || query.literal(TABLE).map(catalog.gaps()::reachNamed).orElseGet(catalog.gaps()::reachAny);
    }

    Collection<DraftTable> tables() {
        return of(catalog.tables(), TABLE);
    }

    /** The tables that may have the rule or index. */
    Collection<DraftTable> withPart() {
        return query.literal(PART)
                .<Collection<DraftTable>>map(catalog::withRuleOrIndex)
                .orElseGet(() -> of(catalog.tables(), OF_TABLE));
    }

    Collection<UserType> types() {
        return of(catalog.types(), TYPE);
    }

    Collection<DraftSequence> sequences() {
        return of(catalog.sequences(), SEQUENCE);
    }

    private <T> Collection<T> of(Registry<T> objects, Set<String> columns) {
        return query.literal(columns).<Collection<T>>map(objects::named).orElseGet(objects::all);
    }
}
