package dev.schemaguard.statements;

/** What a statement does with a column that it names. */
public enum Role {
    /** It gives the column back as it is. */
    READ,
    /** The column decides something, or another value is made of it. */
    COMPARED,
    /** Rows are put in order or together by the column, which any type that has an order does. */
    ORDERED,
    /** It gives the column a value. */
    WRITTEN
}
