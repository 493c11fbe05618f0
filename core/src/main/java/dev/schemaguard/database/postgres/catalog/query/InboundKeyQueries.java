package dev.schemaguard.database.postgres.catalog.query;

import dev.schemaguard.model.InboundKey;
import dev.schemaguard.model.ObjectName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the foreign keys of other tables that refer to those that are meant. */
final class InboundKeyQueries {

    /**
     * Schema and table that have the key, what it does on delete and on update, and the columns that it refers to, one row for
     * each table that is referred to. Partitions and children are left out, for they are parts of a table that may be meant,
     * and so are the rows that a key of or to a partitioned table adds for each partition. No index leads from a table to the
     * keys that refer to it, so the strangers are found first: {@code except} takes one pass, where the planner would go
     * through all tables for each key, of whose number it knows nothing.
     */
    static final String INBOUND_KEYS = """
            select :question, k.confrelid, pg_catalog.string_agg(pg_catalog.concat_ws(' ',
              pg_catalog.quote_ident(n.nspname), pg_catalog.quote_ident(c.relname),
              k.confdeltype, k.confupdtype, k.confkey), ' ')
            from (
                select f.conrelid as oid from pg_catalog.pg_constraint f where f.contype operator(pg_catalog.=) 'f'
                except select r.oid from relation r) s
              join pg_catalog.pg_constraint k on k.conrelid operator(pg_catalog.=) s.oid
              join pg_catalog.pg_class c on c.oid operator(pg_catalog.=) k.conrelid
              join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) c.relnamespace
            where k.contype operator(pg_catalog.=) 'f' and k.conenforced
              and k.conparentid operator(pg_catalog.=) 0::pg_catalog.oid
              and k.confrelid operator(pg_catalog.=) any (array(select r.oid from relation r))
              and not exists (
                select from pg_catalog.pg_inherits h where h.inhrelid operator(pg_catalog.=) k.conrelid)
            group by k.confrelid""";

    private InboundKeyQueries() {}

    /** Reads one row of {@link #INBOUND_KEYS}, with the names of the columns of the table that is referred to. */
    static List<InboundKey> read(String row, ColumnNames columnNames) {
        List<InboundKey> keys = new ArrayList<>();
        CatalogText text = new CatalogText(row);
        while (text.hasNext()) {
            String schema = text.name();
            ObjectName from = ObjectName.of(schema, text.name());
            String onDelete = text.word();
            String onUpdate = text.word();
            keys.add(new InboundKey(
                    from,
                    columnNames.of(text.numbers()),
                    CatalogConstraints.action(onDelete),
                    CatalogConstraints.action(onUpdate)));
        }
        keys.sort(Comparator.comparing(InboundKey::from).thenComparing(key -> String.join(",", key.columns())));
        return keys;
    }
}
