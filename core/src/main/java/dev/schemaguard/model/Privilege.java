package dev.schemaguard.model;

/** What a role may do with an object. */
public enum Privilege {
    SELECT,
    INSERT,
    UPDATE,
    DELETE,
    USAGE
}
