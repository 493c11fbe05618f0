package dev.schemaguard.database.mysql.catalog;

import dev.schemaguard.database.mysql.dialect.MysqlDialect;
import dev.schemaguard.database.mysql.server.ServerVersion;
import dev.schemaguard.inspect.CatalogNeeds;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionException.Reason;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.TableKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One look at the catalog: six questions at most, whatever the number of tables, after who asks is known. */
final class MysqlReading {

    private static final String TABLES = """
            select t.TABLE_SCHEMA, t.TABLE_NAME, t.TABLE_TYPE, t.CREATE_OPTIONS
            from information_schema.TABLES t
            where\s""";

    private static final String COLUMNS = """
            select c.TABLE_SCHEMA, c.TABLE_NAME, c.ORDINAL_POSITION, c.COLUMN_NAME, c.COLUMN_TYPE, c.IS_NULLABLE,
              c.COLUMN_DEFAULT, c.EXTRA, c.CHARACTER_SET_NAME, c.COLLATION_NAME, c.GENERATION_EXPRESSION
            from information_schema.COLUMNS c
            where\s""";

    private static final String INDEXES = """
            select s.TABLE_SCHEMA, s.TABLE_NAME, s.INDEX_NAME, s.NON_UNIQUE, s.SEQ_IN_INDEX, s.COLUMN_NAME, s.COLLATION,
              s.SUB_PART, s.INDEX_TYPE, %s
            from information_schema.STATISTICS s
            where\s""";

    private static final String ONLY_KEYS = "s.NON_UNIQUE = 0 and ";

    private static final String EMPTY = """
            select s.SCHEMA_NAME, (select count(*) from information_schema.TABLES t where t.TABLE_SCHEMA = s.SCHEMA_NAME)
            from information_schema.SCHEMATA s
            where\s""";

    private final ServerVersion server;
    private final InspectionScope scope;
    private final CatalogNeeds needs;
    private final CatalogStatement catalog;
    private final MysqlDialect dialect;
    private final Session session;
    private final WantedTables wanted;
    private final FoundTables tables = new FoundTables();
    private final SequenceQuestion sequences;

    MysqlReading(CatalogStatement catalog, Session session, InspectionScope scope) throws InspectionException {
        this.server = catalog.server();
        this.scope = scope;
        this.needs = scope.expected().map(CatalogNeeds::of).orElse(CatalogNeeds.EVERYTHING);
        this.catalog = catalog;
        this.dialect = new MysqlDialect(server.product());
        this.session = session;
        this.wanted = new WantedTables(scope, session);
        this.sequences = new SequenceQuestion(dialect);
    }

    LiveSchema read() throws InspectionException, SQLException {
        LiveTables live = readTables();
        List<String> empty = emptySchemas(wanted.lookedAt(), live.grants());
        return live(live, wanted.searchPath(), wanted.lookedAt(), empty);
    }

    /** What {@link #read} would tell of each schema alone. */
    List<LiveSchema> readEach() throws InspectionException, SQLException {
        LiveTables live = readTables();
        List<String> there = existing(wanted.lookedAt());
        List<String> empty = emptySchemas(there, live.grants());
        List<LiveSchema> each = new ArrayList<>();
        for (String schema : there) {
            LiveTables own = live.in(schema);
            each.add(live(
                    own,
                    List.of(schema),
                    List.of(schema),
                    empty.stream().filter(schema::equals).toList()));
        }
        return each;
    }

    private LiveTables readTables() throws SQLException {
        Grants grants = Grants.read(catalog, session);
        List<String> values = WantedTables.values();
        catalog.ask("tables", TABLES + wanted.condition("t.TABLE_SCHEMA", "t.TABLE_NAME", values), values, this::table);
        if (!tables.byName().isEmpty()) {
            new RuleQuestion(server, dialect, wanted, needs, tables).readInto(catalog);
            columns();
            indexes();
        }
        sequences.readIncrements(catalog, grants);
        return new LiveTables(scope.expected(), grants, needs, tellsChecks(grants), tables.byName(), sequences);
    }

    /** MariaDB tells the checks of a schema to those who hold a privilege on all of it, and to nobody else, whatever they own. */
    private boolean tellsChecks(Grants grants) {
        return RuleQuestion.hasChecks(server)
                && (!server.isMariadb() || wanted.lookedAt().stream().allMatch(grants::seeAll));
    }

