package dev.schemaguard.model;

/** Whether a column takes nulls. */
public enum Nullability {
    NULLABLE,
    NOT_NULL,
    UNSTATED
}
