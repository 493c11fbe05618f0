package dev.schemaguard.database.standard;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.SqlText;
import dev.schemaguard.model.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The rows in which a driver describes one index. */
final class JdbcIndex {

    private final String name;
    private final Map<Integer, Index.Part> parts = new TreeMap<>();
    private boolean unique;
    private boolean holdsExpression;
    private Optional<String> filter = Optional.empty();

    JdbcIndex(String name) {
        this.name = name;
    }

    void add(ResultSet rows) throws SQLException {
        unique = !rows.getBoolean("NON_UNIQUE");
        int place = rows.getInt("ORDINAL_POSITION");
        String column = rows.getString("COLUMN_NAME");
        boolean descending = "D".equals(rows.getString("ASC_OR_DESC"));
        filter = Optional.ofNullable(rows.getString("FILTER_CONDITION")).filter(text -> !text.isBlank());
        if (column == null) {
            holdsExpression = true;
        } else {
            parts.put(place, new Index.ColumnPart(column, descending, descending));
        }
    }

    /** Whether the driver calls it unique. */
    boolean isUnique() {
        return unique;
    }

    /** Its columns; empty where it is over an expression or over some of the rows, so that it is no key. */
    Set<String> columns() {
        Set<String> columns = new HashSet<>();
        for (Index.Part part : parts.values()) {
            if (part instanceof Index.ColumnPart column) {
                columns.add(column.name());
            }
        }
        return holdsExpression || filter.isPresent() ? Set.of() : columns;
    }

    /**
     * Adds the index, as a unique key where it can serve as one: a driver does not tell a unique constraint from a unique
     * index. The one behind the primary key is no news, and one over an expression cannot be told whole.
     */
    void addTo(Table.Builder table, List<String> primaryKey, Dialect dialect) {
        List<String> columns = new ArrayList<>();
        for (Index.Part part : parts.values()) {
            if (part instanceof Index.ColumnPart column) {
                columns.add(column.name());
            }
        }
        if (columns.isEmpty() || holdsExpression || unique && columns.equals(primaryKey)) {
            return;
        }
        if (unique && filter.isEmpty()) {
            table.constraint(new Constraint.UniqueKey(name, columns, false, Enforcement.ORDINARY, Origin.NONE));
        } else {
            SqlText predicate = filter.map(dialect::expression).orElse(SqlText.NONE);
            table.index(new Index(
                    name, "", List.copyOf(parts.values()), List.of(), unique, false, predicate, true, Origin.NONE));
        }
    }
}
