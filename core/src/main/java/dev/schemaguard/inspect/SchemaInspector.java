package dev.schemaguard.inspect;

import dev.schemaguard.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads the live schema by the catalog reader that fits the database. */
public final class SchemaInspector {

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
        try {
            return reader.read(connection, dialect, scope);
        } catch (SQLException e) {
            throw InspectionFailure.translate(e, scope);
        }
    }
}
