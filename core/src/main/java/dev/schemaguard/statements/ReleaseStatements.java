package dev.schemaguard.statements;

import java.util.List;
import java.util.Objects;

/**
 * The statements of a release, as far as they are known.
 *
 * @param name where they come from, for people
 * @param statements those that could be read
 * @param unread those that could not, which state nothing
 * @param others how many there are that neither read nor write rows: DDL, calls, settings
 * @param complete whether a person declared that the release sends no others
 */
public record ReleaseStatements(
        String name, List<ReleaseStatement> statements, List<UnreadStatement> unread, int others, boolean complete) {

    public ReleaseStatements {
        Objects.requireNonNull(name, "name");
        statements = List.copyOf(statements);
        unread = List.copyOf(unread);
    }

    /** Statements that all read or write rows. */
    public ReleaseStatements(
            String name, List<ReleaseStatement> statements, List<UnreadStatement> unread, boolean complete) {
        this(name, statements, unread, 0, complete);
    }

    /** Whether what no statement uses is used by nobody: all are declared to be here, and all could be read. */
    public boolean tellsWhatIsUnused() {
        return complete && unread.isEmpty();
    }
}
