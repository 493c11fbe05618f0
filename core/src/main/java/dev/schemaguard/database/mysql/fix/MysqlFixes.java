package dev.schemaguard.database.mysql.fix;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.fix.FixContext;
import dev.schemaguard.fix.FixWriter;
import dev.schemaguard.fix.Fixes;
import dev.schemaguard.fix.SqlRules;
import java.util.List;

/** Writes fixes for MySQL and MariaDB. */
public final class MysqlFixes implements Fixes {

    private final Dialect dialect;
    private final SqlRules rules = new MysqlSqlRules();

    public MysqlFixes(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public FixWriter writer(FixContext context) {
        return new MysqlFixWriter(context);
    }

    @Override
    public SqlRules rules() {
        return rules;
    }

    /** A database is what others call a schema, and there is one at a time in which names are looked for. */
    @Override
    public String lookIn(List<String> schemas) {
        return schemas.isEmpty() ? "" : "USE " + dialect.quote(schemas.get(0));
    }
}
