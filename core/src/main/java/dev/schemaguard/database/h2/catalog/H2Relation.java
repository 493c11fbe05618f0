package dev.schemaguard.database.h2.catalog;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.TableKind;

/**
 * A table or view of H2.
 *
 * @param stored its name as H2 stores it
 * @param name its name as it is compared
 * @param kind what the name stands for
 */
record H2Relation(ObjectName stored, ObjectName name, TableKind kind) {

    boolean holdsRows() {
        return kind.holdsRows();
    }
}
