package dev.schemaguard.ddl;

import dev.schemaguard.ddl.draft.ServerHabits;

/**
 * Port: reads scripts as one kind of database does. Implementations are immutable and safe for use by many threads; what they give
 * is for one reading.
 */
public interface DdlReader {

    /** What the server makes of a script by itself. */
    ServerHabits habits();

    /** Reads one statement after the other. */
    StatementReader statements();
}
