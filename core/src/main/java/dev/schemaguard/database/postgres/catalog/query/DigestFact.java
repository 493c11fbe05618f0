package dev.schemaguard.database.postgres.catalog.query;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a digest is made of: whatever a capture states of an object, as the server itself writes it. Each fact is one value that
 * is never null and holds no space outside of the server's own quotes ({@code quote_ident}, {@code quote_nullable}), so that the
 * values of a row, of which there is always the same number, can be told apart whatever people call their columns. Numbers that
 * one server alone knows (of tables, of types that are not built in, of columns) never stand in it.
 */
enum DigestFact {
    /** Whether it is a table, a partitioned one, a view, a materialized one, or a foreign one. */
    TABLE_KIND(Part.TABLE, "r.relkind"),
    /** Whether row security is switched on. */
    ROW_SECURITY(Part.TABLE, "r.relrowsecurity"),
    /** Which statements a view takes. Of a foreign table that is not asked, for the server would load its wrapper. */
    WRITABLE(Part.TABLE, """
            case when r.relkind operator(pg_catalog.=) 'v' then pg_catalog.pg_relation_is_updatable(r.oid, true)
              when r.relkind operator(pg_catalog.=) 'm' then 0 else 28 end"""),
    /** Whether a partitioned table has a part at all, and whether one of them takes what no other does. */
    PARTITIONS(Part.TABLE, """
            case when r.relkind operator(pg_catalog.=) 'p' then pg_catalog.concat(
              (select p.partdefid operator(pg_catalog.<>) 0::pg_catalog.oid
               from pg_catalog.pg_partitioned_table p where p.partrelid operator(pg_catalog.=) r.oid),
              exists (select from pg_catalog.pg_inherits h where h.inhparent operator(pg_catalog.=) r.oid)) else '-' end"""),
    /** Whether a trigger may fill a column before a row is inserted. */
    INSERT_TRIGGER(Part.TABLE, """
            exists (
              select from pg_catalog.pg_trigger g
              where g.tgrelid operator(pg_catalog.=) r.oid and not g.tgisinternal
                and g.tgenabled operator(pg_catalog.=) any ('{O,A}'::pg_catalog."char"[])
                and (g.tgtype operator(pg_catalog.&) 5::pg_catalog.int2) operator(pg_catalog.=) 5
                and (g.tgtype operator(pg_catalog.&) 66::pg_catalog.int2) operator(pg_catalog.<>) 0)"""),
    COLUMN_NAME(Part.COLUMN, "pg_catalog.quote_ident(a.attname)"),
    COLUMN_TYPE(Part.COLUMN, """
            case when a.atttypid operator(pg_catalog.<) 10000::pg_catalog.oid then a.atttypid::pg_catalog.text
              else coalesce((select y.spelled from spelled_type y where y.oid operator(pg_catalog.=) a.atttypid
                and y.home operator(pg_catalog.=) r.home), '-') end"""),
    COLUMN_TYPE_MODIFIER(Part.COLUMN, "a.atttypmod"),
    NOT_NULL(Part.COLUMN, "a.attnotnull"),
    IDENTITY(Part.COLUMN, "pg_catalog.concat('-', a.attidentity)"),
    GENERATED(Part.COLUMN, "pg_catalog.concat('-', a.attgenerated)"),
    /** The collation where it is not the type's own, and whether it takes for equal what is not the same. */
    COLLATION(Part.COLUMN, """
            case when a.attcollation operator(pg_catalog.=) any ('{0,100}'::pg_catalog.oid[])
                and a.atttypid operator(pg_catalog.<) 10000::pg_catalog.oid
              then pg_catalog.concat(a.attcollation, ' - -')
              else (
                select pg_catalog.concat_ws(' ', coalesce(pg_catalog.quote_ident(l.collname), '-'),
                  coalesce(l.collisdeterministic, true), a.attcollation operator(pg_catalog.=) t.typcollation)
                from pg_catalog.pg_type t
                  left join pg_catalog.pg_collation l on l.oid operator(pg_catalog.=) a.attcollation
                where t.oid operator(pg_catalog.=) a.atttypid) end"""),
    /** Whether a view's column takes writes. */
    COLUMN_WRITABLE(Part.COLUMN, """
            pg_catalog.concat('-', case when r.relkind operator(pg_catalog.=) 'v'
              then pg_catalog.pg_column_is_updatable(a.attrelid, a.attnum, true)
              when r.relkind operator(pg_catalog.=) 'm' then false end)"""),
    /**
     * A number from a sequence names the sequence, and a literal's type stands relative to the schema, so that tenants have the same.
     * What else names a schema is as the search path makes the server print it: where that differs, it is looked in full.
     */
    DEFAULT(Part.COLUMN, """
            case when not a.atthasdef then '-' else (
              select case
                when pg_catalog.starts_with(f.printed, 'nextval(')
                    and f.printed operator(pg_catalog.~) '^nextval[(]''([^'']|'''')*''::regclass[)]$'
                  then coalesce('nextval:' operator(pg_catalog.||) (
                      select pg_catalog.string_agg(""" + DigestQueries.RELATIVE + """
                        , ',' order by n.nspname, c.relname)
                      from pg_catalog.pg_depend d
                        join pg_catalog.pg_class c on c.oid operator(pg_catalog.=) d.refobjid
                          and c.relkind operator(pg_catalog.=) 'S'
                        join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) c.relnamespace
                      where d.classid operator(pg_catalog.=) 'pg_catalog.pg_attrdef'::pg_catalog.regclass
                        and d.objid operator(pg_catalog.=) f.oid
                        and d.refclassid operator(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass),
                    pg_catalog.quote_nullable(f.printed))
                when a.atttypid operator(pg_catalog.>=) 10000::pg_catalog.oid
                    and f.printed operator(pg_catalog.~) '^''([^'']|'''')*''::[^'' ()]+$'
                  then (
                    select pg_catalog.concat('typed:', l.literal, case when pg_catalog.starts_with(l.type, w.prefix)
                      then pg_catalog.substr(l.type, pg_catalog.length(w.prefix) operator(pg_catalog.+) 1) else l.type end)
                    from (
                        select pg_catalog.concat(pg_catalog.quote_ident(n.nspname), '.') as prefix
                        from pg_catalog.pg_namespace n where n.oid operator(pg_catalog.=) r.home) as w
                      cross join lateral (
                        select t.literal,
                          pg_catalog.substr(f.printed, pg_catalog.length(t.literal) operator(pg_catalog.+) 1) as type
                        from (select pg_catalog."substring"(
                            f.printed, '^''(?:[^'']|'''')*''::') as literal) as t) as l)
                else pg_catalog.quote_nullable(f.printed) end
              from (
                select f.oid, pg_catalog.pg_get_expr(f.adbin, f.adrelid) as printed from pg_catalog.pg_attrdef f
                where f.adrelid operator(pg_catalog.=) a.attrelid and f.adnum operator(pg_catalog.=) a.attnum
                offset 0) as f) end"""),
    /** Its name, which is that of the index of a key, and its kind. */
    CONSTRAINT(Part.CONSTRAINT, "pg_catalog.concat_ws(' ', k.contype, pg_catalog.quote_ident(k.conname))"),
    DEFERRABLE(Part.CONSTRAINT, "k.condeferrable"),
    VALIDATED(Part.CONSTRAINT, "k.convalidated"),
    ENFORCED(Part.CONSTRAINT, "k.conenforced"),
    REFERENCED_TABLE(
            Part.CONSTRAINT,
            "case when k.contype operator(pg_catalog.=) 'f' then " + table("k.confrelid") + " else '-' end"),
    REFERENTIAL_ACTIONS(Part.CONSTRAINT, """
            case when k.contype operator(pg_catalog.=) 'f'
              then pg_catalog.concat(k.confdeltype, k.confupdtype) else '-' end"""),
    REFERRING_COLUMNS(Part.CONSTRAINT, columns("k.conrelid", "k.conkey")),
    REFERENCED_COLUMNS(Part.CONSTRAINT, columns("k.confrelid", "k.confkey")),
    CONDITION(Part.CONSTRAINT, """
            case when k.contype operator(pg_catalog.=) 'c'
                then pg_catalog.quote_nullable(pg_catalog.pg_get_expr(k.conbin, k.conrelid))
              when k.conperiod or k.contype operator(pg_catalog.=) 'x'
                then pg_catalog.quote_nullable(pg_catalog.pg_get_constraintdef(k.oid)) else '-' end"""),
    INDEX_NAME(Part.INDEX, "pg_catalog.quote_ident(c.relname)"),
    INDEX_METHOD(Part.INDEX, "pg_catalog.quote_ident(m.amname)"),
    UNIQUE(Part.INDEX, "i.indisunique"),
    VALID(Part.INDEX, "i.indisvalid"),
    NULLS_NOT_DISTINCT(Part.INDEX, "i.indnullsnotdistinct"),
    INDEX_ORDER(Part.INDEX, "pg_catalog.replace(i.indoption::pg_catalog.text, ' ', ',')"),
    /** What is indexed, and how many of it are the key; the rest is only included. */
    INDEXED(Part.INDEX, """
            pg_catalog.concat_ws(' ', i.indnkeyatts, i.indnatts,
              case when i.indexprs is null and i.indnatts operator(pg_catalog.=) 1 then (
                  select pg_catalog.quote_ident(a.attname) from pg_catalog.pg_attribute a
                  where a.attrelid operator(pg_catalog.=) i.indrelid and a.attnum operator(pg_catalog.=) i.indkey[0])
                else (
                  select pg_catalog.string_agg(case when u.n operator(pg_catalog.=) 0
                      then pg_catalog.concat('e', pg_catalog.quote_nullable(
                        pg_catalog.pg_get_indexdef(i.indexrelid, u.place::pg_catalog.int4, false)))
                      else pg_catalog.concat('c', pg_catalog.quote_ident(a.attname)) end, ',' order by u.place)
                  from pg_catalog.unnest(i.indkey::pg_catalog.int2[]) with ordinality as u(n, place)
                    left join pg_catalog.pg_attribute a on a.attrelid operator(pg_catalog.=) i.indrelid
                      and a.attnum operator(pg_catalog.=) u.n) end)"""),
    PREDICATE(Part.INDEX, """
            case when i.indpred is null then '-'
              else pg_catalog.quote_nullable(pg_catalog.pg_get_expr(i.indpred, i.indrelid)) end"""),
    PARENT(Part.PARENT, table("h.inhparent")),
    TYPE_KIND(Part.TYPE, """
            case when t.typtype operator(pg_catalog.=) 'c' and not exists (
                select from pg_catalog.pg_class c
                where c.oid operator(pg_catalog.=) t.typrelid and c.relkind operator(pg_catalog.=) 'c')
              then 'o' else t.typtype end"""),
    DOMAIN_NOT_NULL(Part.TYPE, "t.typnotnull"),
    DOMAIN_DEFAULT(Part.TYPE, "pg_catalog.quote_nullable(t.typdefault)"),
    /** What a domain or a range is made of. */
    BASE(Part.TYPE, """
            case when t.typtype operator(pg_catalog.=) any ('{d,r}'::pg_catalog."char"[])
              then (select pg_catalog.concat_ws(' ', coalesce(y.spelled, b.oid::pg_catalog.text), t.typtypmod)
                from (select case when t.typtype operator(pg_catalog.=) 'd' then t.typbasetype else (
                    select g.rngsubtype from pg_catalog.pg_range g where g.rngtypid operator(pg_catalog.=) t.oid) end) as b(oid)
                  left join spelled_type y on y.oid operator(pg_catalog.=) b.oid and y.home operator(pg_catalog.=) t.home)
              else '- -' end"""),
    LABELS(Part.TYPE, """
            coalesce((select pg_catalog.string_agg(pg_catalog.quote_ident(e.enumlabel), ',' order by e.enumsortorder)
              from pg_catalog.pg_enum e where e.enumtypid operator(pg_catalog.=) t.oid), '-')"""),
    DOMAIN_CHECKS(Part.TYPE, """
            coalesce((select pg_catalog.string_agg(c.condition, ',' order by c.condition collate pg_catalog."C")
              from (select pg_catalog.quote_nullable(pg_catalog.pg_get_expr(k.conbin, 0::pg_catalog.oid)) as condition
                from pg_catalog.pg_constraint k
                where k.contypid operator(pg_catalog.=) t.oid and k.contype operator(pg_catalog.=) 'c') as c), '-')"""),
    ATTRIBUTES(Part.TYPE, """
            coalesce((select pg_catalog.string_agg(pg_catalog.concat_ws(' ', pg_catalog.quote_ident(a.attname),
                coalesce(y.spelled, a.atttypid::pg_catalog.text), a.atttypmod), ',' order by a.attnum)
              from pg_catalog.pg_class c
                join pg_catalog.pg_attribute a on a.attrelid operator(pg_catalog.=) c.oid
                  and a.attnum operator(pg_catalog.>) 0 and not a.attisdropped
                left join spelled_type y on y.oid operator(pg_catalog.=) a.atttypid
                  and y.home operator(pg_catalog.=) t.home
              where c.oid operator(pg_catalog.=) t.typrelid and c.relkind operator(pg_catalog.=) 'c'), '-')"""),
    INCREMENT(Part.SEQUENCE, "q.seqincrement"),
    /** Whether a column owns the sequence, so that it is no need of its own. */
    OWNED(Part.SEQUENCE, """
            exists (
              select from pg_catalog.pg_depend d
              where d.classid operator(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
                and d.objid operator(pg_catalog.=) q.seqrelid
                and d.refclassid operator(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
                and d.refobjsubid operator(pg_catalog.>) 0
                and d.deptype operator(pg_catalog.=) any ('{a,i}'::pg_catalog."char"[]))""");

