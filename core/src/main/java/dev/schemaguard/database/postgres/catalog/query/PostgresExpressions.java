package dev.schemaguard.database.postgres.catalog.query;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.SqlText;
import java.util.HashMap;
import java.util.Map;

/** Spells expressions by the dialect, each text once. */
public final class PostgresExpressions {

    private final Dialect dialect;
    private final Map<String, SqlText> spelled = new HashMap<>();

    public PostgresExpressions(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The expression's normal spelling; of none, none. */
    public SqlText expression(String printed) {
        if (printed.isEmpty()) {
            return SqlText.NONE;
        }
        SqlText known = spelled.get(printed);
        if (known == null) {
            known = dialect.expression(printed);
            spelled.put(printed, known);
        }
        return known;
    }
}
