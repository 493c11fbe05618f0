package dev.schemaguard.inspect;

import dev.schemaguard.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads one kind of catalog. */
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
}
