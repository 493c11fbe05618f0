package dev.schemaguard.database.postgres.catalog.query;

/** What is asked about the columns of tables and views; {@code ColumnAssembly} reads the answers. */
public final class ColumnQueries {

    /**
     * Number, type, type modifier, letters and name of each column, one row a table. The letters: {@code n} not null, {@code
     * d} has a default, {@code A} or {@code B} identity always or by default, {@code S} or {@code V} generated. The types
     * that are not built in come along, so that asking for them needs no second look at the columns; the numbers of
     * built-in objects end before 16384 (src/include/access/transam.h, FirstNormalObjectId).
     */
    public static final String COLUMNS_OF_RELATION = """
            columns_of_relation as materialized (
              select a.attrelid,
                pg_catalog.string_agg(pg_catalog.concat_ws(' ',
                  a.attnum, a.atttypid, a.atttypmod,
                  case
                    when a.attidentity operator(pg_catalog.=) '' and a.attgenerated operator(pg_catalog.=) ''
                      then case when a.attnotnull then case when a.atthasdef then 'nd' else 'n' end
                                when a.atthasdef then 'd' else '-' end
                    else pg_catalog.concat(case when a.attnotnull then 'n' end, case when a.atthasdef then 'd' end,
                      case when a.attidentity operator(pg_catalog.=) 'a' then 'A'
                           when a.attidentity operator(pg_catalog.=) 'd' then 'B' end,
                      case when a.attgenerated operator(pg_catalog.=) 's' then 'S'
                           when a.attgenerated operator(pg_catalog.=) 'v' then 'V' end)
                  end,
                  pg_catalog.quote_ident(a.attname)), ' ') as facts,
                pg_catalog.array_agg(a.atttypid)
                  filter (where a.atttypid operator(pg_catalog.>=) 16384::pg_catalog.oid) as user_types
              from pg_catalog.pg_attribute a
              where a.attrelid operator(pg_catalog.=) any (array(select r.oid from relation r))
                and a.attnum operator(pg_catalog.>) 0 and not a.attisdropped
              group by a.attrelid)""";

    static final String COLUMNS = """
            select :question, f.attrelid, f.facts
            from columns_of_relation f""";

    /** The expressions of defaults and of generated columns. */
    static final String DEFAULTS = """
            select :question, d.adrelid, pg_catalog.string_agg(pg_catalog.concat_ws(' ',
              d.adnum, pg_catalog.quote_nullable(pg_catalog.pg_get_expr(d.adbin, d.adrelid))), ' ')
            from pg_catalog.pg_attrdef d
            where d.adrelid operator(pg_catalog.=) any (array(select r.oid from relation r))
            group by d.adrelid""";

    /** The same only for columns that can call {@code nextval}, for printing an expression is dear: integers and domains. */
    static final String NUMBERED_DEFAULTS = """
            select :question, d.adrelid, pg_catalog.string_agg(pg_catalog.concat_ws(' ',
              d.adnum, pg_catalog.quote_nullable(pg_catalog.pg_get_expr(d.adbin, d.adrelid))), ' ')
            from pg_catalog.pg_attrdef d
              join pg_catalog.pg_attribute a on a.attrelid operator(pg_catalog.=) d.adrelid
                and a.attnum operator(pg_catalog.=) d.adnum
            where d.adrelid operator(pg_catalog.=) any (array(select r.oid from relation r))
              and (a.atttypid operator(pg_catalog.=) any ('{20,21,23}'::pg_catalog.oid[])
                or a.atttypid operator(pg_catalog.>=) 16384::pg_catalog.oid)
            group by d.adrelid""";

    /** The collations that are not the type's own. */
    static final String COLLATIONS = """
            select :question, a.attrelid, pg_catalog.string_agg(pg_catalog.concat_ws(' ',
              a.attnum, l.collisdeterministic, pg_catalog.quote_ident(l.collname)), ' ')
            from pg_catalog.pg_attribute a
              join pg_catalog.pg_type t on t.oid operator(pg_catalog.=) a.atttypid
              join pg_catalog.pg_collation l on l.oid operator(pg_catalog.=) a.attcollation
            where a.attrelid operator(pg_catalog.=) any (array(select r.oid from relation r))
              and a.attnum operator(pg_catalog.>) 0 and not a.attisdropped
              and a.attcollation operator(pg_catalog.<>) t.typcollation
            group by a.attrelid""";

    private ColumnQueries() {}
}
