package dev.schemaguard.database.mysql.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
            select concat('index ', table_name, '.', index_name, ' ', non_unique, ' ', seq_in_index, ' ',
                coalesce(column_name, ''), ' ', coalesce(sub_part, ''))
            from information_schema.statistics where table_schema = database()
            union all
            select concat(lower(constraint_type), ' ', table_name, '.', constraint_name)
            from information_schema.table_constraints where table_schema = database()""";

    private final Set<String> objects;

    private CatalogPicture(Set<String> objects) {
        this.objects = objects;
    }

    static CatalogPicture of(Connection connection) throws SQLException {
        Set<String> objects = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement(ALL);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                objects.add(rows.getString(1));
            }
        }
        return new CatalogPicture(objects);
    }

    /** What of it is gone or changed, the first few of them. */
    List<String> lostIn(Connection connection) throws SQLException {
        Set<String> now = of(connection).objects;
        List<String> lost = objects.stream()
                .filter(object -> !now.contains(object))
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
