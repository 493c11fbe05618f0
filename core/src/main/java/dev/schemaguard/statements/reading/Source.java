package dev.schemaguard.statements.reading;

/**
 * A column of a table, as one access names it.
 *
 * @param access the access
 * @param column the column's name in the catalog
 */
record Source(AccessDraft access, String column) {

    void uses(Role role) {
        access.uses(column, role);
    }
}
