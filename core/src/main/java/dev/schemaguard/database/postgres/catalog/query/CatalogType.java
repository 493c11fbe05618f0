package dev.schemaguard.database.postgres.catalog.query;

import dev.schemaguard.model.ObjectName;

/**
 * A type that is not built in, as the catalog numbers it.
 *
 * @param oid its number
 * @param name its name with its schema
 * @param kind the letter of {@code pg_type.typtype}, but {@code o} for the row type of a table
 * @param notNull whether it is a domain that takes no nulls
 * @param ofExtension whether an extension brought it
 * @param element the number of an array's element, of a domain's base, or of a range's subtype; else 0
 * @param array whether it is an array
 * @param modifier the modifier of a domain's base, or -1
 * @param defaultExpression a domain's default, or the empty text
 */
public record CatalogType(
        long oid,
        ObjectName name,
        char kind,
        boolean notNull,
        boolean ofExtension,
        boolean array,
        long element,
        int modifier,
        String defaultExpression) {

    private static final String OF_COLUMNS = """
            used_type as materialized (
              select distinct pg_catalog.unnest(f.user_types) as oid from columns_of_relation f),
            wanted_type as materialized (
              select u.oid from used_type u
              union select t.typelem from pg_catalog.pg_type t
                where t.oid operator(pg_catalog.=) any (array(select u.oid from used_type u))
                  and t.typelem operator(pg_catalog.<>) 0::pg_catalog.oid
              union select t.typbasetype from pg_catalog.pg_type t
                where t.oid operator(pg_catalog.=) any (array(select u.oid from used_type u))
                  and t.typbasetype operator(pg_catalog.<>) 0::pg_catalog.oid
            """;

    /** Those that the columns use, and what these are made of. */
    public static final String USED = OF_COLUMNS + ")";

    /** The same, and those of the given names. Parameter: the names. */
    public static final String USED_AND_NAMED = OF_COLUMNS + """
              union select t.oid from pg_catalog.pg_type t
                where t.typnamespace operator(pg_catalog.=) any (array(select s.oid from looked_at s))
                  and t.typname operator(pg_catalog.=) any (?::pg_catalog.text[]))""";

    /** The same, and all of the schemas but those of extensions, arrays and the row types of tables. */
    public static final String USED_AND_ALL = OF_COLUMNS + """
              union select t.oid from pg_catalog.pg_type t
                where t.typnamespace operator(pg_catalog.=) any (array(select s.oid from looked_at s))
                  and t.typcategory operator(pg_catalog.<>) 'A'
                  and t.typtype operator(pg_catalog.<>) 'm'
                  and (t.typrelid operator(pg_catalog.=) 0::pg_catalog.oid or exists (
                    select from pg_catalog.pg_class c
                    where c.oid operator(pg_catalog.=) t.typrelid and c.relkind operator(pg_catalog.=) 'c'))
                  and not exists (
                    select from pg_catalog.pg_depend d
                    where d.classid operator(pg_catalog.=) 'pg_catalog.pg_type'::pg_catalog.regclass
                      and d.objid operator(pg_catalog.=) t.oid and d.deptype operator(pg_catalog.=) 'e'))""";

    /** Those of the given numbers and all that they are made of. Parameter: the numbers. */
    public static final String NUMBERED = """
            wanted_type as (
              select i.oid from pg_catalog.unnest(?::pg_catalog.oid[]) as i(oid)
              union
              select m.oid
              from wanted_type w
                join pg_catalog.pg_type t on t.oid operator(pg_catalog.=) w.oid
                cross join lateral (
                  select t.typelem
                  union all select t.typbasetype
                  union all select g.rngsubtype from pg_catalog.pg_range g where g.rngtypid operator(pg_catalog.=) t.oid
                  union all select a.atttypid from pg_catalog.pg_attribute a
                    where a.attrelid operator(pg_catalog.=) t.typrelid and a.attnum operator(pg_catalog.>) 0) as m(oid)
              where m.oid operator(pg_catalog.<>) 0::pg_catalog.oid)""";

    /** Kind, letters, parts, modifier, schema, name, default of each. */
    static final String TYPES = """
            select :question, t.oid, pg_catalog.concat_ws(' ',
              case when t.typtype operator(pg_catalog.=) 'c' and not exists (
                  select from pg_catalog.pg_class c
                  where c.oid operator(pg_catalog.=) t.typrelid and c.relkind operator(pg_catalog.=) 'c')
                then 'o' else t.typtype end,
              t.typnotnull,
              exists (
                select from pg_catalog.pg_depend d
                where d.classid operator(pg_catalog.=) 'pg_catalog.pg_type'::pg_catalog.regclass
                  and d.objid operator(pg_catalog.=) t.oid and d.deptype operator(pg_catalog.=) 'e'),
              t.typcategory operator(pg_catalog.=) 'A' and t.typelem operator(pg_catalog.<>) 0::pg_catalog.oid,
              coalesce(
                (select g.rngsubtype from pg_catalog.pg_range g where g.rngtypid operator(pg_catalog.=) t.oid),
                case when t.typbasetype operator(pg_catalog.<>) 0::pg_catalog.oid then t.typbasetype
                     when t.typcategory operator(pg_catalog.=) 'A' then t.typelem else 0::pg_catalog.oid end),
              t.typtypmod,
              pg_catalog.quote_ident(n.nspname), pg_catalog.quote_ident(t.typname),
              pg_catalog.quote_nullable(t.typdefault))
            from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) t.typnamespace
            where t.oid operator(pg_catalog.=) any (array(select w.oid from wanted_type w))""";

    /** The place and label of each value of an enum. */
    static final String ENUM_LABELS = """
            select :question, e.enumtypid, pg_catalog.string_agg(pg_catalog.concat_ws(' ',
              e.enumsortorder, pg_catalog.quote_ident(e.enumlabel)), ' ')
            from pg_catalog.pg_enum e
            where e.enumtypid operator(pg_catalog.=) any (array(select w.oid from wanted_type w))
            group by e.enumtypid""";

    /** Number, type, modifier and name of each attribute of a row type. */
    static final String ATTRIBUTES = """
            select :question, t.oid, pg_catalog.string_agg(pg_catalog.concat_ws(' ',
              a.attnum, a.atttypid, a.atttypmod, pg_catalog.quote_ident(a.attname)), ' ')
            from pg_catalog.pg_type t
              join pg_catalog.pg_class c on c.oid operator(pg_catalog.=) t.typrelid
                and c.relkind operator(pg_catalog.=) 'c'
              join pg_catalog.pg_attribute a on a.attrelid operator(pg_catalog.=) c.oid
            where t.oid operator(pg_catalog.=) any (array(select w.oid from wanted_type w))
              and a.attnum operator(pg_catalog.>) 0 and not a.attisdropped
            group by t.oid""";

    /** The conditions of domains. PostgreSQL 17 lists NOT NULL there too, by another letter. */
    static final String DOMAIN_CHECKS = """
            select :question, k.contypid, pg_catalog.string_agg(
              pg_catalog.quote_nullable(pg_catalog.pg_get_expr(k.conbin, 0::pg_catalog.oid)), ' ')
            from pg_catalog.pg_constraint k
            where k.contypid operator(pg_catalog.=) any (array(select w.oid from wanted_type w))
              and k.contype operator(pg_catalog.=) 'c'
            group by k.contypid""";

    /**
     * Types with a modifier that only the type's own extension can print, such as {@code geometry(Point,4326)}, numbered in
     * the order in which they were asked for. Parameters: the numbers of the types, their modifiers.
     */
    static final String FORMATTED = """
            select :question, f.position::pg_catalog.oid, pg_catalog.format_type(f.type, f.modifier)
            from rows from (pg_catalog.unnest(?::pg_catalog.oid[]), pg_catalog.unnest(?::pg_catalog.int4[])) with ordinality as f(type, modifier, position)""";

    public static CatalogType read(long oid, String row) {
        CatalogText text = new CatalogText(row);
        char kind = text.word().charAt(0);
        boolean notNull = text.truth();
        boolean ofExtension = text.truth();
        boolean array = text.truth();
        long element = text.number();
        int modifier = text.integer();
        String schema = text.name();
        ObjectName name = ObjectName.of(schema, text.name());
        return new CatalogType(oid, name, kind, notNull, ofExtension, array, element, modifier, text.text());
    }

    public boolean isDomain() {
        return kind == 'd';
    }
}
