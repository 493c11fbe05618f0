package dev.schemaguard.database.postgres.catalog.query;

import java.util.Optional;

/**
 * The statement's ingredients: what the asked names mean, what the server holds of it, and the digest of that. Every ingredient
 * builds on those before it; {@code looked_at} comes from the queries of an ordinary look, so that a name means here what it
 * means there.
 */
final class DigestQueries {

    /** How the object {@code c} of the schema {@code n} is written, seen from the table {@code r}. */
    static final String RELATIVE = relative("c.relnamespace", "c.relname", "r.home");

    /** The objects in question. Parameters, each an array: kinds, schemas or the empty text, names, digests. */
    static final String ASKED = """
            asked as materialized (
              select a.place, a.kind, a.nspname, a.name, a.digest
              from rows from (
                pg_catalog.unnest(?::pg_catalog.text[]), pg_catalog.unnest(?::pg_catalog.text[]),
                pg_catalog.unnest(?::pg_catalog.text[]), pg_catalog.unnest(?::pg_catalog.text[]))
                with ordinality as a(kind, nspname, name, digest, place))""";

    /** Whatever has one of the names in one of the schemas. */
    private static final String OBJECT = """
            object as materialized (
              select case when c.relkind operator(pg_catalog.=) 'S' then 'sequence' else 'table' end as kind,
                c.oid, c.relnamespace as namespace, c.relname::pg_catalog.text as name
              from pg_catalog.pg_class c
              where c.relnamespace operator(pg_catalog.=) any (array(select s.oid from looked_at s))
                and c.relname operator(pg_catalog.=) any (array(select a.name::pg_catalog.name from asked a))
                and c.relkind operator(pg_catalog.=) any ('{r,p,v,m,f,S}'::pg_catalog."char"[])""";

    /** The same of types, which most schemas have none of. */
    private static final String TYPE_OBJECT = """

              union all
              select 'type', t.oid, t.typnamespace, t.typname::pg_catalog.text
              from pg_catalog.pg_type t
              where t.typnamespace operator(pg_catalog.=) any (array(select s.oid from looked_at s))
                and t.typname operator(pg_catalog.=) any (array(
                  select a.name::pg_catalog.name from asked a where a.kind operator(pg_catalog.=) 'type'))""";

    /**
     * The tables and views, and whether the role may do with each what an expectation without stated uses asks for.
     *
     * @param home the schema of unqualified names
     */
    static String relation(String home) {
        return """
            me as materialized (
              select u.oid, u.rolsuper from pg_catalog.pg_roles u where u.rolname operator(pg_catalog.=) current_user),
            relation as materialized (
              select c.oid,\s""" + home + " as home," + """

              c.relkind, c.relrowsecurity,
                case when u.rolsuper or c.relacl is null and c.relowner operator(pg_catalog.=) u.oid then true
                  else coalesce(pg_catalog.has_table_privilege(c.oid, 'SELECT')
                    and (c.relkind operator(pg_catalog.=) any ('{v,m}'::pg_catalog."char"[])
                      or pg_catalog.has_table_privilege(c.oid, 'INSERT')
                        and pg_catalog.has_table_privilege(c.oid, 'UPDATE')
                        and pg_catalog.has_table_privilege(c.oid, 'DELETE')), false) end as permitted
              from pg_catalog.pg_class c cross join me u
              where c.oid operator(pg_catalog.=) any (array(
                select v.oid from resolved v where v.kind operator(pg_catalog.=) 'table')))""";
    }

    /** The types that are not built in, of columns. */
    private static final String NEEDED_TYPE = """
            needed_type as materialized (
              select r.home, a.atttypid as oid
              from relation r join pg_catalog.pg_attribute a on a.attrelid operator(pg_catalog.=) r.oid
              where a.attnum operator(pg_catalog.>) 0 and not a.attisdropped
                and a.atttypid operator(pg_catalog.>=) 10000::pg_catalog.oid
              union
            """;

    /** The same of what a type is made of. */
    private static final String MADE_OF = """
              select t.home, m.oid
              from resolved v
                cross join lateral (:type) as t
                cross join lateral (
                  select t.typbasetype
                  union all select g.rngsubtype from pg_catalog.pg_range g where g.rngtypid operator(pg_catalog.=) t.oid
                  union all select a.atttypid from pg_catalog.pg_attribute a
                    where a.attrelid operator(pg_catalog.=) t.typrelid and a.attnum operator(pg_catalog.>) 0) as m(oid)
              where v.kind operator(pg_catalog.=) 'type' and m.oid operator(pg_catalog.>=) 10000::pg_catalog.oid""";

    /** No type is asked for. */
    private static final String MADE_OF_NOTHING = "select 0::pg_catalog.oid, 0::pg_catalog.oid where false";

