package dev.schemaguard.database.mysql.catalog;

import dev.schemaguard.model.ObjectName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that a whole server holds, as far as the account sees them.
 *
 * @param catalog asks
 */
record MysqlDirectory(CatalogStatement catalog) {

    private static final String OWN = "('information_schema', 'performance_schema', 'mysql', 'sys')";

    private static final String SCHEMAS =
            "select s.SCHEMA_NAME from information_schema.SCHEMATA s where s.SCHEMA_NAME not in " + OWN;

    /** Enough for a hint; a server with more names is none where one can guess. */
    private static final String TABLES = "select t.TABLE_SCHEMA, t.TABLE_NAME from information_schema.TABLES t"
            + " where t.TABLE_SCHEMA not in " + OWN + " and t.TABLE_TYPE <> 'SEQUENCE' limit 20000";

    private static final String MADE = "select t.TABLE_SCHEMA, t.TABLE_NAME from information_schema.TABLES t"
            + " where t.TABLE_SCHEMA = database() order by 1, 2";

    /** The schemas but the server's own. */
    Set<String> schemas() throws SQLException {
        Set<String> names = new TreeSet<>();
        catalog.ask("schema names", SCHEMAS, List.of(), row -> names.add(row.text(0)));
        return names;
    }

    /** Tables and views in no order. */
    List<ObjectName> tables() throws SQLException {
        return objects("table names", TABLES);
    }

    /** What somebody made in the connection's database, sorted: other databases are other people's. */
    List<ObjectName> made() throws SQLException {
        return objects("scratch database", MADE);
    }

    private List<ObjectName> objects(String name, String select) throws SQLException {
        List<ObjectName> names = new ArrayList<>();
        catalog.ask(name, select, List.of(), row -> names.add(row.name(0)));
        return names;
    }
}
