package dev.schemaguard.database.standard;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.inspect.CatalogNeeds;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.Constraint.ReferentialAction;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Table;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the keys and indexes of tables. */
final class JdbcKeys {

    private final DatabaseMetaData metaData;
    private final JdbcNamespaces namespaces;
    private final CatalogNeeds needs;
    private final ExpectedKeys expected;
    private final Dialect dialect;

    JdbcKeys(
            DatabaseMetaData metaData,
            JdbcNamespaces namespaces,
            CatalogNeeds needs,
            ExpectedKeys expected,
            Dialect dialect) {
        this.metaData = metaData;
        this.namespaces = namespaces;
        this.needs = needs;
        this.expected = expected;
        this.dialect = dialect;
    }

    void readInto(Map<JdbcTable, Table.Builder> tables) throws SQLException {
        for (Map.Entry<JdbcTable, Table.Builder> table : tables.entrySet()) {
            if (!table.getKey().isView()) {
                if (needs.keys()) {
                    List<String> primaryKey = primaryKey(table.getKey(), table.getValue());
                    indexes(table.getKey(), table.getValue(), primaryKey);
                }
                if (needs.reads(Family.FOREIGN_KEYS)) {
                    foreignKeys(table.getKey(), table.getValue());
                }
            }
        }
    }

    private List<String> primaryKey(JdbcTable table, Table.Builder builder) throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        String name = "";
        try (ResultSet rows = metaData.getPrimaryKeys(
                namespaces.catalog(table.schema()),
                namespaces.schema(table.schema()),
                table.name().name())) {
            while (rows.next()) {
                columns.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
                name = Objects.requireNonNullElse(rows.getString("PK_NAME"), "");
            }
        }
        List<String> names = List.copyOf(columns.values());
        if (!names.isEmpty()) {
            builder.constraint(new Constraint.PrimaryKey(name, names, Enforcement.ORDINARY, Origin.NONE));
        }
        return names;
    }

    private void indexes(JdbcTable table, Table.Builder builder, List<String> primaryKey) throws SQLException {
        List<Set<String>> wanted = expected.of(table.name());
        boolean onlyUnique = !needs.reads(Family.INDEXES) && wanted.isEmpty();
        Map<String, JdbcIndex> indexes = new LinkedHashMap<>();
        // Approximate figures will do: without this some drivers count the rows first.
        try (ResultSet rows = metaData.getIndexInfo(
                namespaces.catalog(table.schema()),
                namespaces.schema(table.schema()),
                table.name().name(),
                onlyUnique,
                true)) {
            while (rows.next()) {
                if (rows.getShort("TYPE") != DatabaseMetaData.tableIndexStatistic) {
                    String name = rows.getString("INDEX_NAME");
                    indexes.computeIfAbsent(name, JdbcIndex::new).add(rows);
                }
            }
        }
        for (JdbcIndex index : indexes.values()) {
            boolean perhapsUnique = !index.isUnique() && wanted.contains(index.columns());
            if (index.isUnique() || needs.reads(Family.INDEXES) || perhapsUnique) {
                index.addTo(builder, primaryKey, dialect);
            }
            if (perhapsUnique && builder.build().columns().stream().anyMatch(column -> mayBeNull(column, index))) {
                builder.notKnown(Set.of(Family.UNIQUE_KEYS));
            }
        }
    }

    /**
     * Some call an index that lets in many nulls not unique, although it is made for a unique key (Derby): over such columns it is
     * not known which it is.
     */
    private static boolean mayBeNull(Column column, JdbcIndex index) {
        return index.columns().contains(column.name()) && column.nullability() != Nullability.NOT_NULL;
    }

    private void foreignKeys(JdbcTable table, Table.Builder builder) throws SQLException {
        Map<String, ForeignKeyRows> keys = new LinkedHashMap<>();
        try (ResultSet rows = metaData.getImportedKeys(
                namespaces.catalog(table.schema()),
                namespaces.schema(table.schema()),
                table.name().name())) {
            int unnamed = 0;
            while (rows.next()) {
                int place = rows.getInt("KEY_SEQ");
                unnamed += place == 1 ? 1 : 0;
                String name = Optional.ofNullable(rows.getString("FK_NAME")).orElse("");
                ObjectName target = namespaces.name(
                        rows.getString("PKTABLE_CAT"), rows.getString("PKTABLE_SCHEM"), rows.getString("PKTABLE_NAME"));
                keys.computeIfAbsent(name.isEmpty() ? "#" + unnamed : name, key -> new ForeignKeyRows(name, target))
                        .add(rows, place);
            }
        }
        keys.values().forEach(key -> builder.constraint(key.foreignKey()));
    }

    /** The rows of one foreign key. */
    private static final class ForeignKeyRows {

        private final String name;
        private final ObjectName target;
        private final Map<Integer, String> columns = new TreeMap<>();
        private final Map<Integer, String> targetColumns = new TreeMap<>();
        private ReferentialAction onDelete = ReferentialAction.NO_ACTION;
        private ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
        private boolean deferrable;

        ForeignKeyRows(String name, ObjectName target) {
            this.name = name;
            this.target = target;
        }

        void add(ResultSet rows, int place) throws SQLException {
            targetColumns.put(place, rows.getString("PKCOLUMN_NAME"));
            columns.put(place, rows.getString("FKCOLUMN_NAME"));
            onUpdate = action(rows.getShort("UPDATE_RULE"));
            onDelete = action(rows.getShort("DELETE_RULE"));
            deferrable = rows.getShort("DEFERRABILITY") != DatabaseMetaData.importedKeyNotDeferrable;
        }

        Constraint.ForeignKey foreignKey() {
            return new Constraint.ForeignKey(
                    name,
                    new ArrayList<>(columns.values()),
                    target,
                    new ArrayList<>(targetColumns.values()),
                    onDelete,
                    onUpdate,
                    new Enforcement(deferrable, true, true),
                    Origin.NONE);
        }

        private static ReferentialAction action(int rule) {
            return switch (rule) {
                case DatabaseMetaData.importedKeyCascade -> ReferentialAction.CASCADE;
                case DatabaseMetaData.importedKeySetNull -> ReferentialAction.SET_NULL;
                case DatabaseMetaData.importedKeySetDefault -> ReferentialAction.SET_DEFAULT;
                case DatabaseMetaData.importedKeyRestrict -> ReferentialAction.RESTRICT;
                default -> ReferentialAction.NO_ACTION;
            };
        }
    }
}
