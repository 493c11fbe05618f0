package dev.schemaguard.database.postgres.catalog.query;

/** Which role asks, and the schemas that it looks at. */
public final class SchemaQueries {

    /**
     * The schemas of the scope, or those of the session's own search path, and behind them those that the expectation
     * names.
     *
     * <p>Parameters: whether the search path counts, whether with the implicit schemas, those schemas of the setting that the
     * server leaves out though they exist, the scope's schemas, the schemas that the expectation names.
     */
    public static final String LOOKED_AT = """
            looked_at as materialized (
              select n.oid, n.nspname, p.position
              from pg_catalog.unnest(pg_catalog.array_cat(
                     case when ?::pg_catalog.bool then pg_catalog.array_cat(pg_catalog.current_schemas(?::pg_catalog.bool)::pg_catalog.text[], ?::pg_catalog.text[])
                       else ?::pg_catalog.text[] end,
                     ?::pg_catalog.text[])) with ordinality as p(nspname, position)
                join pg_catalog.pg_namespace n on n.nspname operator(pg_catalog.=) p.nspname)""";

    /** The connected role, the length of its effective search path, and the setting that it follows from. */
    static final String SESSION = """
            select :question, 0::pg_catalog.oid, pg_catalog.concat_ws(' ',
              pg_catalog.quote_ident(current_user),
              pg_catalog.cardinality(pg_catalog.current_schemas(true)),
              pg_catalog.quote_nullable(pg_catalog.current_setting('search_path')))""";

    /** For each schema: its place, whether the search path names it rather than implies it, whether the role may use it. */
    static final String SCHEMAS = """
            select :question, s.oid, pg_catalog.concat_ws(' ',
              pg_catalog.min(s.position),
              s.nspname operator(pg_catalog.=) any (pg_catalog.current_schemas(false)),
              coalesce(pg_catalog.has_schema_privilege(s.oid, 'USAGE')::pg_catalog.text, '?'),
              pg_catalog.quote_ident(s.nspname))
            from looked_at s group by s.oid, s.nspname""";

    /**
     * Of the given schemas: whether the role may use it, whether it holds any table or view, whether it holds one of the given
     * names. Parameters: those names, the schemas.
     */
    static final String SURROUNDINGS = """
            select :question, n.oid, pg_catalog.concat_ws(' ',
              coalesce(pg_catalog.has_schema_privilege(n.oid, 'USAGE')::pg_catalog.text, '?'),
              exists (
                select from pg_catalog.pg_class c
                where c.relnamespace operator(pg_catalog.=) n.oid
                  and c.relkind operator(pg_catalog.=) any ('{r,p,v,m,f}'::pg_catalog."char"[])),
              exists (
                select from pg_catalog.pg_class c
                where c.relnamespace operator(pg_catalog.=) n.oid
                  and c.relkind operator(pg_catalog.=) any ('{r,p,v,m,f}'::pg_catalog."char"[])
                  and c.relname operator(pg_catalog.=) any (?::pg_catalog.text[])),
              pg_catalog.quote_ident(n.nspname))
            from pg_catalog.pg_namespace n
            where n.nspname operator(pg_catalog.=) any (?::pg_catalog.text[])""";

    /** Some of the schemas that exist, but the system's own. */
    static final String EXISTING = """
            select :question, n.oid, n.nspname::pg_catalog.text
            from pg_catalog.pg_namespace n
            where not pg_catalog.starts_with(n.nspname::pg_catalog.text, 'pg_')
              and n.nspname operator(pg_catalog.<>) 'information_schema'
            limit 1000""";

    private SchemaQueries() {}
}
