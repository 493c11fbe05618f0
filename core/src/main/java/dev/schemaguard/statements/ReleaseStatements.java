package dev.schemaguard.statements;

import java.util.List;
import java.util.Objects;

/**
 * The statements of a release, as far as they are known.
 *
 * @param name where they come from, for people
 * @param statements those that could be read
 * @param unread those that could not, which state nothing
 * @param complete whether a person declared that the release sends no others
 */
public record ReleaseStatements(
        String name, List<ReleaseStatement> statements, List<UnreadStatement> unread, boolean complete) {

    public ReleaseStatements {
        Objects.requireNonNull(name, "name");
        statements = List.copyOf(statements);
        unread = List.copyOf(unread);
    }

    /** Whether what no statement uses is used by nobody: all are declared to be here, and all could be read. */
    public boolean tellsWhatIsUnused() {
        return complete && unread.isEmpty();
    }
}
