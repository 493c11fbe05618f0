package dev.schemaguard.source;

import dev.schemaguard.database.Database;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Schema;
import dev.schemaguard.statements.ReleaseStatements;

/**
 * Where the statements of a release come from.
 *
 * <p>Implementations read nothing before {@link #load} is called, and may be called by many threads.
 */
public interface StatementSource {

    /** What the source is called in reports: a location, such as {@code release-41.sql}. */
    String name();

    /**
     * Reads the statements in the spelling of the given database. What is there and cannot be read is listed in
     * {@link ReleaseStatements#unread()}.
     *
     * @param expected what else is expected, by which it is told whose column a bare name is; empty where nothing is
     * @throws SchemaSourceException if there is nothing to be had: no such file, not readable, broken
     */
    ReleaseStatements load(Database database, Schema expected);

    /** The same, which tells whose column a bare name is by another schema, too. */
    default StatementSource knowing(SchemaSource schema) {
        StatementSource whole = this;
        return new StatementSource() {
            @Override
            public String name() {
                return whole.name();
            }

            @Override
            public ReleaseStatements load(Database database, Schema expected) {
                Schema known = schema.load(database);
                return whole.load(
                        database,
                        expected.isEmpty()
                                ? known
                                : known.toBuilder().tables(expected.tables()).build());
            }
        };
    }

    /** Statements that are read already. */
    static StatementSource of(ReleaseStatements statements) {
        return new StatementSource() {
            @Override
            public String name() {
                return statements.name();
            }

            @Override
            public ReleaseStatements load(Database database, Schema expected) {
                return statements;
            }
        };
    }
}
