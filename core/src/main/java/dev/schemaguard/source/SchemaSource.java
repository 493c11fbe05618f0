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

    /** Says of that many things in {@link Schema#gaps()} what they are and what to do about them, for people. */
    default String unread(int count) {
        return count + (count == 1 ? " statement" : " statements")
                + " that only running could tell; run them into an empty"
                + " database and expect what comes of it (schema-guard snapshot --expect LOCATION --replay JDBC-URL --out"
                + " schema.json)";
    }

    /** The expectations that it stands for, each of which must hold and is told of by its own name; itself for most sources. */
    default List<SchemaSource> parts() {
        return List.of(this);
    }

    /** A contract written by hand with {@link Schema#builder()}. Its names and types are read as in SQL. */
    static SchemaSource of(Schema contract) {
        return new ContractSource(contract);
    }
}
