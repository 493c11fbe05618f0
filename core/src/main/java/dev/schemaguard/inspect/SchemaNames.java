package dev.schemaguard.inspect;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.inspect.InspectionException.Reason;
import dev.schemaguard.model.Glob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the schemas that a scope's globs mean. */
final class SchemaNames {

    private static final String POSTGRESQL = """
            /* schema-guard: schema names */
            select n.nspname
            from pg_catalog.pg_namespace n
            where not pg_catalog.starts_with(n.nspname::pg_catalog.text, 'pg_')
              and n.nspname operator(pg_catalog.<>) 'information_schema'
            """;

    private SchemaNames() {}

    /**
     * The schemas that fit any of the scope's names, sorted.
     *
     * @throws InspectionException if none does
     */
    static List<String> fitting(Connection connection, Dialect dialect, InspectionScope scope)
            throws InspectionException, SQLException {
        List<Glob> globs = scope.schemas().stream().map(Glob::new).toList();
        List<String> fitting = all(connection, dialect, scope).stream()
                .filter(name -> globs.stream().anyMatch(glob -> glob.matches(name)))
                .toList();
        if (fitting.isEmpty()) {
            throw new InspectionException(
                    Reason.SCHEMA_NOT_FOUND,
                    "no schema fits '" + String.join("', '", scope.schemas())
                            + "': check the pattern, the database, and that the role may see its schemas",
                    null);
        }
        return fitting;
    }

    private static Set<String> all(Connection connection, Dialect dialect, InspectionScope scope) throws SQLException {
        if (dialect.name().equals("postgresql")) {
            try (PreparedStatement query = connection.prepareStatement(POSTGRESQL)) {
                query.setQueryTimeout(Timeouts.seconds(scope.timeout()));
                try (ResultSet rows = query.executeQuery()) {
                    return read(rows);
                }
            }
        }
        DatabaseMetaData metaData = connection.getMetaData();
        boolean schemas = metaData.supportsSchemasInTableDefinitions();
        try (ResultSet rows = schemas ? metaData.getSchemas() : metaData.getCatalogs()) {
            return read(rows);
        }
    }

    private static Set<String> read(ResultSet rows) throws SQLException {
        Set<String> names = new TreeSet<>();
        while (rows.next()) {
            names.add(rows.getString(1));
        }
        return names;
    }
}
