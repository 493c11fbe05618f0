package dev.schemaguard.inspect;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ObjectName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The names of all tables and views of a database, in whatever schema, to find the one that somebody meant. */
public final class TableDirectory {

    /** Enough for a hint; a database with more names is none where one can guess. */
    private static final int MOST_NAMES = 20_000;

    private static final String POSTGRESQL = """
            /* schema-guard: table names */
            select n.nspname, c.relname
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) c.relnamespace
            where c.relkind operator(pg_catalog.=) any (array['r', 'p', 'v', 'm', 'f']::pg_catalog."char"[])
              and n.nspname operator(pg_catalog.<>) all (array['pg_catalog', 'information_schema', 'pg_toast']::pg_catalog.name[])
            """;

    private TableDirectory() {}

    /**
     * The names, in no order, at most some thousands. Asked only when something was not found.
     *
     * @throws SQLException if the catalog did not answer
     */
    public static List<ObjectName> names(Connection connection, Dialect dialect, Duration timeout) throws SQLException {
        if (dialect.name().equals("postgresql")) {
            try (PreparedStatement query = connection.prepareStatement(POSTGRESQL)) {
                query.setQueryTimeout(Timeouts.seconds(timeout));
                query.setMaxRows(MOST_NAMES);
                try (ResultSet rows = query.executeQuery()) {
                    return read(rows, 1, 2);
                }
            }
        }
        try (ResultSet rows = connection
                .getMetaData()
                .getTables(connection.getCatalog(), "%", "%", new String[] {"TABLE", "BASE TABLE", "VIEW"})) {
            return read(rows, 2, 3);
        }
    }

    private static List<ObjectName> read(ResultSet rows, int schema, int table) throws SQLException {
        List<ObjectName> names = new ArrayList<>();
        while (rows.next() && names.size() < MOST_NAMES) {
            String schemaName = rows.getString(schema);
            names.add(ObjectName.of(schemaName == null ? "" : schemaName, rows.getString(table)));
        }
        return names;
    }
}
