package dev.schemaguard.ddl;

import dev.schemaguard.ddl.draft.ServerHabits;

/**
 * Port: reads scripts as one kind of database does. Implementations are immutable and safe for use by many threads; what they give
 * is for one reading.
 */
public interface DdlReader {

    /** What the server makes of a script by itself. */
    ServerHabits habits();

    /** Whether it is proven, by running scripts on servers, that what is read is what the server makes of them, or left open. */
    boolean isProven();

    /** Reads one statement after the other. */
    StatementReader statements();
}
