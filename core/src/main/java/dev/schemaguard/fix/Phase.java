package dev.schemaguard.fix;

/** What has to be there before what: the order in which the statements of several cures can run. */
public enum Phase {
    SCHEMA,
    EXTENSION,
    TYPE,
    DOMAIN,
    /** Types made of other types. */
    COMPOSITE,
    LABEL,
    SEQUENCE,
    TABLE,
    COLUMN,
    /** Types of columns that are there. */
    CONVERSION,
    /** Defaults, numbers and nullability of columns that are there. */
    VALUE,
    KEY,
    INDEX,
    /** Foreign keys, last of the rules, for two tables may refer to each other. */
    REFERENCE,
    CHECK,
    PRIVILEGE
}
