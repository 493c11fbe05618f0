package dev.schemaguard.database.standard;

import dev.schemaguard.fix.FixContext;
import dev.schemaguard.fix.FixWriter;
import dev.schemaguard.fix.Fixes;
import dev.schemaguard.fix.SqlRules;
import java.util.List;

/** Writes the few fixes that every database spells alike. */
public final class StandardFixes implements Fixes {

    private final SqlRules rules = new StandardSqlRules();

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
