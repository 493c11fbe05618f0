package dev.schemaguard.inspect;

import dev.schemaguard.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads one kind of catalog. */
interface CatalogReader {

    /**
     * Reads what the scope asks for.
     *
     * @throws InspectionException if the catalog answered, but not with what was asked for
     * @throws SQLException if the catalog did not answer
     */
    LiveSchema read(Connection connection, Dialect dialect, InspectionScope scope)
            throws InspectionException, SQLException;
}
