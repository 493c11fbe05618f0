package dev.schemaguard.fix;

import java.util.List;

/** Port: writes SQL that would cure drift on one kind of database. Implementations are immutable and safe for use by many threads. */
public interface Fixes {

    /** Writes what would cure the drifts of one expectation. */
    FixWriter writer(FixContext context);

    /** How the texts of others are written into SQL. */
    SqlRules rules();

    /**
     * The statement, without a semicolon, behind which names without a schema mean what is in these; empty where there is none.
     *
     * @param schemas the schemas in order
     */
    String lookIn(List<String> schemas);
}
