package dev.schemaguard.spring.expectation;

import dev.schemaguard.source.StatementSource;
import java.util.List;

/**
 * What is known of the statements that a release sends to a DataSource.
 *
 * @param stated those that somebody recorded or wrote down, so that what they use is expected, too
 * @param found those that the application's frameworks were given, which are read only where something differs
 * @param named whether a property names the stated ones, rather than that they were found
 */
public record SentStatements(List<StatementSource> stated, List<StatementSource> found, boolean named) {

    /** Nothing is known of any. */
    public static final SentStatements UNKNOWN = new SentStatements(List.of(), List.of(), false);

    public SentStatements {
        stated = List.copyOf(stated);
        found = List.copyOf(found);
    }
}