    /** What a fact is stated of. */
    enum Part {
        TABLE,
        COLUMN,
        CONSTRAINT,
        INDEX,
        PARENT,
        TYPE,
        SEQUENCE
    }

    private final Part part;
    private final String sql;

    DigestFact(Part part, String sql) {
        this.part = part;
        this.sql = sql;
    }

    /** The row of a part's facts, as one text. */
    static String row(Part part, Set<DigestFact> facts) {
        StringBuilder row = new StringBuilder("pg_catalog.concat_ws(' ', '-'");
        for (DigestFact fact : values()) {
            if (fact.part == part && facts.contains(fact)) {
                row.append(",\n  ").append(fact.sql);
            }
        }
        return row.append(')').toString();
    }

    /** How another table is written. */
    private static String table(String oid) {
        return "(select " + DigestQueries.RELATIVE + """
                 from pg_catalog.pg_class c
                  join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) c.relnamespace
                  where c.oid operator(pg_catalog.=)\s""" + oid + ")";
    }

    /** The columns of a foreign key by name, for numbers have gaps where columns were dropped. */
    private static String columns(String table, String numbers) {
        String ofTable = "a.attrelid operator(pg_catalog.=) " + table + " and a.attnum operator(pg_catalog.=) ";
        return "case when k.contype operator(pg_catalog.<>) 'f' then '-' when pg_catalog.cardinality(" + numbers + """
                ) operator(pg_catalog.=) 1 then (
                    select pg_catalog.quote_ident(a.attname) from pg_catalog.pg_attribute a where\s"""
                + ofTable + numbers + """
                [1])
                  else (
                    select pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ',' order by u.place)
                    from pg_catalog.unnest(""" + numbers + """
                ) with ordinality as u(n, place) join pg_catalog.pg_attribute a on\s""" + ofTable + "u.n) end";
    }

    /** Everything that a capture states. */
    static Set<DigestFact> all() {
        return EnumSet.allOf(DigestFact.class);
    }
}
