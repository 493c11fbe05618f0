package dev.schemaguard.database.postgres.catalog.query;

import dev.schemaguard.inspect.CatalogMovedException;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.TableKind;

/**
 * A table or view as the catalog numbers it.
 *
 * @param oid its number
 * @param name its name with its schema
 * @param kind what the name stands for
 * @param privileges the first letters of the role's privileges on the whole of it
 * @param updatable which statements it takes, one bit for each kind ({@code pg_relation_is_updatable}), and one for a
 *     partition that takes what no other does
 * @param rowSecurity {@code -} where row security is switched off, {@code a} where it holds for the role, else {@code e}
 */
public record CatalogRelation(
        long oid, ObjectName name, TableKind kind, String privileges, int updatable, String rowSecurity) {

    /** The bit of INSERT in what {@code pg_relation_is_updatable} answers. */
    private static final int INSERT = 1 << 3;

    private static final int DEFAULT_PARTITION = 1 << 5;

    /**
     * What the role may do is asked here, so that the columns' own grants need a look only where it may not do all. A
     * superuser may do all, and so may the owner of a table on which nothing was ever granted: that much is cheaper to see.
     * Of a table that was dropped meanwhile the server says nothing, which is not the same as no.
     */
    private static final String SELECTED = """
              select c.oid, c.relname, c.relnamespace, c.relkind, c.relrowsecurity,
                case when c.relacl is null and c.relowner operator(pg_catalog.=) (
                      select u.oid from pg_catalog.pg_roles u where u.rolname operator(pg_catalog.=) current_user)
                    or (select u.rolsuper from pg_catalog.pg_roles u where u.rolname operator(pg_catalog.=) current_user)
                  then '-SIUD'
                  else pg_catalog.concat('-',
                    case when pg_catalog.has_table_privilege(c.oid, 'SELECT') then 'S' end,
                    case when pg_catalog.has_table_privilege(c.oid, 'INSERT') then 'I' end,
                    case when pg_catalog.has_table_privilege(c.oid, 'UPDATE') then 'U' end,
                    case when pg_catalog.has_table_privilege(c.oid, 'DELETE') then 'D'
                         when pg_catalog.has_table_privilege(c.oid, 'DELETE') is null then '?' end)
                end as privileges
              from pg_catalog.pg_class c
              where c.relkind operator(pg_catalog.=) any ('{r,p,v,m,f}'::pg_catalog."char"[])
                and c.relnamespace operator(pg_catalog.=) any (array(select s.oid from looked_at s))
            """;

    /** The tables and views of the given names. Parameter: the names. */
    public static final String NAMED = "relation as materialized (\n" + SELECTED
            + "    and c.relname operator(pg_catalog.=) any (?::pg_catalog.name[]))";

    /** All tables and views but those of extensions, which are their extension's business. */
    public static final String ALL = "relation as materialized (\n" + SELECTED + """
                and not exists (
                  select from pg_catalog.pg_depend d
                  where d.classid operator(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
                    and d.objid operator(pg_catalog.=) c.oid and d.deptype operator(pg_catalog.=) 'e'))""";

    /** The tables and views of the given numbers. Parameter: the numbers. */
    public static final String NUMBERED =
            "relation as (select i.oid from pg_catalog.unnest(?::pg_catalog.oid[]) as i(oid))";

    /**
     * Name, kind and privileges of each; for views also which statements they take, and a partitioned table without
     * partitions takes no rows. Of a foreign table that is not asked, for
     * the server would load the wrapper's library, and fail where it is not to be had. Whether row security holds for the
     * role is asked only where it is switched on, for it depends on who owns the table and on what the role may bypass.
     */
    static final String RELATIONS = """
            select :question, r.oid, pg_catalog.concat_ws(' ',
              r.relnamespace, r.relkind, r.privileges,
              case when r.relkind operator(pg_catalog.=) 'v'
                then case when pg_catalog.has_table_privilege(r.oid, 'SELECT') is null then '-1'::pg_catalog.int4
                          else pg_catalog.pg_relation_is_updatable(r.oid, true) end
                when r.relkind operator(pg_catalog.=) 'p' then (
                  select case when p.partdefid operator(pg_catalog.<>) 0::pg_catalog.oid then 60
                              when exists (select from pg_catalog.pg_inherits h
                                           where h.inhparent operator(pg_catalog.=) r.oid) then 28 else 20 end
                  from pg_catalog.pg_partitioned_table p where p.partrelid operator(pg_catalog.=) r.oid)
                else 28 end,
              case when not r.relrowsecurity then '-'
                when pg_catalog.row_security_active(r.oid) then 'a' else 'e' end,
              pg_catalog.quote_ident(r.relname))
            from relation r""";

    /**
     * Tables that are only referred to or inherited from: what keys and parents need of them to be named. Those of another schema
     * too, which is none of a tenant's.
     */
    static final String NEIGHBOUR = """
            neighbour as materialized (
              select k.confrelid as oid
              from pg_catalog.pg_constraint k
              where k.conrelid operator(pg_catalog.=) any (array(select r.oid from relation r))
                and k.contype operator(pg_catalog.=) 'f'
                and not exists (
                  select from relation r
                  where r.oid operator(pg_catalog.=) k.confrelid and r.relnamespace operator(pg_catalog.=) k.connamespace)
              union
              select h.inhparent
              from pg_catalog.pg_inherits h
              where h.inhrelid operator(pg_catalog.=) any (array(select r.oid from relation r))
                and not exists (
                  select from relation r
                  where r.oid operator(pg_catalog.=) h.inhparent and r.relnamespace operator(pg_catalog.=) (
                    select c.relnamespace from pg_catalog.pg_class c where c.oid operator(pg_catalog.=) h.inhrelid)))""";

    /** Schema, name, and the columns' numbers and names. */
    static final String NEIGHBOURS = """
            select :question, c.oid, pg_catalog.concat_ws(' ',
              pg_catalog.quote_ident(n.nspname), pg_catalog.quote_ident(c.relname),
              pg_catalog.string_agg(pg_catalog.concat_ws(' ', a.attnum, pg_catalog.quote_ident(a.attname)), ' '))
            from pg_catalog.pg_class c
              join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) c.relnamespace
              join pg_catalog.pg_attribute a on a.attrelid operator(pg_catalog.=) c.oid
            where c.oid operator(pg_catalog.=) any (array(select o.oid from neighbour o))
              and a.attnum operator(pg_catalog.>) 0
            group by c.oid, n.nspname, c.relname""";

    /** The tables that each inherits from or is a partition of, in order. */
    static final String PARENTS = """
            select :question, h.inhrelid,
              pg_catalog.string_agg(pg_catalog.concat_ws(' ', h.inhseqno, h.inhparent), ' ')
            from pg_catalog.pg_inherits h
            where h.inhrelid operator(pg_catalog.=) any (array(select r.oid from relation r))
            group by h.inhrelid""";

    /** Reads one row of {@link #RELATIONS}. */
    public static CatalogRelation read(long oid, String row, PostgresPath path) {
        CatalogText text = new CatalogText(row);
        String schema = path.name(text.number());
        TableKind kind = kind(text.word());
        String privileges = text.word();
        int updatable = text.integer();
        if (updatable < 0 || privileges.endsWith("?")) {
            throw new CatalogMovedException("a table of schema '" + schema + "'");
        }
        String rowSecurity = text.word();
        return new CatalogRelation(oid, ObjectName.of(schema, text.name()), kind, privileges, updatable, rowSecurity);
    }

    /** Whether the rows come from a query, so that the columns have no rules of their own. */
    public boolean isView() {
        return kind == TableKind.VIEW || kind == TableKind.MATERIALIZED_VIEW;
    }

    /** Whether row security is switched on, whomever it stops. */
    public Presence hasRowSecurity() {
        return Presence.of(!rowSecurity.equals("-"));
    }

    /** Whether row security holds for the connected role. */
    Presence meetsRowSecurity() {
        return Presence.of(rowSecurity.equals("a"));
    }

    /** Whether rows can be inserted at all. */
    public Presence insertable() {
        return kind == TableKind.FOREIGN_TABLE
                ? Presence.UNSTATED
                : Presence.of(kind != TableKind.MATERIALIZED_VIEW && (updatable & INSERT) != 0);
    }

    /** Whether it is partitioned and has a partition for whatever no other partition takes. */
    boolean hasDefaultPartition() {
        return kind == TableKind.PARTITIONED_TABLE && (updatable & DEFAULT_PARTITION) != 0;
    }

    private static TableKind kind(String letter) {
        return switch (letter) {
            case "p" -> TableKind.PARTITIONED_TABLE;
            case "v" -> TableKind.VIEW;
            case "m" -> TableKind.MATERIALIZED_VIEW;
            case "f" -> TableKind.FOREIGN_TABLE;
            default -> TableKind.TABLE;
        };
    }
}
