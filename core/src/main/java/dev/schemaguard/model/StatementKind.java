package dev.schemaguard.model;

/** The kinds of statement that a release sends to a table. */
public enum StatementKind {
    SELECT,
    INSERT,
    UPDATE,
    DELETE,
    /** An insert that becomes an update where the key exists: {@code ON CONFLICT}, {@code MERGE}, {@code ON DUPLICATE KEY}. */
    UPSERT
}
