package dev.schemaguard.inspect;

import dev.schemaguard.model.MigrationHistory.Entry;
import dev.schemaguard.model.MigrationHistory.State;
import dev.schemaguard.model.MigrationHistory.Tool;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a migration tool remembers what it ran.
 *
 * @param tool the tool
 * @param table the table's name
 * @param columns the columns to read, in lower case, which tell the tool's table from another's of the same name
 * @param order the column to sort by, so that the last migration comes last
 * @param row reads one row of those columns
 */
record HistoryKind(Tool tool, String table, List<String> columns, String order, RowReader row) {

    /** Where two tools use the same table, the one with more columns comes first. */
    private static final List<HistoryKind> ALL = List.of(
            flyway("flyway_schema_history"),
            flyway("schema_version"),
            new HistoryKind(
                    Tool.PRISMA,
                    "_prisma_migrations",
                    List.of("migration_name", "finished_at", "rolled_back_at"),
                    "started_at",
                    rows -> new Entry(
                            rows.getString(1),
                            "",
                            rows.getString(3) != null
                                    ? State.UNDONE
                                    : rows.getString(2) != null ? State.APPLIED : State.FAILED)),
            new HistoryKind(
                    Tool.LIQUIBASE,
                    "databasechangelog",
                    List.of("filename", "id", "exectype"),
                    "orderexecuted",
                    rows -> new Entry(rows.getString(1), rows.getString(2), State.APPLIED)),
            new HistoryKind(
                    Tool.GOLANG_MIGRATE,
                    "schema_migrations",
                    List.of("version", "dirty"),
                    "version",
                    rows -> numbered(rows.getString(1), !rows.getBoolean(2))),
            new HistoryKind(
                    Tool.SCHEMA_MIGRATIONS,
                    "schema_migrations",
                    List.of("version"),
                    "version",
                    rows -> numbered(rows.getString(1), true)),
            new HistoryKind(
                    Tool.DIESEL,
                    "__diesel_schema_migrations",
                    List.of("version"),
                    "version",
                    rows -> numbered(rows.getString(1), true)),
            new HistoryKind(
                    Tool.SQLX,
                    "_sqlx_migrations",
                    List.of("version", "success"),
                    "version",
                    rows -> numbered(rows.getString(1), rows.getBoolean(2))));

    private static HistoryKind flyway(String table) {
        return new HistoryKind(
                Tool.FLYWAY,
                table,
                List.of("script", "version", "type", "success"),
                "installed_rank",
                rows -> new Entry(
                        text(rows.getString(1)),
                        text(rows.getString(2)),
                        rows.getBoolean(4) ? stateOf(text(rows.getString(3))) : State.FAILED));
    }

    /** The names of all tables that tools remember in. */
    static String[] tables() {
        return ALL.stream().map(HistoryKind::table).distinct().toArray(String[]::new);
    }

    /** The kind that a table with these columns is. */
    static Optional<HistoryKind> of(String table, Collection<String> columns) {
        Set<String> lower =
                columns.stream().map(column -> column.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return ALL.stream()
                .filter(kind -> kind.table.equalsIgnoreCase(table))
                .filter(kind -> lower.containsAll(kind.columns) && lower.contains(kind.order))
                .findFirst();
    }

    private static Entry numbered(String version, boolean applied) {
        return new Entry(text(version), text(version), applied ? State.APPLIED : State.FAILED);
    }

    private static State stateOf(String type) {
        String upper = type.toUpperCase(Locale.ROOT);
        if (upper.startsWith("UNDO") || upper.equals("DELETE")) {
            return State.UNDONE;
        }
        return Arrays.asList("BASELINE", "SCHEMA").contains(upper) ? State.BASELINE : State.APPLIED;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Reads the row that a result stands on. */
    interface RowReader {

        Entry read(ResultSet rows) throws SQLException;
    }
}
