package dev.schemaguard.database.standard;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Generation;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Table;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the columns of tables and views: of a few by name, of many in one go. */
final class JdbcColumns {

    /** From so many tables of a schema on, one question for all of its columns is cheaper than one for each table. */
    private static final int MANY = 10;

    private static final Pattern NUMBERING =
            Pattern.compile("(?i)\\(?\\s*(NEXT\\s+VALUE\\s+FOR\\b|NEXTVAL\\b|.*\\.NEXTVAL\\b).*");

    private final DatabaseMetaData metaData;
    private final JdbcNamespaces namespaces;
    private final Dialect dialect;
    private final JdbcTypes types;

    JdbcColumns(DatabaseMetaData metaData, JdbcNamespaces namespaces, Dialect dialect) {
        this.metaData = metaData;
        this.namespaces = namespaces;
        this.dialect = dialect;
        this.types = new JdbcTypes(dialect);
    }

    void readInto(Map<JdbcTable, Table.Builder> tables) throws SQLException {
        Map<ObjectName, JdbcTable> byName = new HashMap<>();
        tables.keySet().forEach(table -> byName.put(table.name(), table));
        Map<JdbcTable, Map<Integer, Column>> columns = new HashMap<>();
        Set<String> schemas = new LinkedHashSet<>();
        tables.keySet().forEach(table -> schemas.add(table.schema()));
        for (String schema : schemas) {
            List<String> patterns = new ArrayList<>();
            tables.keySet().stream()
                    .filter(table -> table.schema().equals(schema))
                    .forEach(table ->
                            patterns.add(namespaces.literally(table.name().name())));
            for (String pattern : patterns.size() > MANY ? List.of("%") : patterns) {
                read(schema, pattern, byName, columns);
            }
        }
        columns.forEach((table, ofTable) -> {
            Table.Builder builder = tables.get(table);
            if (builder != null) {
                builder.columns(ofTable.values());
            }
        });
    }

    private void read(
            String schema,
            String pattern,
            Map<ObjectName, JdbcTable> byName,
            Map<JdbcTable, Map<Integer, Column>> columns)
            throws SQLException {
        try (ResultSet rows =
                metaData.getColumns(namespaces.catalog(schema), namespaces.schemaPattern(schema), pattern, "%")) {
            while (rows.next()) {
                ObjectName name = namespaces.name(
                        rows.getString("TABLE_CAT"), rows.getString("TABLE_SCHEM"), rows.getString("TABLE_NAME"));
                JdbcTable table = byName.get(name);
                if (table != null) {
                    // Read in the order of the columns of the answer, which some drivers insist on.
                    Row row = new Row(rows);
                    columns.computeIfAbsent(table, key -> new TreeMap<>()).put(row.position, column(table, row));
                }
            }
        }
    }

    private Column column(JdbcTable table, Row row) {
        Column.Builder column =
                Column.builder(row.name).type(types.type(row.dataType, row.typeName, row.size, row.digits));
        if (table.isView()) {
            return column.build();
        }
        boolean generated = row.generated.equals("YES");
        boolean numbering = row.defaultText
                .filter(text -> NUMBERING.matcher(text).matches())
                .isPresent();
        return column.nullability(nullability(row.nullable))
                .generation(
                        generated
                                ? new Generation.Stored("")
                                : row.generated.equals("NO") ? Generation.NONE : Generation.UNSTATED)
                .identity(identity(row.autoIncrement, numbering))
                // Of an identity some drivers tell as a default what it is, in words of their own.
                .columnDefault(
                        generated || row.autoIncrement.equals("YES") && !numbering
                                ? ColumnDefault.NONE
                                : row.defaultText.map(dialect::columnDefault).orElse(ColumnDefault.NONE))
                .build();
    }

    private static Identity identity(String autoIncrement, boolean numbering) {
        if (autoIncrement.equals("YES")) {
            return Identity.BY_DEFAULT;
        }
        return numbering ? Identity.SERIAL : autoIncrement.equals("NO") ? Identity.NONE : Identity.UNSTATED;
    }

    private static Nullability nullability(int nullable) {
        return switch (nullable) {
            case DatabaseMetaData.columnNoNulls -> Nullability.NOT_NULL;
            case DatabaseMetaData.columnNullable -> Nullability.NULLABLE;
            default -> Nullability.UNSTATED;
        };
    }

    /** One column as the driver answers. */
    private static final class Row {

        private final String name;
        private final int dataType;
        private final String typeName;
        private final int size;
        private final Optional<Integer> digits;
        private final int nullable;
        private final Optional<String> defaultText;
        private final int position;
        private final String autoIncrement;
        private final String generated;

        Row(ResultSet rows) throws SQLException {
            this.name = rows.getString("COLUMN_NAME");
            this.dataType = rows.getInt("DATA_TYPE");
            this.typeName = rows.getString("TYPE_NAME");
            this.size = rows.getInt("COLUMN_SIZE");
            int decimalDigits = rows.getInt("DECIMAL_DIGITS");
            this.digits = rows.wasNull() ? Optional.empty() : Optional.of(decimalDigits);
            this.nullable = rows.getInt("NULLABLE");
            this.defaultText = Optional.ofNullable(rows.getString("COLUMN_DEF"));
            this.position = rows.getInt("ORDINAL_POSITION");
            this.autoIncrement = word(rows.getString("IS_AUTOINCREMENT"));
            this.generated = word(rows.getString("IS_GENERATEDCOLUMN"));
        }

        private static String word(String answer) {
            return answer == null ? "" : answer.toUpperCase(Locale.ROOT);
        }
    }
}