    /**
     * How each is written: whether the path leads to it decides how a look would name it. One that hides behind another of
     * its name is written differently each time, so that it is never taken for the same. Numbers below 10000 are the same in
     * every server (src/include/access/transam.h, FirstGenbkiObjectId).
     */
    private static final String SPELLED_TYPE = """
            ),
            spelled_type as materialized (
              select d.home, d.oid, pg_catalog.concat(case when e.oid is not null then '[]' end,
                case when b.oid operator(pg_catalog.<) 10000::pg_catalog.oid then b.oid::pg_catalog.text
                  else pg_catalog.concat(case when p.position is not null then '+' end,
                    case when exists (
                        select from pg_catalog.pg_type o join path s on s.oid operator(pg_catalog.=) o.typnamespace
                        where s.home operator(pg_catalog.=) d.home
                          and o.typname operator(pg_catalog.=) b.typname and s.position operator(pg_catalog.<) p.position)
                      then pg_catalog.gen_random_uuid() end,\s""" + relative("b.typnamespace", "b.typname", "d.home") + """
            ) end) as spelled
              from needed_type d
                join pg_catalog.pg_type t on t.oid operator(pg_catalog.=) d.oid
                left join pg_catalog.pg_type e on t.typcategory operator(pg_catalog.=) 'A'
                  and e.oid operator(pg_catalog.=) t.typelem
                join pg_catalog.pg_type b on b.oid operator(pg_catalog.=) coalesce(e.oid, t.oid)
                join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) b.typnamespace
                left join path p on p.home operator(pg_catalog.=) d.home and p.oid operator(pg_catalog.=) b.typnamespace)""";

    /** The tables of which a default takes numbers from a sequence that the role may not use. */
    static final String LOCKED = """
            locked as materialized (
              select f.adrelid as oid
              from pg_catalog.pg_class c
                join pg_catalog.pg_depend d on d.refclassid operator(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
                  and d.refobjid operator(pg_catalog.=) c.oid
                  and d.classid operator(pg_catalog.=) 'pg_catalog.pg_attrdef'::pg_catalog.regclass
                join pg_catalog.pg_attrdef f on f.oid operator(pg_catalog.=) d.objid
              where c.relkind operator(pg_catalog.=) 'S' and\s""" + CatalogSequence.LOCKED + ")";

    /** Tables that others refer to of which nothing is asked: whether that matters is left to a full look. */
    static final String STRANGER = """
            stranger as materialized (
              select k.confrelid as oid
              from (
                  select f.conrelid as oid from pg_catalog.pg_constraint f where f.contype operator(pg_catalog.=) 'f'
                  except select r.oid from relation r) s
                join pg_catalog.pg_constraint k on k.conrelid operator(pg_catalog.=) s.oid
              where k.contype operator(pg_catalog.=) 'f' and k.conenforced
                and k.conparentid operator(pg_catalog.=) 0::pg_catalog.oid
                and k.confrelid operator(pg_catalog.=) any (array(select r.oid from relation r))
                and not exists (
                  select from pg_catalog.pg_inherits h where h.inhrelid operator(pg_catalog.=) k.conrelid))""";

    private static final String EACH = """
            from asked a
              cross join home w
              left join resolved v on v.place operator(pg_catalog.=) a.place and v.home operator(pg_catalog.=) w.oid
              left join digested g on g.kind operator(pg_catalog.=) a.kind and g.oid operator(pg_catalog.=) v.oid
            """;

    /** The digest of each object by its place among those asked for; none where it is not there or has none. */
    static final String DIGESTS =
            """
            select :question, a.place::pg_catalog.oid, g.digest
            """ + EACH + "where w.oid operator(pg_catalog.<>) 0::pg_catalog.oid and g.digest is not null";

    /** What the role may not use is said first, for that is not all that may be wrong with it. */
    private static final String WHY = """
            select w.oid as home, a.place, case
              when v.oid is null then 'missing'
              when w.oid operator(pg_catalog.=) 0::pg_catalog.oid then 'scattered'
              when not g.permitted or pg_catalog.has_schema_privilege(v.namespace, 'USAGE') is not true then 'forbidden'
              when a.kind operator(pg_catalog.=) 'table' and exists (
                select from stranger s where s.oid operator(pg_catalog.=) v.oid) then 'referred'
              when g.digest is null or g.digest operator(pg_catalog.<>) a.digest then 'different' end as why
            """ + EACH;

    /** Why an object may not be what it was captured as, by its place among those asked for; nothing where all are. */
    static final String DIFFERING =
            "select :question, f.place::pg_catalog.oid, f.why\nfrom (\n" + WHY + ") as f\nwhere f.why is not null";

    /** The same of each home by its number: places and reasons in one text, empty where all are what they were. */
    static final String DIFFERING_EACH = """
            select :question, f.home, coalesce(pg_catalog.string_agg(
              pg_catalog.concat(f.place, ' ', f.why), ',') filter (where f.why is not null), '')
            from (
            """ + WHY + ") as f\ngroup by f.home";

