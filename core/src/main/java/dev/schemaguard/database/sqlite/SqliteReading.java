package dev.schemaguard.database.sqlite;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.inspect.CatalogNeeds;
import dev.schemaguard.inspect.DatabaseInfo;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionException.Reason;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.LiveSchema;
import dev.schemaguard.inspect.TableGlobs;
import dev.schemaguard.model.Capabilities;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One look at one database and at what is attached to it. */
final class SqliteReading {

    /** The database that a connection is opened on. */
    private static final String MAIN = "main";

    private static final String TABLES = """
            /* schema-guard: tables */
            select schema, name, type, wr, strict from pragma_table_list
            where lower(schema) in (?) and type in ('table', 'view', 'virtual') and name not like 'sqlite\\_%' escape '\\'""";

    private static final Set<Family> OF_TABLES = EnumSet.of(
            Family.COLUMNS,
            Family.PRIMARY_KEYS,
            Family.UNIQUE_KEYS,
            Family.FOREIGN_KEYS,
            Family.CHECKS,
            Family.INDEXES);

    private final Connection connection;
    private final Dialect dialect;
    private final InspectionScope scope;
    private final CatalogNeeds needs;
    private final SqliteQuestion question;
    private final List<String> path;

    SqliteReading(Connection connection, Dialect dialect, InspectionScope scope) {
        this.connection = connection;
        this.dialect = dialect;
        this.scope = scope;
        this.needs = scope.expected().map(CatalogNeeds::of).orElse(CatalogNeeds.EVERYTHING);
        this.question = new SqliteQuestion(connection, scope.timeout());
        this.path = scope.schemas().isEmpty() ? List.of(MAIN) : scope.schemas();
    }

    LiveSchema read() throws InspectionException, SQLException {
        List<String> lookedAt = lookedAt();
        Map<ObjectName, SqliteTable> found = new LinkedHashMap<>();
        question.ask(
                TABLES,
                lookedAt.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList(),
                row -> {
                    SqliteTable table = new SqliteTable(
                            ObjectName.of(row.getString(1), row.getString(2)),
                            row.getString(3),
                            row.getBoolean(4),
                            row.getBoolean(5));
                    found.put(table.same(), table);
                });
        List<SqliteTable> wanted = wanted(found);
        Schema schema = Schema.builder()
                .searchPath(path)
                .tables(tables(wanted))
                .complete(needs.everything() ? EnumSet.allOf(Family.class) : Set.of())
                .build();
        List<String> empty = wanted.isEmpty()
                ? lookedAt.stream()
                        .filter(name -> found.values().stream()
                                .noneMatch(table -> table.name().schema().equalsIgnoreCase(name)))
                        .toList()
                : List.of();
        return new LiveSchema(DatabaseInfo.of(connection.getMetaData(), "", lookedAt), schema, empty, Set.of());
    }

    private List<String> lookedAt() throws InspectionException, SQLException {
        Set<String> attached = new SqliteCatalog().schemas(connection, scope.timeout());
        Set<String> lookedAt = new LinkedHashSet<>(path);
        for (String schema : path) {
            if (attached.stream().noneMatch(schema::equalsIgnoreCase)) {
                throw new InspectionException(
                        Reason.SCHEMA_NOT_FOUND,
                        "schema '" + schema + "' does not exist: check the name, and which databases are attached",
                        null);
            }
        }
        scope.expected()
                .ifPresent(expected -> expected.tables().stream()
                        .map(table -> table.name().schema())
                        .filter(schema -> attached.stream().anyMatch(schema::equalsIgnoreCase))
                        .forEach(lookedAt::add));
        return List.copyOf(lookedAt);
    }

    private List<SqliteTable> wanted(Map<ObjectName, SqliteTable> found) {
        TableGlobs excluded = new TableGlobs(scope.exclude());
        if (scope.expected().isEmpty()) {
            return found.values().stream()
                    .filter(table -> !excluded.match(table.name()))
                    .sorted(Comparator.comparing(SqliteTable::name))
                    .toList();
        }
        Map<ObjectName, SqliteTable> wanted = new LinkedHashMap<>();
        for (Table table : scope.expected().get().tables()) {
            candidates(table.name()).stream()
                    .map(name -> found.get(SqliteTable.same(name)))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .filter(live -> !excluded.match(live.name()))
                    .ifPresent(live -> wanted.put(live.name(), live));
        }
        return List.copyOf(wanted.values());
    }

    private List<ObjectName> candidates(ObjectName name) {
        return name.isQualified() ? List.of(name) : path.stream().map(name::in).toList();
    }

    private List<Table> tables(List<SqliteTable> wanted) throws SQLException {
        if (wanted.isEmpty()) {
            return List.of();
        }
        SqliteTexts texts = SqliteTexts.read(question, wanted, dialect);
        SqliteColumns columns = SqliteColumns.read(question, wanted, dialect, texts, !needs.everything());
        SqliteKeys keys = SqliteKeys.read(question, wanted, columns, texts);
        Set<Family> complete = EnumSet.copyOf(OF_TABLES);
        List<Table> tables = new ArrayList<>();
        for (SqliteTable table : wanted) {
            tables.add(Table.builder(table.name())
                    .kind(table.isView() ? TableKind.VIEW : TableKind.TABLE)
                    .columns(columns.of(table))
                    .constraints(keys.of(table))
                    .constraints(texts.checks(table))
                    .indexes(keys.indexes(table))
                    .complete(complete)
                    .capabilities(capabilities(table, texts))
                    .build());
        }
        return tables;
    }

    /** A trigger before an insert cannot fill columns (manual, CREATE TRIGGER); one in place of it can do anything. */
    private static Capabilities capabilities(SqliteTable table, SqliteTexts texts) {
        return new Capabilities(
                Presence.of(!table.isView() || texts.isInsertable(table)), Presence.ABSENT, false, Set.of(), Map.of());
    }
}
