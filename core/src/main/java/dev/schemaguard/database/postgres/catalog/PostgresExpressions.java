package dev.schemaguard.database.postgres.catalog;

import dev.schemaguard.dialect.Dialect;
import java.util.HashMap;
import java.util.Map;

/** Spells expressions by the dialect, each text once. */
final class PostgresExpressions {

    private final Dialect dialect;
    private final Map<String, String> spelled = new HashMap<>();

    PostgresExpressions(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The expression's normal spelling; of none, none. */
    String expression(String printed) {
        return printed.isEmpty() ? "" : spelled.computeIfAbsent(printed, dialect::expression);
    }
}
