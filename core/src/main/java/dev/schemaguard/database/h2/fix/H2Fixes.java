package dev.schemaguard.database.h2.fix;

import dev.schemaguard.database.h2.dialect.H2Dialect;
import dev.schemaguard.database.standard.StandardFixWriter;
import dev.schemaguard.fix.FixContext;
import dev.schemaguard.fix.FixWriter;
import dev.schemaguard.fix.Fixes;
import dev.schemaguard.fix.SqlRules;
import java.util.List;

/** Writes the cures that H2 spells as the standard does, with its own types and values. */
public final class H2Fixes implements Fixes {

    private final SqlRules rules;

    public H2Fixes(H2Dialect dialect) {
        this.rules = new H2SqlRules(dialect);
    }

    @Override
    public FixWriter writer(FixContext context) {
        return new StandardFixWriter(context);
    }

    @Override
    public SqlRules rules() {
        return rules;
    }

    @Override
    public String lookIn(List<String> schemas) {
        return "";
    }
}
