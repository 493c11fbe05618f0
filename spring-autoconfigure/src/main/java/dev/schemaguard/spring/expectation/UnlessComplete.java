package dev.schemaguard.spring.expectation;

import dev.schemaguard.database.Database;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.StatementSource;
import dev.schemaguard.statements.ReleaseStatements;
import java.util.List;

/**
 * The queries of an application, where nobody declared that all its statements are known: otherwise they are among those, and to
 * read them would only add doubt.
 *
 * @param found the queries
 * @param stated the statements that somebody wrote down
 */
record UnlessComplete(StatementSource found, List<StatementSource> stated) implements StatementSource {

    @Override
    public String name() {
        return found.name();
    }

    @Override
    public ReleaseStatements load(Database database, Schema expected) {
        return stated.stream().anyMatch(one -> isComplete(one, database, expected))
                ? new ReleaseStatements(name(), List.of(), List.of(), true)
                : found.load(database, expected);
    }

    /** What cannot be read is said by whoever expects it. */
    private static boolean isComplete(StatementSource source, Database database, Schema expected) {
        try {
            return source.load(database, expected).complete();
        } catch (SchemaSourceException e) {
            return false;
        }
    }
}
