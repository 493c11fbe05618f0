package dev.schemaguard.database.h2.catalog;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.inspect.CatalogReader;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import dev.schemaguard.model.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Reads the information schema of H2 2.1 to 2.5: at most {@value #MOST_QUESTIONS} statements, whatever the number of tables.
 *
 * @param sameName what all names have in common that the database takes for equal: the name itself, or its letters in one case
 */
public record H2Catalog(UnaryOperator<String> sameName) implements CatalogReader {

    /** How many statements a look takes at most. */
    public static final int MOST_QUESTIONS = 19;

    /** Enough for a hint; a database with more names is none where one can guess. */
    private static final int MOST_NAMES = 20_000;

    private static final String SCHEMAS = """
            select SCHEMA_NAME
            from INFORMATION_SCHEMA.SCHEMATA
            where upper(SCHEMA_NAME) <> 'INFORMATION_SCHEMA'""";

    private static final String TABLES = """
            select TABLE_SCHEMA, TABLE_NAME
            from INFORMATION_SCHEMA.TABLES
            where upper(TABLE_SCHEMA) <> 'INFORMATION_SCHEMA'""";

    private static final String SEQUENCES = """
            select SEQUENCE_SCHEMA, SEQUENCE_NAME
            from INFORMATION_SCHEMA.SEQUENCES""";

    @Override
    public LiveSchema read(Connection connection, Dialect dialect, InspectionScope scope)
            throws InspectionException, SQLException {
        return new H2Reading(connection, dialect, scope, sameName).read();
    }

    @Override
    public Set<String> schemas(Connection connection, Duration timeout) throws SQLException {
        Set<String> names = new TreeSet<>();
        new H2Question(connection, timeout).ask(SCHEMAS, row -> names.add(row.getString(1)));
        return names;
    }

    @Override
    public List<ObjectName> tables(Connection connection, Duration timeout) throws SQLException {
        return names(connection, timeout, TABLES + " limit " + MOST_NAMES);
    }

    @Override
    public List<ObjectName> made(Connection connection, Duration timeout) throws SQLException {
        List<ObjectName> made = new ArrayList<>(names(connection, timeout, TABLES));
        made.addAll(names(connection, timeout, SEQUENCES));
        return made;
    }

    private List<ObjectName> names(Connection connection, Duration timeout, String sql) throws SQLException {
        List<ObjectName> names = new ArrayList<>();
        new H2Question(connection, timeout)
                .ask(sql, row -> names.add(ObjectName.of(row.getString(1), row.getString(2))));
        return names;
    }
}
