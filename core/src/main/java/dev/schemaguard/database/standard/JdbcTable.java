package dev.schemaguard.database.standard;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.TableKind;

/**
 * A table or view that a driver found.
 *
 * @param schema the schema to ask for its facts by
 * @param name its name, qualified where the database has schemas
 * @param kind what the name stands for
 */
record JdbcTable(String schema, ObjectName name, TableKind kind) {

    /** Whether the rows come from a query, so that the columns have no rules of their own. */
    boolean isView() {
        return kind == TableKind.VIEW || kind == TableKind.MATERIALIZED_VIEW;
    }
}
