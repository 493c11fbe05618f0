package dev.schemaguard.inspect;

/** The failures of a database that call for different answers, whatever code a server gives them. */
public enum FailureKind {
    /** No connection could be made, or it was lost. */
    CONNECTION_LOST,
    /** The server is going down, coming up, or was told to end all sessions. */
    NOT_SERVING,
    /** The server takes no further connection. */
    TOO_MANY_CONNECTIONS,
    /** The server ended this session: it idled too long, or its database was dropped. */
    SESSION_ENDED,
    /** There is no such database. */
    NO_SUCH_DATABASE,
    /** The server did not let the role in. */
    NOT_LET_IN,
    /** The role is in, and may not do this. */
    NOT_PERMITTED,
    /** The statement was ended: its time was up, or somebody cancelled it. */
    CANCELLED,
    /** A lock was not to be had in time. */
    LOCKED,
    /** The transaction was the one of several to give way. */
    GAVE_WAY,
    /** Memory, disk or another means ran out, or the system failed. */
    OUT_OF_MEANS,
    /** The transaction had failed before. */
    TRANSACTION_FAILED,
    /** The statement runs outside of a transaction only. */
    NOT_IN_A_TRANSACTION,
    /** A label of an enum is used in the transaction that adds it. */
    LABEL_NOT_USABLE,
    /** The catalog changed while it was read. */
    CATALOG_CHANGED,
    /** A statement names a table that is not there. */
    UNDEFINED_TABLE,
    /** A statement names a column that is not there. */
    UNDEFINED_COLUMN,
    /** A statement calls a function, or uses an operator, that is not there for these types. */
    UNDEFINED_FUNCTION,
    /** A statement names another object that is not there, such as a type. */
    UNDEFINED_OBJECT,
    /** A statement names a schema that is not there. */
    UNDEFINED_SCHEMA,
    /** None of these. */
    OTHER;

    /** Whether the role may not. */
    public boolean isRefusal() {
        return this == NOT_LET_IN || this == NOT_PERMITTED;
    }

    /** Whether no server answers. */
    public boolean isAbsence() {
        return this == CONNECTION_LOST || this == NOT_SERVING || this == TOO_MANY_CONNECTIONS;
    }

    /** Whether a statement names something that is not there. */
    public boolean isUndefined() {
        return compareTo(UNDEFINED_TABLE) >= 0 && compareTo(UNDEFINED_SCHEMA) <= 0;
    }
}
