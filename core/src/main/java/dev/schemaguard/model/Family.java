package dev.schemaguard.model;

/**
 * A family of facts that an expectation may name completely. In a family that is named completely an extra live object is
 * news; in one that is not, it is none.
 */
public enum Family {
    TABLES,
    COLUMNS,
    PRIMARY_KEYS,
    UNIQUE_KEYS,
    FOREIGN_KEYS,
    CHECKS,
    INDEXES,
    SEQUENCES,
    TYPES
}
