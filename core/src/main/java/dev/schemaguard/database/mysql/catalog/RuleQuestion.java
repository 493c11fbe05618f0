package dev.schemaguard.database.mysql.catalog;

import dev.schemaguard.database.mysql.dialect.MysqlDialect;
import dev.schemaguard.database.mysql.server.ServerVersion;
import dev.schemaguard.inspect.CatalogNeeds;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks at once for what is told of tables in few rows each: foreign keys, checks, triggers, what views take. What belongs together is
 * put together here, for a join of these views takes minutes on MySQL where there are a thousand tables.
 */
final class RuleQuestion {

    private static final String KEY_COLUMNS = """
            select 'column', k.TABLE_SCHEMA, k.TABLE_NAME, k.CONSTRAINT_NAME, k.ORDINAL_POSITION, k.COLUMN_NAME,
              k.REFERENCED_TABLE_SCHEMA, k.REFERENCED_TABLE_NAME, k.REFERENCED_COLUMN_NAME
            from information_schema.KEY_COLUMN_USAGE k
            where k.REFERENCED_TABLE_NAME is not null and\s""";

    private static final String KEY_RULES = """
            select 'rules', r.CONSTRAINT_SCHEMA, r.TABLE_NAME, r.CONSTRAINT_NAME, null, r.DELETE_RULE, r.UPDATE_RULE, null, null
            from information_schema.REFERENTIAL_CONSTRAINTS r
            where\s""";

    /** MariaDB: a check knows its table. */
    private static final String CHECKS = """
            select 'check', c.CONSTRAINT_SCHEMA, c.TABLE_NAME, c.CONSTRAINT_NAME, null, c.CHECK_CLAUSE, null, null, null
            from information_schema.CHECK_CONSTRAINTS c
            where\s""";

    /** MySQL: names of checks are unique in a schema, and another view knows the table (manual, 26.3.5 and 26.3.42). */
    private static final String CLAUSES = """
            select 'clause', c.CONSTRAINT_SCHEMA, '-', c.CONSTRAINT_NAME, null, c.CHECK_CLAUSE, null, null, null
            from information_schema.CHECK_CONSTRAINTS c
            where\s""";

    private static final String ENFORCED = """
            select 'enforced', t.TABLE_SCHEMA, t.TABLE_NAME, t.CONSTRAINT_NAME, null, t.ENFORCED, null, null, null
            from information_schema.TABLE_CONSTRAINTS t
            where t.CONSTRAINT_TYPE = 'CHECK' and\s""";

    private static final String TRIGGERS = """
            select 'trigger', g.EVENT_OBJECT_SCHEMA, g.EVENT_OBJECT_TABLE, '', null, null, null, null, null
            from information_schema.TRIGGERS g
            where g.EVENT_MANIPULATION = 'INSERT' and g.ACTION_TIMING = 'BEFORE' and\s""";

    private static final String VIEWS = """
            select 'view', v.TABLE_SCHEMA, v.TABLE_NAME, '', null, v.IS_UPDATABLE, null, null, null
            from information_schema.VIEWS v
            where\s""";

    private final ServerVersion server;
    private final MysqlDialect dialect;
    private final WantedTables wanted;
    private final CatalogNeeds needs;
    private final FoundTables tables;
    private final List<String> arms = new ArrayList<>();
    private final List<String> values = WantedTables.values();
    private final Map<ObjectName, String> clauses = new HashMap<>();
    private final Map<ObjectName, Map<String, ReferenceRows>> ofOthers = new HashMap<>();

    RuleQuestion(
            ServerVersion server, MysqlDialect dialect, WantedTables wanted, CatalogNeeds needs, FoundTables tables) {
        this.server = server;
        this.dialect = dialect;
        this.wanted = wanted;
        this.needs = needs;
        this.tables = tables;
    }

    /** Whether checks are enforced at all, so that there are any (MySQL manual, 13.1.20.6). */
    static boolean hasChecks(ServerVersion server) {
        return server.isMariadb() || server.isAtLeast(8, 0, 16);
    }

