package dev.schemaguard.database.postgres.history;

import dev.schemaguard.inspect.Timeouts;
import dev.schemaguard.model.ObjectName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells which tables of PostgreSQL can be read without running anything that somebody made who is not trusted already.
 *
 * <p>Reading a table may run code of its owner as the role that reads: the query of a view or rule, a policy, the expression
 * of a virtual column, and, while the statement is planned only, immutable functions in the predicates and expressions of its
 * indexes, in its statistics and in its checks. So a table counts only if it has none of these, and belongs to the connected
 * role, to a superuser, or to an owner of one of the release's own tables, who can run code in the release's statements
 * anyway.
 */
final class TrustedTables {

    /**
     * Parameters: the tables' names, the schemas, the schemas and the names of the release's own tables.
     *
     * <p>A check may call what was there before any user came, on which no dependency is recorded. Numbers of types below
     * 16,384 are the server's own (FirstNormalObjectId).
     */
    private static final String SQL = """
            /* schema-guard: trusted tables */
            select n.nspname, c.relname, a.attname
            from pg_catalog.pg_class c
              join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) c.relnamespace
              join pg_catalog.pg_attribute a on a.attrelid operator(pg_catalog.=) c.oid
            where c.relname operator(pg_catalog.=) any (?::pg_catalog.name[])
              and n.nspname operator(pg_catalog.=) any (?::pg_catalog.name[])
              and c.relkind operator(pg_catalog.=) 'r'::pg_catalog."char"
              and c.relpersistence operator(pg_catalog.<>) 't'::pg_catalog."char"
              and not c.relispartition and not c.relhasrules and not c.relrowsecurity
              and pg_catalog.has_schema_privilege(n.oid, 'USAGE')
              and pg_catalog.has_table_privilege(c.oid, 'SELECT')
              and c.relowner operator(pg_catalog.=) any (array(
                select u.oid from pg_catalog.pg_roles u
                where u.rolsuper or u.rolname operator(pg_catalog.=) current_user
                union all
                select t.relowner
                from rows from (pg_catalog.unnest(?::pg_catalog.name[]), pg_catalog.unnest(?::pg_catalog.name[]))
                    as own(schema_name, table_name)
                  join pg_catalog.pg_namespace s on s.nspname operator(pg_catalog.=) own.schema_name
                  join pg_catalog.pg_class t on t.relnamespace operator(pg_catalog.=) s.oid
                    and t.relname operator(pg_catalog.=) own.table_name
                    and t.relkind operator(pg_catalog.=) any ('{r,p}'::pg_catalog."char"[])))
              and not exists (
                select from pg_catalog.pg_attribute v
                where v.attrelid operator(pg_catalog.=) c.oid and v.attnum operator(pg_catalog.>) 0::pg_catalog.int2
                  and not v.attisdropped
                  and (v.attgenerated operator(pg_catalog.<>) ''::pg_catalog."char"
                    or v.atttypid operator(pg_catalog.>=) 16384::pg_catalog.oid))
              and not exists (
                select from pg_catalog.pg_index i
                where i.indrelid operator(pg_catalog.=) c.oid and (i.indpred is not null or i.indexprs is not null))
              and not exists (
                select from pg_catalog.pg_statistic_ext e
                where e.stxrelid operator(pg_catalog.=) c.oid and e.stxexprs is not null)
              and not exists (
                select from pg_catalog.pg_constraint k
                  join pg_catalog.pg_depend d on d.objid operator(pg_catalog.=) k.oid
                    and d.classid operator(pg_catalog.=) 'pg_catalog.pg_constraint'::pg_catalog.regclass
                where k.conrelid operator(pg_catalog.=) c.oid
                  and k.contype operator(pg_catalog.=) 'c'::pg_catalog."char"
                  and d.refclassid operator(pg_catalog.<>) 'pg_catalog.pg_class'::pg_catalog.regclass)
              and a.attnum operator(pg_catalog.>) 0::pg_catalog.int2 and not a.attisdropped""";

    private final Connection connection;
    private final Duration timeout;
    private final List<ObjectName> own;

    /**
     * Tables beside those of a release.
     *
     * @param timeout how long the question may take
     * @param own the release's own tables, with their schemas
     */
    TrustedTables(Connection connection, Duration timeout, Collection<ObjectName> own) {
        this.connection = connection;
        this.timeout = timeout;
        this.own = List.copyOf(own);
    }

    /** Those that can be read, of the given names in the given schemas, each with its columns. */
    Map<ObjectName, Set<String>> find(Collection<String> names, Collection<String> schemas) throws SQLException {
        Map<ObjectName, Set<String>> found = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(SQL)) {
            query.setQueryTimeout(Timeouts.seconds(timeout));
            bind(query, 1, names);
            bind(query, 2, schemas);
            bind(query, 3, own.stream().map(ObjectName::schema).toList());
            bind(query, 4, own.stream().map(ObjectName::name).toList());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    ObjectName name = ObjectName.of(rows.getString(1), rows.getString(2));
                    found.computeIfAbsent(name, any -> new TreeSet<>()).add(rows.getString(3));
                }
            }
        }
        return found;
    }

    private void bind(PreparedStatement query, int at, Collection<String> texts) throws SQLException {
        query.setArray(at, connection.createArrayOf("text", texts.toArray()));
    }
}