    private void table(CatalogRow row) {
        ObjectName name = row.name(0);
        if (!wanted.wants(name)) {
            return;
        }
        switch (row.text(2)) {
            case "SEQUENCE" -> sequences.add(name);
            case "VIEW" -> tables.add(new CatalogTable(name, TableKind.VIEW));
            case "BASE TABLE", "SYSTEM VERSIONED" ->
                tables.add(new CatalogTable(
                        name, row.text(3).contains("partitioned") ? TableKind.PARTITIONED_TABLE : TableKind.TABLE));
            default -> {
                // the server's own
            }
        }
    }

    private void columns() throws SQLException {
        ColumnRows rows = new ColumnRows(dialect, new ColumnDefaults(server, dialect, session.isStrict()));
        List<String> values = WantedTables.values();
        catalog.ask("columns", COLUMNS + wanted.condition("c.TABLE_SCHEMA", "c.TABLE_NAME", values), values, row -> {
            CatalogTable table = tables.of(row, 0);
            if (table != null) {
                table.columns.put(row.number(2), rows.read(row, table));
            }
        });
    }

    private void indexes() throws SQLException {
        boolean all = needs.reads(Family.INDEXES);
        if (!all && !needs.keys()) {
            return;
        }
        String own = server.isMariadb()
                ? "if(s.IGNORED = 'YES', 'NO', 'YES'), null"
                : "s.IS_VISIBLE, " + (server.isAtLeast(8, 0, 13) ? "s.EXPRESSION" : "null");
        List<String> values = WantedTables.values();
        String select = INDEXES.formatted(own)
                + (all ? "" : ONLY_KEYS)
                + wanted.condition("s.TABLE_SCHEMA", "s.TABLE_NAME", values);
        catalog.ask("indexes", select, values, row -> {
            CatalogTable table = tables.of(row, 0);
            if (table != null) {
                table.indexes
                        .computeIfAbsent(row.text(2), name -> new IndexRows(row))
                        .add(row, dialect);
            }
        });
    }

    /** Asked only where nothing was found, and then it also shows whether the schemas exist at all. */
    private List<String> emptySchemas(List<String> looked, Grants grants) throws InspectionException, SQLException {
        List<String> unfound = looked.stream()
                .filter(schema -> tables.byName().keySet().stream().noneMatch(name -> same(name.schema(), schema)))
                .toList();
        if (unfound.isEmpty() || !tables.byName().isEmpty() && !scope.isOverManySchemas()) {
            return List.of();
        }
        Map<String, Boolean> there = new LinkedHashMap<>();
        List<String> values = WantedTables.values();
        catalog.ask(
                "schemas",
                EMPTY + wanted.inSchemas("s.SCHEMA_NAME", values),
                values,
                row -> there.put(row.text(0), row.number(1) == 0));
        List<String> empty = new ArrayList<>();
        for (String schema : unfound) {
            String known = there.keySet().stream()
                    .filter(name -> same(name, schema))
                    .findFirst()
                    .orElse("");
            if (known.isEmpty()) {
                throw new InspectionException(
                        Reason.SCHEMA_NOT_FOUND,
                        "database '" + schema + "' does not exist, or nothing in it is granted to " + session.user()
                                + ": check the name, its case, and the server",
                        null);
            }
            // Where the role does not see all, there may be what it does not see.
            if (there.getOrDefault(known, false) && grants.seeAll(known)) {
                empty.add(schema);
            }
        }
        return empty;
    }

    private boolean same(String one, String other) {
        return session.foldsTables() ? one.equalsIgnoreCase(other) : one.equals(other);
    }

    private List<String> existing(List<String> schemas) throws SQLException {
        Set<String> there = new MysqlDirectory(catalog).schemas();
        return schemas.stream().filter(there::contains).toList();
    }

    private LiveSchema live(LiveTables live, List<String> path, List<String> looked, List<String> empty)
            throws SQLException {
        Set<Family> notLookedAt = EnumSet.noneOf(Family.class);
        if (!live.tellsChecks()) {
            notLookedAt.add(Family.CHECKS);
        }
        return new LiveSchema(
                catalog.database(session.role(), looked),
                live.schema(path, looked, session.settings()),
                empty,
                notLookedAt);
    }
}
