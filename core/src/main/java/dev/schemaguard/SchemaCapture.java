package dev.schemaguard;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.inspect.HistoryTables;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import dev.schemaguard.inspect.SchemaInspector;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Unverified.Code;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.source.live.PortableSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
        try (Connection connection = connect(dataSource)) {
            return capture(connection, scope);
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /**
     * Captures the database behind a connection, which is left open and as it was.
     *
     * @param scope the schemas and tables to capture, such as {@link InspectionScope#EVERYTHING}
     * @throws InspectionException if the catalog cannot be read
     */
    public static Schema capture(Connection connection, InspectionScope scope) throws InspectionException {
        try {
            return capture(connection, Dialect.of(connection.getMetaData()), scope);
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    public static Schema capture(Connection connection, Dialect dialect, InspectionScope scope) throws InspectionException {
        List<String> excluded = new ArrayList<>(scope.exclude());
        excluded.addAll(HistoryTables.globs());
        LiveSchema live = SchemaInspector.inspect(connection, dialect, scope.excluding(excluded));
        return PortableSchema.of(live.schema());
    }

    private static Connection connect(DataSource dataSource) throws InspectionException {
        try {
            return dataSource.getConnection();
        } catch (SQLException | RuntimeException e) {
            // Pools wrap a refused connection in exceptions of their own, some of them unchecked.
            throw unreachable(e);
        }
    }

    /** Why there is no connection, in the words of the check. */
    public static InspectionException unreachable(Exception failure) {
        Unverified unknown = Unreachable.describe(failure);
        return new InspectionException(
                unknown.code() == Code.NOT_PERMITTED
                        ? InspectionException.Reason.NOT_PERMITTED
                        : InspectionException.Reason.UNREACHABLE,
                unknown.reason(),
                failure);
    }
}
