package dev.schemaguard.diff;

import dev.schemaguard.database.postgres.type.TypeComparison;
import dev.schemaguard.database.standard.StandardTypeRules;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Schema;

/** What a live type means for statements that were written for another one, on one kind of database. */
public interface TypeRules {

    /** As measured on PostgreSQL with its driver, pair by pair. */
    TypeRules POSTGRESQL =
            (expected, expectation, actual, live) -> new TypeComparison(expectation, live).fit(expected, actual);

    /** What holds on every database. */
    TypeRules STANDARD = (expected, expectation, actual, live) -> StandardTypeRules.fit(expected, actual);

    /**
     * How a live type serves.
     *
     * @param expected the type that the release expects
     * @param expectation the schema whose user types it may name
     * @param actual the type that the database has
     * @param live the schema whose user types that one may name
     */
    TypeFit fit(ColumnType expected, Schema expectation, ColumnType actual, Schema live);
}
