package dev.schemaguard.database.standard;

import dev.schemaguard.model.ObjectName;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that a whole database holds, as its driver tells them.
 *
 * @param connection the connection to ask on
 */
record JdbcDirectory(Connection connection) {

    /** Enough for a hint; a database with more names is none where one can guess. */
    private static final int MOST_NAMES = 20_000;

    private static final Set<String> SYSTEM_SCHEMAS =
            Set.of("information_schema", "pg_catalog", "sys", "mysql", "performance_schema");

    /** The schemas, or the catalogs where the database calls its schemas so. */
    Set<String> schemas() throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        boolean schemas = metaData.supportsSchemasInTableDefinitions();
        Set<String> names = new TreeSet<>();
        try (ResultSet rows = schemas ? metaData.getSchemas() : metaData.getCatalogs()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** Tables and views in no order. */
    List<ObjectName> tables() throws SQLException {
        List<ObjectName> names = new ArrayList<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getTables(connection.getCatalog(), "%", "%", new String[] {"TABLE", "BASE TABLE", "VIEW"})) {
            while (rows.next() && names.size() < MOST_NAMES) {
                String schema = rows.getString(2);
                names.add(ObjectName.of(schema == null ? "" : schema, rows.getString(3)));
            }
        }
        return names;
    }

    /** Those of them that are not the server's own. */
    List<ObjectName> made() throws SQLException {
        return tables().stream()
                .filter(name -> !SYSTEM_SCHEMAS.contains(name.schema().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
