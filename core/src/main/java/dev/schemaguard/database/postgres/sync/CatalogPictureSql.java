package dev.schemaguard.database.postgres.sync;

/** The question behind {@link CatalogPicture}. */
final class CatalogPictureSql {

    /**
     * One row for each object: its kind, its number, its name, and what must stay. Left out are the server's own schemas and what
     * is temporary; of a relation what changes with its rows, or with what is added to it ({@code relnatts}, {@code reltuples},
     * {@code relfilenode}, ...); of a column that it has a default, which is a row of its own here, as is each NOT NULL, so that
     * both can be added but not taken away; of an index or key of a partition whether it belongs to one of the whole. Queries of views and sources of functions are long, so the server digests them.
     */
    static final String ALL = """
            /* schema-guard: sync: picture */
            with space as materialized (
              select n.* from pg_namespace n
              where n.nspname <> all (array['pg_catalog', 'information_schema', 'pg_toast']::name[])
                and n.nspname !~ '^pg_(toast_)?temp_'),
            relation as materialized (
              select c.oid, s.nspname || '.' || c.relname as label, c.relkind,
                row(c.relname, c.relnamespace, c.reloftype, c.relowner, c.relam, c.reltablespace, c.relpersistence, c.relkind,
                  c.relrowsecurity, c.relforcerowsecurity, c.relreplident, c.relispartition and c.relkind <> 'i', c.relacl, c.reloptions,
                  c.relpartbound) as facts
              from pg_class c join space s on s.oid = c.relnamespace),
            attribute as materialized (
              select a.*, r.label || '.' || a.attname as label
              from pg_attribute a join relation r on r.oid = a.attrelid
              where a.attnum > 0 and not a.attisdropped and r.relkind = any (array['r', 'p', 'v', 'm', 'f', 'c']::"char"[]))
            select 'schema' as kind, n.oid::text as id, n.nspname::text as name,
              row(n.nspname, n.nspowner, n.nspacl)::text as facts from space n
            union all select 'relation', r.oid::text, r.label, r.facts::text from relation r
            union all select 'column', a.attrelid::text || '.' || a.attnum::text, a.label,
              row(a.attname, a.atttypid, a.atttypmod, a.attidentity, a.attgenerated, a.attcollation, a.attacl, a.attoptions,
                a.attfdwoptions)::text from attribute a
            union all select 'NOT NULL of column', a.attrelid::text || '.' || a.attnum::text, a.label, ''
              from attribute a where a.attnotnull
            union all select 'default of column', d.oid::text, a.label, d::text
              from pg_attrdef d join attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
            union all select 'constraint', k.oid::text, coalesce(r.label || '.', '') || k.conname,
              (to_jsonb(k) - array['coninhcount', 'conislocal', 'conparentid'])::text
              from pg_constraint k join space s on s.oid = k.connamespace left join relation r on r.oid = k.conrelid
            union all select 'index', i.indexrelid::text, r.label,
              row(i.indrelid, i.indisunique, i.indisprimary, i.indisexclusion, i.indimmediate, i.indisvalid, i.indisreplident,
                i.indkey, i.indcollation, i.indclass, i.indoption, i.indexprs, i.indpred)::text
              from pg_index i join relation r on r.oid = i.indexrelid
            union all select 'trigger', g.oid::text, r.label || '.' || g.tgname, g::text
              from pg_trigger g join relation r on r.oid = g.tgrelid
            union all select 'policy', p.oid::text, r.label || '.' || p.polname, p::text
              from pg_policy p join relation r on r.oid = p.polrelid
            union all select 'rule', w.oid::text, r.label || '.' || w.rulename,
              encode(sha256(textsend(w::text)), 'hex') from pg_rewrite w join relation r on r.oid = w.ev_class
            union all select 'sequence', q.seqrelid::text, r.label, q::text
              from pg_sequence q join relation r on r.oid = q.seqrelid
            union all select 'owner of sequence', d.objid::text, r.label, d::text
              from pg_depend d join relation r on r.oid = d.objid and r.relkind = 'S'
              where d.classid = 'pg_class'::regclass and d.refobjsubid > 0
            union all select 'partitioning', p.partrelid::text, r.label, p::text
              from pg_partitioned_table p join relation r on r.oid = p.partrelid
            union all select 'inheritance', i.inhrelid::text || '.' || i.inhparent::text, r.label, ''
              from pg_inherits i join relation r on r.oid = i.inhrelid
            union all select 'foreign table', f.ftrelid::text, r.label, f::text
              from pg_foreign_table f join relation r on r.oid = f.ftrelid
            union all select 'type', t.oid::text, s.nspname || '.' || t.typname, t::text
              from pg_type t join space s on s.oid = t.typnamespace where t.typrelid = 0 and t.typcategory <> 'A'
            union all select 'label', e.oid::text, s.nspname || '.' || t.typname || ' ''' || e.enumlabel || '''',
              row(e.enumtypid, e.enumlabel)::text
              from pg_enum e join pg_type t on t.oid = e.enumtypid join space s on s.oid = t.typnamespace
            union all select 'range', g.rngtypid::text, t.typname, g::text
              from pg_range g join pg_type t on t.oid = g.rngtypid join space s on s.oid = t.typnamespace
            union all select 'function', p.oid::text, s.nspname || '.' || p.proname,
              encode(sha256(textsend(p::text)), 'hex') from pg_proc p join space s on s.oid = p.pronamespace
            union all select 'aggregate', a.aggfnoid::oid::text, s.nspname || '.' || p.proname, a::text
              from pg_aggregate a join pg_proc p on p.oid = a.aggfnoid join space s on s.oid = p.pronamespace
            union all select 'operator', o.oid::text, s.nspname || '.' || o.oprname, o::text
              from pg_operator o join space s on s.oid = o.oprnamespace
            union all select 'operator class', o.oid::text, s.nspname || '.' || o.opcname, o::text
              from pg_opclass o join space s on s.oid = o.opcnamespace
            union all select 'operator family', o.oid::text, s.nspname || '.' || o.opfname, o::text
              from pg_opfamily o join space s on s.oid = o.opfnamespace
            union all select 'operator of a family', o.oid::text, o.oid::text, o::text from pg_amop o where o.oid >= 16384
            union all select 'function of a family', o.oid::text, o.oid::text, o::text from pg_amproc o where o.oid >= 16384
            union all select 'cast', c.oid::text, c.oid::text, c::text from pg_cast c where c.oid >= 16384
            union all select 'transform', t.oid::text, t.oid::text, t::text from pg_transform t
            union all select 'language', l.oid::text, l.lanname, l::text from pg_language l
            union all select 'collation', c.oid::text, s.nspname || '.' || c.collname, c::text
              from pg_collation c join space s on s.oid = c.collnamespace
            union all select 'conversion', c.oid::text, s.nspname || '.' || c.conname, c::text
              from pg_conversion c join space s on s.oid = c.connamespace
            union all select 'text search configuration', c.oid::text, s.nspname || '.' || c.cfgname, c::text
              from pg_ts_config c join space s on s.oid = c.cfgnamespace
            union all select 'text search dictionary', d.oid::text, s.nspname || '.' || d.dictname, d::text
              from pg_ts_dict d join space s on s.oid = d.dictnamespace
            union all select 'text search mapping', m.mapcfg::text || '.' || m.maptokentype::text || '.' || m.mapseqno::text,
              m.mapcfg::text, m::text from pg_ts_config_map m where m.mapcfg >= 16384
            union all select 'statistics', x.oid::text, s.nspname || '.' || x.stxname, x::text
              from pg_statistic_ext x join space s on s.oid = x.stxnamespace
            union all select 'extension', e.oid::text, e.extname, e::text from pg_extension e
            union all select 'member of extension', d.classid::text || '.' || d.objid::text, e.extname, d::text
              from pg_depend d join pg_extension e on e.oid = d.refobjid
              where d.deptype = 'e' and d.refclassid = 'pg_extension'::regclass
            union all select 'event trigger', e.oid::text, e.evtname, e::text from pg_event_trigger e
            union all select 'publication', p.oid::text, p.pubname, p::text from pg_publication p
            union all select 'table of publication', p.oid::text, p.prrelid::regclass::text, p::text from pg_publication_rel p
            union all select 'foreign-data wrapper', f.oid::text, f.fdwname, f::text from pg_foreign_data_wrapper f
            union all select 'foreign server', f.oid::text, f.srvname, f::text from pg_foreign_server f
            union all select 'default privileges', a.oid::text, a.oid::text, a::text from pg_default_acl a
            union all select 'security label', l.classoid::text || '.' || l.objoid::text || '.' || l.objsubid::text || l.provider,
              l.objoid::text, l::text from pg_seclabel l
            union all select 'comment', c.classoid::text || '.' || c.objoid::text || '.' || c.objsubid::text, c.objoid::text, c::text
              from pg_description c where c.objoid >= 16384
            union all select 'setting', s.setdatabase::text || '.' || s.setrole::text, s.setrole::text, s::text
              from pg_db_role_setting s
            union all select 'database', d.oid::text, d.datname, row(d.datname, d.datdba, d.datacl)::text
              from pg_database d where d.datname = current_database()""";

    private CatalogPictureSql() {}
}
