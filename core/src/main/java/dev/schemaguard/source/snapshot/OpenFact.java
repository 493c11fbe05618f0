package dev.schemaguard.source.snapshot;

/** The facts of a column that a snapshot lists by name where it leaves them open but would be read as ordinary. */
enum OpenFact {
    NULLABLE,
    DEFAULT,
    IDENTITY,
    GENERATED,
    ON_UPDATE
}
