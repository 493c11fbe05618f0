package dev.schemaguard.database.sqlite.fix;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.fix.FixContext;
import dev.schemaguard.fix.FixWriter;
import dev.schemaguard.fix.Fixes;
import dev.schemaguard.fix.SqlRules;
import java.util.List;

/** Writes fixes for SQLite. */
public final class SqliteFixes implements Fixes {

    private final SqlRules rules;

    public SqliteFixes(Dialect dialect) {
        this.rules = new SqliteSqlRules(dialect);
    }

    @Override
    public FixWriter writer(FixContext context) {
        return new SqliteFixWriter(context);
    }

    @Override
    public SqlRules rules() {
        return rules;
    }

    /** Names are looked for in all that is attached, and nothing changes the order (manual, ATTACH DATABASE). */
    @Override
    public String lookIn(List<String> schemas) {
        return "";
    }
}
