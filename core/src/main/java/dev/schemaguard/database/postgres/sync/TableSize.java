package dev.schemaguard.database.postgres.sync;

import dev.schemaguard.model.ObjectName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Whether a table cannot hold a row, told by the size of its files and of those of its parts and heirs. Its rows are not looked
 * at, for reading a table may run what its owner made; so one that held rows a while ago is taken to hold some.
 */
final class TableSize {

    /**
     * Whether a table and all that inherit from it are kept in files of the server's own, each of no length. Parameters: the
     * schema, which may be empty, twice, and the name.
     */
    private static final String EMPTY = """
            /* schema-guard: sync: size of a table */
            with recursive part as (
              select c.oid
              from pg_catalog.pg_class c
              where c.oid operator(pg_catalog.=) pg_catalog.to_regclass(pg_catalog.concat_ws('.',
                case when pg_catalog.octet_length(?::pg_catalog.text) operator(pg_catalog.>) 0
                  then pg_catalog.quote_ident(?::pg_catalog.text) end,
                pg_catalog.quote_ident(?::pg_catalog.text)))
              union
              select i.inhrelid
              from pg_catalog.pg_inherits i
                join part p on p.oid operator(pg_catalog.=) i.inhparent)
            select coalesce(pg_catalog.bool_and(
                c.relkind operator(pg_catalog.=) 'p'::pg_catalog."char"
                or c.relkind operator(pg_catalog.=) 'r'::pg_catalog."char"
                  and m.amname operator(pg_catalog.=) 'heap'::pg_catalog.name
                  and pg_catalog.pg_relation_size(c.oid) operator(pg_catalog.=) 0::pg_catalog.int8), false)
            from part p
              join pg_catalog.pg_class c on c.oid operator(pg_catalog.=) p.oid
              left join pg_catalog.pg_am m on m.oid operator(pg_catalog.=) c.relam""";

    private TableSize() {}

    /** Whether it is there, and all of it is of no length. */
    static boolean isNothing(Connection connection, ObjectName table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(EMPTY)) {
            query.setString(1, table.schema());
            query.setString(2, table.schema());
            query.setString(3, table.name());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
