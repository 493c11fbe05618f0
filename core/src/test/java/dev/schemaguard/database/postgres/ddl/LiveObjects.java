package dev.schemaguard.database.postgres.ddl;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a session finds in its database, so that a random statement can be about something that is there.
 *
 * @param all one for each object
 * @param path the schemas in which it looks for names
 */
record LiveObjects(List<Live> all, List<String> path) {

    static final LiveObjects NONE = new LiveObjects(List.of(), List.of("public"));

    private static final String OBJECTS = """
            WITH spaces AS (
              SELECT oid, CASE WHEN oid = pg_my_temp_schema() THEN 'pg_temp' ELSE nspname END AS name FROM pg_namespace
              WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' OR oid = pg_my_temp_schema())
            SELECT 'schema' AS kind, name AS space, name AS name, '' AS owner, '' AS facts FROM spaces WHERE name <> 'pg_temp'
            UNION ALL
            SELECT CASE WHEN c.relkind IN ('r', 'p', 'f') THEN 'table' WHEN c.relkind = 'S' THEN 'sequence'
                        WHEN c.relkind IN ('v', 'm') THEN 'view' ELSE 'index' END, s.name, c.relname,
                   coalesce((SELECT t.relname FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid WHERE i.indexrelid = c.oid), ''),
                   c.relkind::text || CASE WHEN c.relispartition THEN ' partition' ELSE '' END
                   || CASE WHEN EXISTS (SELECT 1 FROM pg_index WHERE indexrelid = c.oid AND indisunique) THEN ' unique' ELSE '' END
                   || CASE WHEN EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = c.oid AND contype <> 'f') THEN ' key' ELSE '' END
                   || CASE WHEN EXISTS (SELECT 1 FROM pg_depend WHERE objid = c.oid AND deptype IN ('a', 'i') AND refobjsubid > 0)
                           THEN ' owned' ELSE '' END
            FROM pg_class c JOIN spaces s ON s.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'f', 'S', 'v', 'm', 'i', 'I')
            UNION ALL
            SELECT 'column', s.name, a.attname, c.relname,
                   format_type(a.atttypid, a.atttypmod) || '|' || concat_ws(' ', CASE WHEN a.attnotnull THEN 'notnull' END,
                     CASE WHEN a.atthasdef AND a.attgenerated = '' AND NOT EXISTS (SELECT 1 FROM pg_attrdef f WHERE f.adrelid = c.oid AND f.adnum = a.attnum AND pg_get_expr(f.adbin, f.adrelid) ILIKE 'NULL%') THEN 'default' END, CASE WHEN a.attidentity <> '' THEN 'identity' END,
                     CASE WHEN a.attgenerated <> '' THEN 'generated' END, CASE WHEN a.attinhcount > 0 THEN 'inherited' END,
                     CASE WHEN EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary AND a.attnum = ANY (i.indkey)) THEN 'primary' END)
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN spaces s ON s.oid = c.relnamespace
            WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p')
            UNION ALL
            SELECT 'constraint', s.name, o.conname, c.relname, o.contype::text || '|' || coalesce((SELECT string_agg(a.attname, ',' ORDER BY k.at)
                     FROM unnest(o.conkey) WITH ORDINALITY k(num, at) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.num), '')
                   || CASE WHEN o.coninhcount > 0 THEN '|inherited' ELSE '' END
            FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid JOIN spaces s ON s.oid = c.relnamespace WHERE o.contype <> 'n'
            UNION ALL
            SELECT CASE t.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range' ELSE 'composite' END, s.name, t.typname, '',
                   coalesce((SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid), '')
            FROM pg_type t JOIN spaces s ON s.oid = t.typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid
            WHERE t.typtype IN ('e', 'd', 'r') OR t.typtype = 'c' AND c.relkind = 'c'
            UNION ALL
            SELECT CASE WHEN p.prokind = 'p' THEN 'procedure' WHEN t.typname = 'trigger' THEN 'handler' ELSE 'function' END, s.name, p.proname, '',
                   pg_get_function_identity_arguments(p.oid) || '|' || p.provolatile::text || '|' || t.typname::text
            FROM pg_proc p JOIN spaces s ON s.oid = p.pronamespace JOIN pg_type t ON t.oid = p.prorettype WHERE p.prokind IN ('f', 'p')
            UNION ALL
            SELECT 'trigger', s.name, g.tgname, c.relname, '' FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
            JOIN spaces s ON s.oid = c.relnamespace WHERE NOT g.tgisinternal
            ORDER BY 1, 2, 4, 3""";

    /**
     * One object.
     *
     * @param kind what it is
     * @param schema where it is
     * @param name its name
     * @param owner the table that it belongs to, if it does
     * @param facts what else the generator has to know
     */
    record Live(String kind, String schema, String name, String owner, String facts) {

        boolean is(String fact) {
            return Arrays.asList(facts.split("[ |]", -1)).contains(fact);
        }

        String fact(int at) {
            return facts.split("\\|", -1)[at];
        }
    }

    static LiveObjects of(Connection connection) throws SQLException {
        List<Live> found = new ArrayList<>();
        List<String> path = new ArrayList<>();
        try (Statement asked = connection.createStatement()) {
            try (ResultSet rows = asked.executeQuery(OBJECTS)) {
                while (rows.next()) {
                    found.add(new Live(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5)));
                }
            }
            try (ResultSet rows = asked.executeQuery("SELECT unnest(current_schemas(false))")) {
                while (rows.next()) {
                    path.add(rows.getString(1));
                }
            }
        }
        return new LiveObjects(found, path);
    }

    List<Live> of(String kind) {
        return all.stream().filter(one -> one.kind().equals(kind)).toList();
    }

    /** What of a kind belongs to a table. */
    List<Live> of(String kind, Live table) {
        return all.stream()
                .filter(one -> one.kind().equals(kind)
                        && one.owner().equals(table.name())
                        && one.schema().equals(table.schema()))
                .toList();
    }
}
