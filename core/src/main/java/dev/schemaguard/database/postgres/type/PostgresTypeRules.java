package dev.schemaguard.database.postgres.type;

import dev.schemaguard.diff.TypeRules;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Schema;

/** What one type means for another on PostgreSQL, as measured with the server and its driver, pair by pair. */
public final class PostgresTypeRules implements TypeRules {

    @Override
    public TypeFit fit(ColumnType expected, Schema expectation, ColumnType actual, Schema live) {
        return new TypeComparison(expectation, live).fit(expected, actual);
    }
}