    /** The schemas in which tables and views were found, and whether it is that of unqualified names. */
    static final String FOUND_IN = """
            select distinct :question, v.namespace, (v.namespace operator(pg_catalog.=) v.home)::pg_catalog.text
            from resolved v where v.kind operator(pg_catalog.=) 'table'""";

    private DigestQueries() {}

    /** What has one of the names. */
    static String objects(boolean types) {
        return OBJECT + (types ? TYPE_OBJECT : "") + ")";
    }

    /**
     * How each type that is needed is written.
     *
     * @param type the type that a name means; empty where none is asked for
     */
    static String spelledTypes(Optional<String> type) {
        return NEEDED_TYPE + (type.isPresent() ? MADE_OF.replace(":type", type.get()) : MADE_OF_NOTHING) + SPELLED_TYPE;
    }

    /**
     * The digest of each table, and whether the role may use it. The parts of a table are read along the catalog's own indexes,
     * table by table, so that their order costs nothing and is that of numbers and of what no server's collation moves.
     *
     * @param digest that of a table with its parts {@code c}, {@code k}, {@code i} and {@code h}
     * @param columns the row of a column
     * @param constraints the row of a constraint
     * @param indexes the row of an index
     * @param parents the row of a parent
     */
    static String digestedTables(String digest, String columns, String constraints, String indexes, String parents) {
        return "select 'table' as kind, r.oid, " + digest + """
                 as digest,
                r.permitted and not exists (select from locked l where l.oid operator(pg_catalog.=) r.oid) as permitted
              from relation r
                cross join lateral (
                  select pg_catalog.string_agg(p.row, ',') as text
                  from (
                    select\s""" + columns + """
                     as row from pg_catalog.pg_attribute a
                    where a.attrelid operator(pg_catalog.=) r.oid
                      and a.attnum operator(pg_catalog.>) 0 and not a.attisdropped
                    order by a.attnum) as p) as c
                cross join lateral (
                  select pg_catalog.string_agg(p.row, ',') as text
                  from (
                    select\s""" + constraints + """
                     as row from pg_catalog.pg_constraint k
                    where k.conrelid operator(pg_catalog.=) r.oid and k.contypid operator(pg_catalog.=) 0::pg_catalog.oid
                      and k.contype operator(pg_catalog.=) any ('{p,u,f,c,x}'::pg_catalog."char"[])
                      and (k.conparentid operator(pg_catalog.=) 0::pg_catalog.oid or not exists (
                        select from pg_catalog.pg_constraint o
                        where o.oid operator(pg_catalog.=) k.conparentid
                          and o.conrelid operator(pg_catalog.=) k.conrelid))
                    order by k.conname) as p) as k
                cross join lateral (
                  select pg_catalog.string_agg(p.row, ',') as text
                  from (
                    select\s""" + indexes + """
                     as row
                    from pg_catalog.pg_index i
                      join pg_catalog.pg_class c on c.oid operator(pg_catalog.=) i.indexrelid
                      join pg_catalog.pg_am m on m.oid operator(pg_catalog.=) c.relam
                    where i.indrelid operator(pg_catalog.=) r.oid
                    order by c.relname) as p) as i
                cross join lateral (
                  select pg_catalog.string_agg(p.row, ',') as text
                  from (
                    select\s"""
                + parents + """
                     as row from pg_catalog.pg_inherits h
                    where h.inhrelid operator(pg_catalog.=) r.oid
                    order by h.inhseqno) as p) as h""";
    }

    /**
     * The digest of each type.
     *
     * @param digest that of a type
     * @param type the type that a name means
     */
    static String digestedTypes(String digest, String type) {
        return "\nunion all\nselect 'type', t.oid, " + digest + ", true from resolved v cross join lateral (" + type
                + ") as t where v.kind operator(pg_catalog.=) 'type'";
    }

    /**
     * The digest of each sequence, and whether the role may use it.
     *
     * @param digest that of a sequence
     */
    static String digestedSequences(String digest) {
        return "\nunion all\nselect 'sequence', q.seqrelid, " + digest + ", not " + CatalogSequence.LOCKED + """

              from resolved v
                join pg_catalog.pg_sequence q on q.seqrelid operator(pg_catalog.=) v.oid
                join pg_catalog.pg_class c on c.oid operator(pg_catalog.=) v.oid
              where v.kind operator(pg_catalog.=) 'sequence'""";
    }

    /** A name with its schema, unless that is the one of unqualified names. */
    private static String relative(String namespace, String name, String home) {
        return "pg_catalog.concat(case when " + namespace + " operator(pg_catalog.=) " + home
                + " then '' else pg_catalog.concat(pg_catalog.quote_ident(n.nspname), '.') end, pg_catalog.quote_ident("
                + name + "))";
    }
}
