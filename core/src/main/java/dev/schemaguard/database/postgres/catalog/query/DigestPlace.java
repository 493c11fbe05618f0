package dev.schemaguard.database.postgres.catalog.query;

import dev.schemaguard.database.postgres.catalog.query.PostgresQuery.Parameter;
import dev.schemaguard.inspect.InspectionScope;

/**
 * Where the objects in question are looked for, and in which schema their unqualified names are at home: names stand relative to
 * that in a digest, as in a snapshot, so that tenants have the same.
 *
 * <p>Each gives the rows {@code resolved} (what each name means), {@code home} (the schemas of unqualified names) and {@code path}
 * (the schemas whose types need no qualification, seen from each home).
 */
enum DigestPlace {
    /**
     * One path, on which an unqualified name means the first that there is. Its home is the one schema of all unqualified names;
     * where that is not one, it is 0 and nothing is told; where no name is unqualified, it is the first of the path. Parameters:
     * whether the search path counts, or else how many schemas are given; whether the search path counts, or else the schemas.
     */
    ONE_PATH("(select w.oid from home w)", "(select w.oid from home w)", """
            meant as materialized (
              select distinct on (a.place) a.place, a.kind, a.nspname operator(pg_catalog.=) '' as unqualified,
                o.oid, o.namespace
              from asked a
                join object o on o.kind operator(pg_catalog.=) a.kind and o.name operator(pg_catalog.=) a.name
                join looked_at s on s.oid operator(pg_catalog.=) o.namespace
              where case when a.nspname operator(pg_catalog.=) ''
                  then s.position operator(pg_catalog.<=) case when ?::pg_catalog.bool
                    then pg_catalog.cardinality(pg_catalog.current_schemas(true)) else ?::pg_catalog.int4 end
                else s.nspname operator(pg_catalog.=) a.nspname end
              order by a.place, s.position),
            home as materialized (
              select coalesce(case when pg_catalog.count(*) operator(pg_catalog.=) 0
                    then (select n.oid from pg_catalog.pg_namespace n
                      where n.nspname operator(pg_catalog.=) case when ?::pg_catalog.bool
                        then pg_catalog.current_schema() else (?::pg_catalog.text[])[1]::pg_catalog.name end)
                  when pg_catalog.min(v.namespace) operator(pg_catalog.=) pg_catalog.max(v.namespace)
                    then pg_catalog.min(v.namespace) end, 0::pg_catalog.oid) as oid
              from meant v where v.unqualified),
            resolved as materialized (
              select v.place, v.kind, v.unqualified, v.oid, v.namespace, w.oid as home from meant v cross join home w),
            path as materialized (
              select w.oid as home, s.oid, pg_catalog.min(s.position) as position
              from looked_at s cross join home w group by w.oid, s.oid)"""),
    /** Each of many schemas as if it were named alone; no name says a schema. */
    EACH_SCHEMA("c.relnamespace", "y.typnamespace", """
            home as materialized (
              select s.oid from looked_at s),
            resolved as materialized (
              select a.place, a.kind, true as unqualified, o.oid, o.namespace, o.namespace as home
              from asked a
                join object o on o.kind operator(pg_catalog.=) a.kind and o.name operator(pg_catalog.=) a.name),
            path as materialized (
              select s.oid as home, s.oid, 1::pg_catalog.int8 as position from looked_at s)""");

    private final String homeOfTable;
    private final String homeOfType;
    private final String resolved;

    DigestPlace(String homeOfTable, String homeOfType, String resolved) {
        this.homeOfTable = homeOfTable;
        this.homeOfType = homeOfType;
        this.resolved = resolved;
    }

    /** Adds what the names mean. */
    PostgresQuery resolve(PostgresQuery query, InspectionScope scope) {
        if (this == EACH_SCHEMA) {
            return query.with(resolved);
        }
        boolean onSearchPath = scope.schemas().isEmpty();
        return query.with(
                resolved,
                Parameter.of(onSearchPath),
                Parameter.of(String.valueOf(scope.schemas().size())),
                Parameter.of(onSearchPath),
                Parameter.names(scope.schemas()));
    }

    /** The home of the table {@code c}. */
    String homeOfTable() {
        return homeOfTable;
    }

    /** The type that {@code v} means, with its home. */
    String type() {
        return "select y.*, " + homeOfType
                + " as home from pg_catalog.pg_type y where y.oid operator(pg_catalog.=) v.oid";
    }
}