    void readInto(CatalogStatement catalog) throws SQLException {
        if (needs.reads(Family.FOREIGN_KEYS) || needs.inbound()) {
            if (needs.inbound()) {
                // A table that nobody asked for may refer to one that somebody did.
                arms.add(KEY_COLUMNS + wanted.inSchemas("k.TABLE_SCHEMA", values));
                arms.add(KEY_RULES + wanted.inSchemas("r.CONSTRAINT_SCHEMA", values));
            } else {
                add(KEY_COLUMNS, "k.TABLE_SCHEMA", "k.TABLE_NAME");
                add(KEY_RULES, "r.CONSTRAINT_SCHEMA", "r.TABLE_NAME");
            }
        }
        if (needs.reads(Family.CHECKS) && hasChecks(server)) {
            if (server.isMariadb()) {
                add(CHECKS, "c.CONSTRAINT_SCHEMA", "c.TABLE_NAME");
            } else {
                arms.add(CLAUSES + wanted.inSchemas("c.CONSTRAINT_SCHEMA", values));
                add(ENFORCED, "t.TABLE_SCHEMA", "t.TABLE_NAME");
            }
        }
        add(TRIGGERS, "g.EVENT_OBJECT_SCHEMA", "g.EVENT_OBJECT_TABLE");
        add(VIEWS, "v.TABLE_SCHEMA", "v.TABLE_NAME");
        List<CatalogRow> rows = new ArrayList<>();
        catalog.ask("rules", String.join("\nunion all\n", arms), values, rows::add);
        // Clauses come before the tables that they belong to, whatever order the server gives them in.
        rows.stream().filter(row -> row.text(0).equals("clause")).forEach(this::clause);
        rows.stream().filter(row -> row.text(0).equals("column")).forEach(this::keyColumn);
        rows.forEach(this::take);
        inbound();
    }

    private void add(String arm, String schema, String table) {
        arms.add(arm + wanted.condition(schema, table, values));
    }

    private void clause(CatalogRow row) {
        clauses.put(ObjectName.of(row.text(1), row.text(3)), row.text(5));
    }

    private void keyColumn(CatalogRow row) {
        references(row)
                .computeIfAbsent(row.text(3), name -> new ReferenceRows(name, row.name(6)))
                .add(row.number(4), row.text(5), row.text(8));
    }

    /** The foreign keys of a table, be it one that somebody asked for or not. */
    private Map<String, ReferenceRows> references(CatalogRow row) {
        CatalogTable found = tables.of(row, 1);
        return found == null ? ofOthers.computeIfAbsent(row.name(1), key -> new HashMap<>()) : found.references;
    }

    private void take(CatalogRow row) {
        CatalogTable table = tables.of(row, 1);
        switch (row.text(0)) {
            case "rules" -> {
                ReferenceRows key = references(row).get(row.text(3));
                if (key != null) {
                    key.rules(row.text(5), row.text(6));
                }
            }
            case "check" -> {
                if (table != null) {
                    check(table, row.text(3), row.text(5), true);
                }
            }
            case "enforced" -> {
                String clause = clauses.get(ObjectName.of(row.text(1), row.text(3)));
                if (table != null && clause != null) {
                    check(table, row.text(3), clause, row.isYes(5));
                }
            }
            case "trigger" -> {
                if (table != null) {
                    table.filledByTrigger = true;
                }
            }
            case "view" -> {
                if (table != null) {
                    table.takesNoWrites = !row.isYes(5);
                }
            }
            default -> {
                // taken before
            }
        }
    }

    private void check(CatalogTable table, String name, String clause, boolean enforced) {
        table.checks.add(new Constraint.Check(
                name,
                dialect.expression(PrintedExpression.plain(clause)),
                new Enforcement(false, true, enforced),
                Origin.NONE));
    }

    private void inbound() {
        ofOthers.forEach((from, keys) -> keys.values().forEach(key -> {
            CatalogTable target = tables.of(key.target());
            if (target != null) {
                target.inbound.add(key.inbound(from));
            }
        }));
    }
}
