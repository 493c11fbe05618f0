package dev.schemaguard.proof;

import java.util.List;

/**
 * A column as the release's statements use it.
 *
 * @param name its name
 * @param ddl its type and rules in SQL
 * @param handling how the release binds and reads it
 * @param rows what the two rows that are there hold, and a row to come
 * @param edges further values that the release writes
 * @param filling who gives its value
 */
record ReleaseColumn(
        String name, String ddl, Handling handling, List<Object> rows, List<Object> edges, Filling filling) {

    /** Who gives the value of a column in a new row. */
    enum Filling {
        /** The release binds it. */
        RELEASE,
        /** The release binds it, or leaves it to a default that is always the same. */
        DEFAULTED,
        /** The release binds it, or leaves it to a default that differs from row to row. */
        VOLATILE,
        /** The release takes it from a sequence that it names. */
        SEQUENCE,
        /** The database numbers or computes it, and the release never writes it. */
        DATABASE
    }

    boolean isWritten() {
        return filling != Filling.DATABASE;
    }

    boolean isBound() {
        return isWritten() && filling != Filling.SEQUENCE;
    }

    boolean hasDefault() {
        return filling == Filling.DEFAULTED || filling == Filling.VOLATILE;
    }

    boolean isNullable() {
        return !ddl.contains("not null") && !ddl.contains("primary key") && isBound();
    }

    String placeholder() {
        return filling == Filling.SEQUENCE ? "nextval('ticket_seq')" : "?";
    }
}
