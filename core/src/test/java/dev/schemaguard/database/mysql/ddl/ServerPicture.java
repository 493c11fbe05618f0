package dev.schemaguard.database.mysql.ddl;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the current database has at a moment, so that a statement can be made up that is about it.
 *
 * @param tables its tables
 */
record ServerPicture(List<TablePicture> tables) {

    private static final String COLUMNS = """
            select c.table_name, c.column_name, lower(c.column_type), c.is_nullable, lower(c.extra)
            from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
            where c.table_schema = database() and t.table_type = 'BASE TABLE'
            order by c.table_name, c.ordinal_position""";

    private static final String INDEXES = """
            select table_name, index_name, column_name, seq_in_index from information_schema.statistics
            where table_schema = database() order by table_name, index_name, seq_in_index""";

    private static final String RULES = """
            select table_name, constraint_name, constraint_type from information_schema.table_constraints
            where table_schema = database() order by table_name, constraint_name""";

    static ServerPicture of(Connection connection) throws SQLException {
        Map<String, TablePicture> tables = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(COLUMNS)) {
                while (row.next()) {
                    tables.computeIfAbsent(row.getString(1), TablePicture::new)
                            .add(row.getString(2), row.getString(3), row.getString(4), row.getString(5));
                }
            }
            try (ResultSet row = statement.executeQuery(INDEXES)) {
                while (row.next()) {
                    TablePicture table = tables.get(row.getString(1));
                    table.keys().add(row.getString(2));
                    if (row.getInt(4) == 1 && row.getString(3) != null) {
                        table.leading().add(row.getString(3));
                    }
                }
            }
            try (ResultSet row = statement.executeQuery(RULES)) {
                while (row.next()) {
                    TablePicture table = tables.get(row.getString(1));
                    switch (row.getString(3)) {
                        case "FOREIGN KEY" -> table.references().add(row.getString(2));
                        case "CHECK" -> table.checks().add(row.getString(2));
                        default -> {
                            // A key, which is among the indexes.
                        }
                    }
                }
            }
        }
        return new ServerPicture(List.copyOf(tables.values()));
    }

    /**
     * A table, be it there or in the making.
     *
     * @param name its name
     * @param columns the type of each of its columns
     * @param nullable those columns that may hold null
     * @param numbered those that number themselves
     * @param keys the names of its indexes
     * @param leading the columns that an index begins with
     * @param references the names of its foreign keys
     * @param checks the names of its checks
     */
    record TablePicture(
            String name,
            Map<String, String> columns,
            Set<String> nullable,
            Set<String> numbered,
            Set<String> keys,
            Set<String> leading,
            Set<String> references,
            Set<String> checks) {

        TablePicture(String name) {
            this(
                    name,
                    new LinkedHashMap<>(),
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>());
        }

        void add(String column, String type, String isNullable, String extra) {
            columns.put(column, type);
            if (isNullable.equals("YES")) {
                nullable.add(column);
            }
            if (extra.contains("auto_increment")) {
                numbered.add(column);
            }
        }

        List<String> names() {
            return new ArrayList<>(columns.keySet());
        }

        /** Keys that are dropped by their name. */
        List<String> namedKeys() {
            return keys.stream().filter(key -> !key.equals("PRIMARY")).toList();
        }

        boolean hasPrimaryKey() {
            return keys.contains("PRIMARY");
        }
    }
}
