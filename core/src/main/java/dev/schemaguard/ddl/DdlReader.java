package dev.schemaguard.ddl;

import dev.schemaguard.ddl.draft.ServerHabits;
import java.util.Optional;

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

    /** What a text is, if it is to be one statement that reads or writes rows, in a session that is set as sessions usually are. */
    default RowStatement rows(String text) {
        return RowStatement.of(text, habits().lexicalRules());
    }

    /** A statement without the values that stand in it; empty where it is not known where they end. */
    default Optional<String> masked(String text) {
        return MaskedText.of(text, habits().lexicalRules());
    }
}
