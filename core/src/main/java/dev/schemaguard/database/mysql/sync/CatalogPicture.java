package dev.schemaguard.database.mysql.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the current database has: its tables, columns, indexes and rules, each with what would show that it is another. */
final class CatalogPicture {

    private static final int MOST_SHOWN = 5;

    private static final String ALL = """
            /* schema-guard: sync: picture */
            select concat(lower(table_type), ' ', table_name)
            from information_schema.tables where table_schema = database()
            union all
            select concat('column ', table_name, '.', column_name, ' ', column_type, ' ', is_nullable, ' ',
                coalesce(quote(column_default), 'no default'), ' ', coalesce(collation_name, ''), ' ',
                replace(extra, 'DEFAULT_GENERATED', ''))
            from information_schema.columns where table_schema = database()
            union all
            select concat(lower(constraint_type), ' ', table_name, '.', constraint_name)
            from information_schema.table_constraints where table_schema = database()""";

    private static final String INDEXES = """
            /* schema-guard: sync: picture of indexes */
            select table_name, index_name, non_unique, concat(coalesce(column_name, ''), coalesce(concat('(', sub_part, ')'), ''))
            from information_schema.statistics where table_schema = database()
            order by table_name, index_name, seq_in_index""";

    private final Set<String> objects;
    private final Set<TableIndex> indexes;

    private CatalogPicture(Set<String> objects, Set<TableIndex> indexes) {
        this.objects = objects;
        this.indexes = indexes;
    }

    /**
     * An index of a table.
     *
     * @param table the table
     * @param name its name
     * @param unique whether it keeps out duplicates
     * @param columns its columns in order, each with as much of it as the index holds
     */
    private record TableIndex(String table, String name, boolean unique, List<String> columns) {

        /** Whether the other one is as good for whatever needs this one, so that the server may drop it by itself. */
        boolean isServedBy(TableIndex other) {
            return !unique
                    && table.equals(other.table)
                    && other.columns.size() >= columns.size()
                    && other.columns.subList(0, columns.size()).equals(columns);
        }

        String label() {
            return "index " + table + "." + name + (unique ? " unique " : " ") + columns;
        }
    }

    static CatalogPicture of(Connection connection) throws SQLException {
        Set<String> objects = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement(ALL);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                objects.add(rows.getString(1));
            }
        }
        return new CatalogPicture(objects, indexes(connection));
    }

    private static Set<TableIndex> indexes(Connection connection) throws SQLException {
        Map<List<String>, TableIndex> indexes = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(INDEXES);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                String table = rows.getString(1);
                String name = rows.getString(2);
                boolean unique = !rows.getBoolean(3);
                indexes.computeIfAbsent(
                                List.of(table, name), key -> new TableIndex(table, name, unique, new ArrayList<>()))
                        .columns()
                        .add(rows.getString(4));
            }
        }
        return new HashSet<>(indexes.values());
    }

    /** What of it is gone or changed, the first few of them. */
    List<String> lostIn(Connection connection) throws SQLException {
        CatalogPicture now = of(connection);
        // An index that was made for a foreign key goes where a better one comes (manual, 13.1.20.5).
        Stream<String> lostIndexes = indexes.stream()
                .filter(index -> !now.indexes.contains(index))
                .filter(index -> now.indexes.stream().noneMatch(index::isServedBy))
                .map(TableIndex::label);
        List<String> lost = Stream.concat(objects.stream().filter(object -> !now.objects.contains(object)), lostIndexes)
                .sorted()
                .toList();
        if (lost.size() <= MOST_SHOWN) {
            return lost;
        }
        List<String> shown = new ArrayList<>(lost.subList(0, MOST_SHOWN));
        shown.add("and " + (lost.size() - MOST_SHOWN) + " more");
        return shown;
    }
}
