package dev.schemaguard.database.h2.catalog;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.TableKind;

/**
 * A table or view of H2.
 *
 * @param stored its own name
 * @param name the name that statements mean it by, which is that of a synonym or its own
 * @param kind what the name stands for
 */
record H2Relation(ObjectName stored, ObjectName name, TableKind kind) {

    boolean holdsRows() {
        return kind.holdsRows();
    }
}
