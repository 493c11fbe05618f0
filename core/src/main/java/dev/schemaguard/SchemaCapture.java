package dev.schemaguard;

import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.live.LiveCapture;
import java.sql.Connection;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A live schema, written down so that it can be expected of another database: for a snapshot, or to compare two databases.
 *
 * <p>Names in the first schema that was looked at are unqualified, so that they mean the current schema wherever they are
 * compared; all others say their schema. What the connected role may do is left out, and so are the history tables of migration
 * tools.
 */
public final class SchemaCapture {

    private SchemaCapture() {}

    /**
     * Captures the database behind a DataSource. Takes one connection, and writes nothing.
     *
     * @param scope the schemas and tables to capture, such as {@link InspectionScope#EVERYTHING}
     * @throws InspectionException if there is no connection to be had, or the catalog cannot be read
     */
    public static Schema capture(DataSource dataSource, InspectionScope scope) throws InspectionException {
        return LiveCapture.of(dataSource::getConnection, scope);
    }

    /**
     * Captures the database behind a connection, which is left open and as it was.
     *
     * @param scope the schemas and tables to capture, such as {@link InspectionScope#EVERYTHING}
     * @throws InspectionException if the catalog cannot be read
     */
    public static Schema capture(Connection connection, InspectionScope scope) throws InspectionException {
        return LiveCapture.of(connection, scope);
    }

    /**
     * Lets the database make digests of what was captured of it, to be written behind a snapshot's facts: by these a check is told
     * in one statement that nothing differs. Empty where the database makes none, and where it changed meanwhile. The connection
     * is left open and as it was.
     *
     * @param scope the scope of the capture
     * @param captured what was captured through this connection
     * @throws InspectionException if the catalog cannot be read
     */
    public static Optional<TableDigests> digests(Connection connection, InspectionScope scope, Schema captured)
            throws InspectionException {
        return LiveCapture.digests(connection, scope, captured);
    }
}
