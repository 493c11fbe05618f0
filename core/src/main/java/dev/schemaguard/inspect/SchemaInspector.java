package dev.schemaguard.inspect;

import dev.schemaguard.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads the live schema by the catalog reader that fits the database. */
public final class SchemaInspector {

    /** A catalog that changes while it is read is read again: migrations take their locks one after the other. */
    private static final int ATTEMPTS = 4;

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
        CatalogReader reader = dialect.name().equals("postgresql") ? new PostgresCatalog() : new JdbcMetadataCatalog();
        for (int attempt = 1; ; attempt++) {
            try {
                return reader.read(connection, dialect, scope);
            } catch (CatalogMovedException e) {
                if (attempt == ATTEMPTS) {
                    throw InspectionFailure.moved(e);
                }
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !InspectionFailure.mayPass(e) || !isOnItsOwn(connection)) {
                    throw InspectionFailure.translate(e, scope);
                }
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
}
