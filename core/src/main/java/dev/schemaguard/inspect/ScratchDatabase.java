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
import java.util.Locale;
import java.util.Set;

/** Tells whether a database is nobody's, so that scripts may run in it. */
public final class ScratchDatabase {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Tables of all kinds and sequences in whatever schema, but what belongs to an extension or to other sessions. */
    private static final String POSTGRESQL = """
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

    private static final Set<String> SYSTEM_SCHEMAS =
            Set.of("information_schema", "pg_catalog", "sys", "mysql", "performance_schema");

    private ScratchDatabase() {}

    /**
     * The tables, views and sequences that somebody made.
     *
     * @throws SQLException if the catalog did not answer
     */
    public static List<ObjectName> tables(Connection connection, Dialect dialect) throws SQLException {
        if (!dialect.name().equals("postgresql")) {
            return TableDirectory.names(connection, dialect, TIMEOUT).stream()
                    .filter(name -> !SYSTEM_SCHEMAS.contains(name.schema().toLowerCase(Locale.ROOT)))
                    .toList();
        }
        List<ObjectName> names = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(POSTGRESQL)) {
            query.setQueryTimeout(Timeouts.seconds(TIMEOUT));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(ObjectName.of(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return names;
    }
}
