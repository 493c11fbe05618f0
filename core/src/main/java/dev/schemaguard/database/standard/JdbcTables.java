package dev.schemaguard.database.standard;

import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.inspect.TableGlobs;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.TableKind;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds tables and views: those that the expectation's names mean, or all of the schemas. */
final class JdbcTables {

    private final DatabaseMetaData metaData;
    private final JdbcNamespaces namespaces;
    private final InspectionScope scope;

    JdbcTables(DatabaseMetaData metaData, JdbcNamespaces namespaces, InspectionScope scope) {
        this.metaData = metaData;
        this.namespaces = namespaces;
        this.scope = scope;
    }

    List<JdbcTable> read() throws SQLException {
        TableGlobs excluded = new TableGlobs(scope.exclude());
        Map<ObjectName, JdbcTable> found = new LinkedHashMap<>();
        for (String schema : namespaces.each()) {
            find(metaData, namespaces, schema, table -> {
                if (!excluded.match(table.name())) {
                    found.put(table.name(), table);
                }
            });
        }
        Optional<Schema> expected = scope.expected();
        if (expected.isEmpty()) {
            return found.values().stream()
                    .sorted(Comparator.comparing(JdbcTable::name))
                    .toList();
        }
        Map<ObjectName, JdbcTable> wanted = new LinkedHashMap<>();
        for (Table table : expected.get().tables()) {
            resolve(table.name(), found).ifPresent(live -> wanted.put(live.name(), live));
        }
        return List.copyOf(wanted.values());
    }

    private Optional<JdbcTable> resolve(ObjectName name, Map<ObjectName, JdbcTable> found) {
        List<ObjectName> candidates = new ArrayList<>();
        if (!name.isQualified()) {
            namespaces.searchPath().forEach(schema -> candidates.add(name.in(schema)));
        }
        candidates.add(name);
        return candidates.stream().map(found::get).filter(Objects::nonNull).findFirst();
    }

    /** Whether the schema holds any table or view. */
    static boolean anyIn(DatabaseMetaData metaData, JdbcNamespaces namespaces, String schema) throws SQLException {
        List<JdbcTable> tables = new ArrayList<>();
        find(metaData, namespaces, schema, tables::add);
        return !tables.isEmpty();
    }

    private static void find(
            DatabaseMetaData metaData, JdbcNamespaces namespaces, String schema, Consumer<JdbcTable> found)
            throws SQLException {
        try (ResultSet rows =
                metaData.getTables(namespaces.catalog(schema), namespaces.schemaPattern(schema), "%", null)) {
            while (rows.next()) {
                ObjectName name = namespaces.name(
                        rows.getString("TABLE_CAT"), rows.getString("TABLE_SCHEM"), rows.getString("TABLE_NAME"));
                kind(rows.getString("TABLE_TYPE")).ifPresent(kind -> found.accept(new JdbcTable(schema, name, kind)));
            }
        }
    }

    /** Each database has its own words; what is none of these holds no rows that statements use. */
    private static Optional<TableKind> kind(String type) {
        String upper = type.toUpperCase(Locale.ROOT);
        if (upper.contains("SYSTEM")) {
            return Optional.empty();
        }
        if (upper.contains("VIEW")) {
            return Optional.of(upper.contains("MATERIALIZED") ? TableKind.MATERIALIZED_VIEW : TableKind.VIEW);
        }
        if (upper.contains("FOREIGN")) {
            return Optional.of(TableKind.FOREIGN_TABLE);
        }
        return upper.contains("TABLE") || upper.equals("SYNONYM") || upper.equals("ALIAS")
                ? Optional.of(TableKind.TABLE)
                : Optional.empty();
    }
}
