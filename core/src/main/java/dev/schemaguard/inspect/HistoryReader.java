package dev.schemaguard.inspect;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.MigrationHistory;
import dev.schemaguard.model.MigrationHistory.Entry;
import dev.schemaguard.model.MigrationHistory.Tool;
import dev.schemaguard.model.ObjectName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads what migration tools remember to have run, where they do and where the role may look. Asked only on drift. */
public final class HistoryReader {

    /** A hint is worth no longer wait. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** More than any history has; with fewer than all one cannot say that something never ran. */
    private static final int MOST_ENTRIES = 100_000;

    /** The history tables that the role may read, with their columns. Parameter: the names. */
    private static final String POSTGRESQL = """
            select n.nspname, c.relname, a.attname
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) c.relnamespace
            join pg_catalog.pg_attribute a on a.attrelid operator(pg_catalog.=) c.oid
            where c.relname operator(pg_catalog.=) any (?::pg_catalog.text[])
              and c.relkind operator(pg_catalog.=) any (array['r', 'p', 'v']::pg_catalog."char"[])
              and a.attnum operator(pg_catalog.>) 0
              and not a.attisdropped
              and pg_catalog.has_schema_privilege(n.oid, 'USAGE')
              and pg_catalog.has_table_privilege(c.oid, 'SELECT')""";

    private final Connection connection;
    private final Dialect dialect;
    private final Duration timeout;

    private HistoryReader(Connection connection, Dialect dialect, Duration timeout) {
        this.connection = connection;
        this.dialect = dialect;
        this.timeout = timeout.compareTo(LONGEST) < 0 ? timeout : LONGEST;
    }

    /**
     * The histories, one for each tool: the one in the first of the schemas, or the only one elsewhere. The caller's transaction
     * outlives a failure.
     *
     * @param schemas the schemas that are looked at, in order
     * @throws SQLException if a history is there but cannot be read
     */
    public static List<MigrationHistory> histories(
            Connection connection, Dialect dialect, List<String> schemas, Duration timeout) throws SQLException {
        HistoryReader reader = new HistoryReader(connection, dialect, timeout);
        if (connection.getAutoCommit()) {
            return reader.read(schemas);
        }
        Savepoint before = connection.setSavepoint();
        try {
            List<MigrationHistory> histories = reader.read(schemas);
            connection.releaseSavepoint(before);
            return histories;
        } catch (SQLException e) {
            connection.rollback(before);
            throw e;
        }
    }

    private List<MigrationHistory> read(List<String> schemas) throws SQLException {
        Map<ObjectName, Set<String>> tables = dialect.name().equals("postgresql") ? onPostgres() : byMetadata();
        List<Found> found = new ArrayList<>();
        tables.forEach((name, columns) ->
                HistoryKind.of(name.name(), columns).ifPresent(kind -> found.add(new Found(name, columns, kind))));
        List<MigrationHistory> histories = new ArrayList<>();
        for (Tool tool : Tool.values()) {
            Optional<Found> best =
                    best(found.stream().filter(one -> one.kind().tool() == tool).toList(), schemas);
            if (best.isPresent()) {
                read(best.get()).ifPresent(histories::add);
            }
        }
        return histories;
    }

    private static Optional<Found> best(List<Found> found, List<String> schemas) {
        Optional<Found> near = found.stream()
                .filter(one -> schemas.contains(one.table().schema()))
                .min(Comparator.comparing(one -> schemas.indexOf(one.table().schema())));
        return near.isPresent() || found.size() != 1 ? near : Optional.of(found.get(0));
    }

    private Map<ObjectName, Set<String>> onPostgres() throws SQLException {
        Map<ObjectName, Set<String>> tables = new LinkedHashMap<>();
        Array names = connection.createArrayOf("text", HistoryKind.tables());
        try (PreparedStatement query = connection.prepareStatement(POSTGRESQL)) {
            query.setQueryTimeout(Timeouts.seconds(timeout));
            query.setArray(1, names);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    ObjectName name = ObjectName.of(rows.getString(1), rows.getString(2));
                    tables.computeIfAbsent(name, any -> new TreeSet<>()).add(rows.getString(3));
                }
            }
        }
        return tables;
    }

    private Map<ObjectName, Set<String>> byMetadata() throws SQLException {
        Map<ObjectName, Set<String>> tables = new LinkedHashMap<>();
        JdbcNamespaces namespaces = JdbcNamespaces.of(connection, InspectionScope.EVERYTHING);
        for (String schema : namespaces.each()) {
            for (String table : spellings()) {
                try (ResultSet rows = connection
                        .getMetaData()
                        .getColumns(
                                namespaces.catalog(schema),
                                namespaces.schemaPattern(schema),
                                namespaces.literally(table),
                                "%")) {
                    while (rows.next()) {
                        ObjectName name = namespaces.name(rows.getString(1), rows.getString(2), rows.getString(3));
                        tables.computeIfAbsent(name, any -> new TreeSet<>()).add(rows.getString(4));
                    }
                }
            }
        }
        return tables;
    }

    private static Set<String> spellings() {
        Set<String> spellings = new TreeSet<>(Arrays.asList(HistoryKind.tables()));
        for (String table : HistoryKind.tables()) {
            spellings.add(table.toUpperCase(Locale.ROOT));
        }
        return spellings;
    }

    private Optional<MigrationHistory> read(Found found) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (Statement query = connection.createStatement()) {
            query.setQueryTimeout(Timeouts.seconds(timeout));
            query.setMaxRows(MOST_ENTRIES);
            try (ResultSet rows = query.executeQuery(sql(found))) {
                while (rows.next()) {
                    entries.add(found.kind().row().read(rows));
                }
            }
        }
        return entries.size() == MOST_ENTRIES
                ? Optional.empty()
                : Optional.of(new MigrationHistory(found.kind().tool(), found.table(), entries));
    }

    /** Names of tables and columns cannot be parameters; these are the catalog's own, quoted. */
    private String sql(Found found) {
        ObjectName table = found.table();
        String from = table.isQualified() ? dialect.quote(table.schema()) + "." : "";
        return "select "
                + found.kind().columns().stream()
                        .map(column -> quoted(column, found))
                        .collect(Collectors.joining(", "))
                + " from " + from + dialect.quote(table.name())
                + " order by " + quoted(found.kind().order(), found);
    }

    private String quoted(String column, Found found) {
        return found.columns().stream()
                .filter(column::equalsIgnoreCase)
                .findFirst()
                .map(dialect::quote)
                .orElse(column);
    }

    /** A history that was found, with its columns as the catalog spells them. */
    private record Found(ObjectName table, Set<String> columns, HistoryKind kind) {}
}
