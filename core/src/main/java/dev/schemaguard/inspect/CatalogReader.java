package dev.schemaguard.inspect;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.MigrationHistory;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Port: reads one kind of catalog. Implementations are immutable and safe for use by many threads. */
public interface CatalogReader {

    /**
     * Reads what the scope asks for.
     *
     * @throws InspectionException if the catalog answered, but not with what was asked for
     * @throws SQLException if the catalog did not answer
     */
    LiveSchema read(Connection connection, Dialect dialect, InspectionScope scope)
            throws InspectionException, SQLException;

    /**
     * Reads each schema of the scope as if it were named alone. Those that do not exist any more are left out.
     *
     * @throws InspectionException if the catalog answered, but not with what was asked for
     * @throws SQLException if the catalog did not answer
     */
    default List<LiveSchema> readEach(Connection connection, Dialect dialect, InspectionScope scope)
            throws InspectionException, SQLException {
        List<LiveSchema> each = new ArrayList<>();
        for (String schema : scope.schemas()) {
            each.add(read(connection, dialect, scope.in(List.of(schema))));
        }
        return each;
    }

    /**
     * Under which number digests of this server are kept: that of its major version or series, for another one may write the same
     * facts in other words. The driver's word for it serves where every driver has the same.
     *
     * @throws SQLException if the driver does not know it
     */
    default int digestVersion(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion();
    }

    /**
     * Lets the server make digests of what a comparison can ask of the given objects, each looked for as {@link #read} does. Empty
     * where this database makes none, or not of each of them.
     *
     * @param objects what was captured
     * @throws SQLException if the catalog did not answer
     */
    default Optional<TableDigests> digests(Connection connection, InspectionScope scope, List<ObjectDigest> objects)
            throws SQLException {
        return Optional.empty();
    }

    /**
     * Asks in one statement which of the captured objects may not be what they were, in what a comparison can ask of them and in
     * what the connected role may do with them. What this cannot tell counts as different. Empty where this database makes no
     * digests, or its major version is none of those.
     *
     * @param captured digests of the same objects, one for each major version that any is known of
     * @throws SQLException if the catalog did not answer
     */
    default Optional<DigestAnswer> differing(Connection connection, InspectionScope scope, List<TableDigests> captured)
            throws SQLException {
        return Optional.empty();
    }

    /**
     * Asks the same of each schema of the scope as if it were named alone. Those that do not exist any more are left out. Empty where
     * this database cannot tell it in one statement.
     *
     * @param captured digests by this server's major version, of objects whose names say no schema
     * @throws SQLException if the catalog did not answer
     */
    default Optional<List<DigestAnswer>> differingEach(
            Connection connection, InspectionScope scope, TableDigests captured) throws SQLException {
        return Optional.empty();
    }

    /**
     * The names of all schemas, but for the server's own.
     *
     * @throws SQLException if the catalog did not answer
     */
    Set<String> schemas(Connection connection, Duration timeout) throws SQLException;

    /**
     * The names of all tables and views, in whatever schema, in no order and at most some thousands, to find the one that somebody
     * meant. Asked only where something was not found.
     *
     * @throws SQLException if the catalog did not answer
     */
    List<ObjectName> tables(Connection connection, Duration timeout) throws SQLException;

    /**
     * The tables, views and sequences that somebody made, in whatever schema: a database without any is nobody's, so that scripts
     * may run in it.
     *
     * @throws SQLException if the catalog did not answer
     */
    List<ObjectName> made(Connection connection, Duration timeout) throws SQLException;

    /**
     * What migration tools remember to have run, one history for each tool, for hints; asked only on drift. Empty where it cannot be
     * told which tables run nothing foreign when they are read. The caller's transaction outlives a failure.
     *
     * @param schemas the schemas that are looked at, in order
     * @param live what the database has of the release's own tables
     * @param timeout how long each statement may take
     * @throws SQLException if a history is there but cannot be read
     */
    default List<MigrationHistory> histories(Connection connection, List<String> schemas, Schema live, Duration timeout)
            throws SQLException {
        return List.of();
    }

    /** Where a person finds listed whom row security lets through; empty where there is no such list. */
    default String policies() {
        return "";
    }

    /** What people call the list of schemas in which names without one are looked for; empty where there is no such list. */
    default String searchPath() {
        return "";
    }
}
