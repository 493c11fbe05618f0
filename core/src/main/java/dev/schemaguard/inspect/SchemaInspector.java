package dev.schemaguard.inspect;

import dev.schemaguard.database.postgres.catalog.PostgresCatalog;
import dev.schemaguard.database.standard.JdbcMetadataCatalog;
import dev.schemaguard.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Reads the live schema by the catalog reader that fits the database. */
public final class SchemaInspector {

    /** A catalog that changes while it is read is read again: migrations take their locks one after the other. */
    private static final int ATTEMPTS = 4;

    /** So that what is read of many schemas at once takes some tens of megabytes. */
    private static final int TABLES_TOGETHER = 10_000;

    private SchemaInspector() {}

    /**
     * Reads what the scope asks for. The connection is left as it was found: neither closed nor committed, and no setting of
     * its session is changed. With autocommit off the reading belongs to the caller's transaction, and begins one if none is
     * open.
     *
     * @throws InspectionException if the catalog could not be read
     */
    public static LiveSchema inspect(Connection connection, Dialect dialect, InspectionScope scope)
            throws InspectionException {
        return attempt(connection, scope, () -> reader(dialect).read(connection, dialect, scope));
    }

    /**
     * Reads each schema of the scope as if it were named alone, so that one expectation is compared with many schemas of the
     * same make. The scope's names may be globs; on PostgreSQL some thousands of tables take one query. Everything else is as
     * with {@link #inspect}.
     *
     * @param each is handed what was found in each schema, in the order of their names; the first of its search path is the
     *     schema
     * @throws InspectionException if the catalog could not be read, or no schema fits
     */
    public static void inspectEach(
            Connection connection, Dialect dialect, InspectionScope scope, Consumer<LiveSchema> each)
            throws InspectionException {
        List<String> schemas = attempt(connection, scope, () -> SchemaNames.fitting(connection, dialect, scope));
        int tables = scope.expected().map(expected -> expected.tables().size()).orElse(0);
        int together = Math.max(1, TABLES_TOGETHER / Math.max(10, tables));
        for (int from = 0; from < schemas.size(); from += together) {
            InspectionScope some = scope.in(schemas.subList(from, Math.min(schemas.size(), from + together)));
            attempt(connection, some, () -> reader(dialect).readEach(connection, dialect, some))
                    .forEach(each);
        }
    }

    private static CatalogReader reader(Dialect dialect) {
        return dialect.name().equals("postgresql") ? new PostgresCatalog() : new JdbcMetadataCatalog();
    }

    private static <T> T attempt(Connection connection, InspectionScope scope, Reading<T> reading)
            throws InspectionException {
        for (int attempt = 1; ; attempt++) {
            NetworkDeadline deadline = NetworkDeadline.set(connection, scope.timeout());
            try {
                return reading.read();
            } catch (CatalogMovedException e) {
                if (attempt == ATTEMPTS) {
                    throw InspectionFailure.moved(e);
                }
            } catch (CatalogTooLargeException e) {
                throw InspectionFailure.tooLarge(e);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !InspectionFailure.mayPass(e) || !isOnItsOwn(connection)) {
                    throw InspectionFailure.translate(e, scope);
                }
            } finally {
                deadline.restore();
            }
        }
    }

    /** A failed statement spoils the transaction that it belongs to, so that nothing can be read again in it. */
    private static boolean isOnItsOwn(Connection connection) {
        try {
            return connection.getAutoCommit();
        } catch (SQLException e) {
            return false;
        }
    }

    /** What is read, and perhaps read again. */
    private interface Reading<T> {

        T read() throws InspectionException, SQLException;
    }
}
