package dev.schemaguard.database.sqlite;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.inspect.CatalogReader;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import dev.schemaguard.model.ObjectName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads SQLite's schema by its table-valued pragmas, joined with the list of tables: at most {@value #MOST_QUESTIONS} statements and
 * one for each attached database that is looked at, whatever the number of tables.
 */
final class SqliteCatalog implements CatalogReader {

    static final int MOST_QUESTIONS = 7;

    /** Enough for a hint; a database with more names is none where one can guess. */
    private static final int MOST_NAMES = 20_000;

    private static final String SCHEMAS = "select name from pragma_database_list where name <> 'temp'";

    /** What is SQLite's own has a name that begins so (manual, Database File Format, 2.6). */
    private static final String TABLES = """
            select schema, name from pragma_table_list
            where schema <> 'temp' and type in ('table', 'view', 'virtual') and name not like 'sqlite\\_%' escape '\\'""";

    @Override
    public LiveSchema read(Connection connection, Dialect dialect, InspectionScope scope)
            throws InspectionException, SQLException {
        return new SqliteReading(connection, dialect, scope).read();
    }

    @Override
    public Set<String> schemas(Connection connection, Duration timeout) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (PreparedStatement query = connection.prepareStatement(SCHEMAS);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    @Override
    public List<ObjectName> tables(Connection connection, Duration timeout) throws SQLException {
        return names(connection, TABLES + " limit " + MOST_NAMES);
    }

    @Override
    public List<ObjectName> made(Connection connection, Duration timeout) throws SQLException {
        return names(connection, TABLES);
    }

    private static List<ObjectName> names(Connection connection, String sql) throws SQLException {
        List<ObjectName> names = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                names.add(ObjectName.of(rows.getString(1), rows.getString(2)));
            }
        }
        return names;
    }
}
