package dev.schemaguard.statements.reading;

/** What a statement does with a column that it names. */
enum Role {
    /** It gives the column back as it is. */
    READ,
    /** The column decides something, or another value is made of it. */
    COMPARED,
    /** It gives the column a value. */
    WRITTEN
}
