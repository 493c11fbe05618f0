package dev.schemaguard.database.postgres.sync;

import dev.schemaguard.fix.Calls;
import dev.schemaguard.model.ObjectName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Functions and operators that bear a name which an expectation uses, and may be meant by it in place of the server's own, for
 * one whose arguments fit better is taken wherever on the path it stands (manual, 10.3). Whoever may create something in a schema
 * of the release could so have code of his run by the role of the sync.
 */
final class Shadows {

    /** Parameters: schemas of the path; names of functions; names of operators. */
    private static final String SHADOWS = """
            /* schema-guard: sync: shadows */
            select 'function ' || n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
              o.rolname
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles o on o.oid = p.proowner
            where n.nspname = any (?::text[]) and p.proname = any (?::text[])
              and not o.rolsuper and o.rolname <> current_user
            union all
            select 'operator ' || n.nspname || '.' || p.oprname || ' (' || p.oprleft::regtype || ', ' || p.oprright::regtype || ')',
              o.rolname
            from pg_operator p join pg_namespace n on n.oid = p.oprnamespace join pg_roles o on o.oid = p.oprowner
            where n.nspname = any (?::text[]) and p.oprname = any (?::text[])
              and not o.rolsuper and o.rolname <> current_user
            order by 1 limit 10""";

    private Shadows() {}

    /**
     * Those of other roles than the connected one and superusers; why each stands in the way. The path of the session must lead to
     * {@code pg_catalog} only.
     *
     * @param path the schemas in which the statements will look for names
     * @param allowed functions that may be any
     */
    static List<String> of(Connection connection, List<String> path, Calls calls, Set<ObjectName> allowed)
            throws SQLException {
        if (calls.equals(Calls.NONE)) {
            return List.of();
        }
        List<String> functions = calls.functions().stream()
                .filter(function -> !allowed.contains(function))
                .map(ObjectName::name)
                .toList();
        List<String> reasons = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(SHADOWS)) {
            query.setArray(1, array(connection, path));
            query.setArray(2, array(connection, functions));
            query.setArray(3, array(connection, path));
            query.setArray(4, array(connection, calls.operators()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    reasons.add("the " + row.getString(1) + " of role '" + row.getString(2)
                            + "' may be what an expression means, and a sync runs no code of other roles: 'schema-guard fix'"
                            + " prints the statements; for a function there is --allow-function");
                }
            }
        }
        return reasons;
    }

    private static Array array(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
