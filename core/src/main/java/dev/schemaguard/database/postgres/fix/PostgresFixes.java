package dev.schemaguard.database.postgres.fix;

import dev.schemaguard.database.postgres.dialect.PostgresDialect;
import dev.schemaguard.fix.FixContext;
import dev.schemaguard.fix.FixWriter;
import dev.schemaguard.fix.Fixes;
import dev.schemaguard.fix.SqlRules;
import java.util.List;
import java.util.stream.Collectors;

/** Writes fixes for PostgreSQL. */
public final class PostgresFixes implements Fixes {

    private final SqlRules rules = new PostgresSqlRules();

    @Override
    public FixWriter writer(FixContext context) {
        return new PostgresFixWriter(context);
    }

    @Override
    public SqlRules rules() {
        return rules;
    }

    @Override
    public String lookIn(List<String> schemas) {
        return schemas.isEmpty()
                ? ""
                : "SET search_path = "
                        + schemas.stream().map(PostgresDialect.INSTANCE::quote).collect(Collectors.joining(", "));
    }
}
