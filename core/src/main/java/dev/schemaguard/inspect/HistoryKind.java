package dev.schemaguard.inspect;

import dev.schemaguard.model.MigrationHistory.Entry;
import dev.schemaguard.model.MigrationHistory.State;
import dev.schemaguard.model.MigrationHistory.Tool;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a migration tool remembers what it ran.
 *
 * @param tool the tool
 * @param table the table's name
 * @param columns the columns to read, which tell the tool's table from another's of the same name
 * @param order the column to sort by, so that the last migration comes last
 * @param row what one row of those columns says, each as text and empty where it is null
 */
public record HistoryKind(Tool tool, String table, List<String> columns, String order, RowReader row) {

    /** Where two tools use the same table, the one with more columns comes first. */
    private static final List<HistoryKind> ALL = List.of(
            flyway("flyway_schema_history"),
            flyway("schema_version"),
            new HistoryKind(
                    Tool.PRISMA,
                    "_prisma_migrations",
                    List.of("migration_name", "finished_at", "rolled_back_at"),
                    "started_at",
                    row -> new Entry(
                            row.get(0),
                            "",
                            !row.get(2).isEmpty()
                                    ? State.UNDONE
                                    : row.get(1).isEmpty() ? State.FAILED : State.APPLIED)),
            new HistoryKind(
                    Tool.LIQUIBASE,
                    "databasechangelog",
                    List.of("filename", "id", "exectype"),
                    "orderexecuted",
                    row -> new Entry(row.get(0), row.get(1), State.APPLIED)),
            new HistoryKind(
                    Tool.GOLANG_MIGRATE,
                    "schema_migrations",
                    List.of("version", "dirty"),
                    "version",
                    row -> numbered(row.get(0), !isTrue(row.get(1)))),
            new HistoryKind(
                    Tool.SCHEMA_MIGRATIONS,
                    "schema_migrations",
                    List.of("version"),
                    "version",
                    row -> numbered(row.get(0), true)),
            new HistoryKind(
                    Tool.DIESEL,
                    "__diesel_schema_migrations",
                    List.of("version"),
                    "version",
                    row -> numbered(row.get(0), true)),
            new HistoryKind(
                    Tool.SQLX,
                    "_sqlx_migrations",
                    List.of("version", "success"),
                    "version",
                    row -> numbered(row.get(0), isTrue(row.get(1)))));

    private static HistoryKind flyway(String table) {
        return new HistoryKind(
                Tool.FLYWAY,
                table,
                List.of("script", "version", "type", "success"),
                "installed_rank",
                row -> new Entry(row.get(0), row.get(1), isTrue(row.get(3)) ? stateOf(row.get(2)) : State.FAILED));
    }

    /** The names of all tables that tools remember in. */
    public static List<String> tables() {
        return ALL.stream().map(HistoryKind::table).distinct().toList();
    }

    /** The kind that a table with these columns is. */
    public static Optional<HistoryKind> of(String table, Collection<String> columns) {
        return ALL.stream()
                .filter(kind -> kind.table.equals(table))
                .filter(kind -> columns.containsAll(kind.columns) && columns.contains(kind.order))
                .findFirst();
    }

    private static Entry numbered(String version, boolean applied) {
        return new Entry(version, version, applied ? State.APPLIED : State.FAILED);
    }

    private static State stateOf(String type) {
        String upper = type.toUpperCase(Locale.ROOT);
        if (upper.startsWith("UNDO") || upper.equals("DELETE")) {
            return State.UNDONE;
        }
        return Arrays.asList("BASELINE", "SCHEMA").contains(upper) ? State.BASELINE : State.APPLIED;
    }

    private static boolean isTrue(String text) {
        return text.equals("true");
    }

    /** Understands a row. */
    public interface RowReader {

        Entry read(List<String> row);
    }
}
