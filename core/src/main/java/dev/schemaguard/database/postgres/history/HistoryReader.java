package dev.schemaguard.database.postgres.history;

import dev.schemaguard.database.postgres.dialect.PostgresDialect;
import dev.schemaguard.database.postgres.session.ReadOnlyTransaction;
import dev.schemaguard.inspect.HistoryKind;
import dev.schemaguard.inspect.Timeouts;
import dev.schemaguard.model.MigrationHistory;
import dev.schemaguard.model.MigrationHistory.Entry;
import dev.schemaguard.model.MigrationHistory.Tool;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads what migration tools remember to have run, for hints; asked only on drift. It is the one thing besides the catalog that
 * a check reads, and so only on PostgreSQL, where it can be told which tables run nothing foreign when they are read
 * ({@link TrustedTables}).
 */
public final class HistoryReader {

    /** A hint is worth no longer wait. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** More than any history has; with fewer than all one cannot say that something never ran. */
    private static final int MOST_ENTRIES = 20_000;

    /** As long as the longest that a tool writes down, which is the name of a script in Flyway's history. */
    private static final int LONGEST_TEXT = 1_000;

    private static final int MOST_BYTES = 4_000_000;

    private final Connection connection;
    private final Duration timeout;
    private final TrustedTables tables;
    private final List<String> schemas;

    private HistoryReader(Connection connection, List<String> schemas, Schema live, Duration timeout) {
        this.connection = connection;
        this.timeout = timeout.compareTo(LONGEST) < 0 ? timeout : LONGEST;
        this.tables = new TrustedTables(
                connection,
                this.timeout,
                live.tables().stream().map(Table::name).toList());
        this.schemas = List.copyOf(schemas);
    }

    /**
     * The histories, one for each tool: the one in the first of the schemas. A table that anybody may have made who is not
     * trusted with the release's own tables is none, and neither is one that is locked. The caller's transaction outlives a
     * failure.
     *
     * @param schemas the schemas that are looked at, in order
     * @param live what the database has of the release's own tables
     * @param timeout how long each statement may take; at most 5 seconds
     * @throws SQLException if a history is there but cannot be read
     */
    public static List<MigrationHistory> histories(
            Connection connection, List<String> schemas, Schema live, Duration timeout) throws SQLException {
        return new HistoryReader(connection, schemas, live, timeout).read();
    }

    private List<MigrationHistory> read() throws SQLException {
        List<Found> found = find();
        List<MigrationHistory> histories = new ArrayList<>();
        for (Tool tool : Tool.values()) {
            Optional<Found> first = found.stream()
                    .filter(one -> one.kind().tool() == tool)
                    .min(Comparator.comparing(one -> schemas.indexOf(one.table().schema())));
            if (first.isPresent()) {
                new ReadOnlyTransaction(connection, timeout)
                        .read(() -> locked(first.get()))
                        .ifPresent(histories::add);
            }
        }
        return histories;
    }

    private List<Found> find() throws SQLException {
        List<Found> found = new ArrayList<>();
        Map<ObjectName, Set<String>> trusted = tables.find(HistoryKind.tables(), schemas);
        trusted.forEach((table, columns) ->
                HistoryKind.of(table.name(), columns).ifPresent(kind -> found.add(new Found(table, kind))));
        return found;
    }

    /** Asked again under the lock, for until then another table may have come in its place. A lock runs nothing. */
    private Optional<MigrationHistory> locked(Found history) throws SQLException {
        try (Statement lock = connection.createStatement()) {
            lock.setQueryTimeout(Timeouts.seconds(timeout));
            lock.execute("/* schema-guard: history */ LOCK TABLE ONLY " + quoted(history.table())
                    + " IN ACCESS SHARE MODE NOWAIT");
        }
        return find().contains(history) ? entries(history) : Optional.empty();
    }

    /** Nothing where it is more than may be read. */
    private Optional<MigrationHistory> entries(Found history) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        long total = 0;
        try (Statement query = connection.createStatement()) {
            query.setQueryTimeout(Timeouts.seconds(timeout));
            try (ResultSet rows = query.executeQuery(sql(history))) {
                while (rows.next()) {
                    total = rows.getLong(1);
                    List<String> row = new ArrayList<>();
                    for (int at = 0; at < history.kind().columns().size(); at++) {
                        row.add(Optional.ofNullable(rows.getString(2 + at)).orElse(""));
                    }
                    entries.add(history.kind().row().read(row));
                }
            }
        }
        return entries.size() < total || entries.size() > MOST_ENTRIES
                ? Optional.empty()
                : Optional.of(new MigrationHistory(history.kind().tool(), history.table(), entries));
    }

    /**
     * Rows and bytes are bounded before anything is sent. Names of tables and columns cannot be parameters; these are the
     * catalog's own, quoted.
     */
    private String sql(Found history) {
        List<String> columns = history.kind().columns();
        String texts = columns.stream()
                .map(column -> "pg_catalog.left(" + PostgresDialect.INSTANCE.quote(column) + "::pg_catalog.text, "
                        + LONGEST_TEXT + ")")
                .collect(Collectors.joining(", "));
        String names =
                IntStream.range(0, columns.size()).mapToObj(at -> "t" + at).collect(Collectors.joining(", "));
        return """
                /* schema-guard: history */
                select s.total, %1$s
                from (
                  select h.*, pg_catalog.count(*) over () as total,
                    pg_catalog.sum(pg_catalog.octet_length(pg_catalog.concat(%1$s))) over (order by h.place) as size
                  from (
                    select pg_catalog.row_number() over (order by o.%2$s), %3$s
                    from only %4$s as o
                    order by 1
                    limit %5$d) as h(place, %1$s)) as s
                where s.size operator(pg_catalog.<=) %6$d::pg_catalog.int8
                order by s.place""".formatted(
                        names,
                        PostgresDialect.INSTANCE.quote(history.kind().order()),
                        texts,
                        quoted(history.table()),
                        MOST_ENTRIES + 1,
                        MOST_BYTES);
    }

    private String quoted(ObjectName table) {
        return PostgresDialect.INSTANCE.quote(table.schema()) + "." + PostgresDialect.INSTANCE.quote(table.name());
    }

    /** A history that was found. */
    private record Found(ObjectName table, HistoryKind kind) {}
}
