package dev.schemaguard.database.h2.catalog;

import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The indexes of tables. H2 has none over expressions and none of some rows only (manual, CREATE INDEX). */
final class H2Indexes {

    /** Those that a constraint owns are told with it; of a foreign key there is one to look its rows up by. */
    private static final String INDEXES = """
            /* schema-guard: indexes */
            select INDEX_SCHEMA, INDEX_NAME, TABLE_SCHEMA, TABLE_NAME, INDEX_TYPE_NAME, IS_GENERATED,
              NULLS_DISTINCT
            from INFORMATION_SCHEMA.INDEXES
            where TABLE_SCHEMA = any(?) and TABLE_NAME = any(?)
            order by INDEX_NAME""";

    private static final String COLUMNS = """
            /* schema-guard: columns of indexes */
            select INDEX_SCHEMA, INDEX_NAME, COLUMN_NAME, ORDERING_SPECIFICATION
            from INFORMATION_SCHEMA.INDEX_COLUMNS
            where TABLE_SCHEMA = any(?) and TABLE_NAME = any(?)
            order by INDEX_NAME, ORDINAL_POSITION""";

    private final Map<ObjectName, List<Index.Part>> parts = new HashMap<>();
    private final Map<ObjectName, List<Index>> byTable = new LinkedHashMap<>();

    private H2Indexes() {}

    /**
     * Reads the indexes of these relations.
     *
     * @param generatedToo whether those count, too, that H2 has made for foreign keys
     */
    static H2Indexes read(
            H2Question question, List<H2Relation> wanted, boolean knowsDistinctNulls, boolean generatedToo)
            throws SQLException {
        H2Indexes indexes = new H2Indexes();
        List<String> schemas = wanted.stream()
                .map(relation -> relation.stored().schema())
                .distinct()
                .toList();
        List<String> tables = wanted.stream()
                .map(relation -> relation.stored().name())
                .distinct()
                .toList();
        question.ask(
                COLUMNS,
                row -> {
                    boolean descending = "DESC".equals(row.getString(4));
                    indexes.parts
                            .computeIfAbsent(
                                    ObjectName.of(row.getString(1), row.getString(2)), key -> new ArrayList<>())
                            .add(new Index.ColumnPart(row.getString(3), descending, descending));
                },
                schemas,
                tables);
        question.ask(
                knowsDistinctNulls ? INDEXES : INDEXES.replace("NULLS_DISTINCT", "'YES'"),
                row -> indexes.add(row, generatedToo),
                schemas,
                tables);
        return indexes;
    }

    List<Index> of(H2Relation relation) {
        return byTable.getOrDefault(relation.stored(), List.of());
    }

    private void add(ResultSet row, boolean generatedToo) throws SQLException {
        String type = row.getString(5);
        boolean generated = row.getBoolean(6);
        boolean unique = type.contains("UNIQUE") || type.contains("PRIMARY");
        List<Index.Part> indexed = parts.getOrDefault(ObjectName.of(row.getString(1), row.getString(2)), List.of());
        if (indexed.isEmpty() || generated && (unique || !generatedToo)) {
            return;
        }
        byTable.computeIfAbsent(ObjectName.of(row.getString(3), row.getString(4)), key -> new ArrayList<>())
                .add(new Index(
                        row.getString(2),
                        method(type),
                        indexed,
                        List.of(),
                        unique,
                        "NO".equals(row.getString(7)),
                        "",
                        true,
                        Origin.NONE));
    }

    /** The ordinary way goes without saying. */
    private static String method(String type) {
        String words = type.toLowerCase(Locale.ROOT);
        return words.contains("spatial") ? "spatial" : words.contains("hash") ? "hash" : "";
    }
}
