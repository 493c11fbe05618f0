package dev.schemaguard.model;

/** What a name that statements use like a table stands for. */
public enum TableKind {
    TABLE,
    PARTITIONED_TABLE,
    VIEW,
    MATERIALIZED_VIEW,
    FOREIGN_TABLE;

    /** Whether the rows are kept by this database under this name, so that keys and rules can be held to them here. */
    public boolean holdsRows() {
        return this == TABLE || this == PARTITIONED_TABLE;
    }
}
