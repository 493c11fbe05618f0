package dev.schemaguard.source;

import dev.schemaguard.database.Database;
import dev.schemaguard.input.ReadingDeadline;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.model.Schema;
import java.util.List;

/**
 * Where a release's expectation comes from.
 *
 * <p>Implementations read nothing before {@link #load} is called, may be called by many threads, and give the same schema
 * each time.
 */
public interface SchemaSource {

    /** What the source is called in reports: a location, such as {@code db/migration}. */
    String name();

    /**
     * Reads the expectation in the spelling of the given database. What the source holds but cannot read is listed in
     * {@link Schema#gaps()}. Reading takes as long as it takes, unless the caller names a {@link ReadingDeadline}.
     *
     * @throws SchemaSourceException if there is no expectation to be had: no such file, not readable, broken
     */
    Schema load(Database database);

    /**
     * Digests of all that {@link #load} gives for this database, by which it is told in one statement that nothing of it differs;
     * they are to be had for less than the expectation itself. Empty for most sources.
     *
     * @throws SchemaSourceException if there is no expectation to be had
     */
    default List<TableDigests> digests(Database database) {
        return List.of();
    }

    /** A contract written by hand with {@link Schema#builder()}. Its names and types are read as in SQL. */
    static SchemaSource of(Schema contract) {
        return new ContractSource(contract);
    }
}
