package dev.schemaguard.database.postgres.catalog;

import dev.schemaguard.inspect.Timeouts;
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
 * The names that a whole database holds.
 *
 * @param connection the connection to ask on
 * @param timeout how long each question may take
 */
record PostgresDirectory(Connection connection, Duration timeout) {

    /** Enough for a hint; a database with more names is none where one can guess. */
    private static final int MOST_NAMES = 20_000;

    private static final String SCHEMAS = """
            /* schema-guard: schema names */
            select n.nspname
            from pg_catalog.pg_namespace n
            where not pg_catalog.starts_with(n.nspname::pg_catalog.text, 'pg_')
              and n.nspname operator(pg_catalog.<>) 'information_schema'
            """;

    private static final String TABLES = """
            /* schema-guard: table names */
            select n.nspname, c.relname
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) c.relnamespace
            where c.relkind operator(pg_catalog.=) any (array['r', 'p', 'v', 'm', 'f']::pg_catalog."char"[])
              and n.nspname operator(pg_catalog.<>) all (array['pg_catalog', 'information_schema', 'pg_toast']::pg_catalog.name[])
            """;

    /** Tables of all kinds and sequences in whatever schema, but what belongs to an extension or to other sessions. */
    private static final String MADE = """
            /* schema-guard: scratch database */
            select n.nspname, c.relname
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) c.relnamespace
            where c.relkind operator(pg_catalog.=) any (array['r', 'p', 'v', 'm', 'f', 'S']::pg_catalog."char"[])
              and c.relpersistence operator(pg_catalog.<>) 't'::pg_catalog."char"
              and n.nspname operator(pg_catalog.<>) all (array['pg_catalog', 'information_schema', 'pg_toast']::pg_catalog.name[])
              and not exists (
                select from pg_catalog.pg_depend d
                where d.classid operator(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
                  and d.objid operator(pg_catalog.=) c.oid
                  and d.deptype operator(pg_catalog.=) 'e'::pg_catalog."char")
            order by 1, 2""";

    /** The schemas but the server's own. */
    Set<String> schemas() throws SQLException {
        Set<String> names = new TreeSet<>();
        ask(SCHEMAS, 0, rows -> names.add(rows.getString(1)));
        return names;
    }

    /** Tables and views in no order. */
    List<ObjectName> tables() throws SQLException {
        return objects(TABLES, MOST_NAMES);
    }

    /** What somebody made, sorted. */
    List<ObjectName> made() throws SQLException {
        return objects(MADE, 0);
    }

    private List<ObjectName> objects(String sql, int most) throws SQLException {
        List<ObjectName> names = new ArrayList<>();
        ask(sql, most, rows -> names.add(ObjectName.of(rows.getString(1), rows.getString(2))));
        return names;
    }

    private void ask(String sql, int most, Row row) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setQueryTimeout(Timeouts.seconds(timeout));
            query.setMaxRows(most);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    row.take(rows);
                }
            }
        }
    }

    /** Takes the row that the result stands on. */
    private interface Row {

        void take(ResultSet rows) throws SQLException;
    }
}
