package dev.schemaguard.database.postgres.ddl.program;

import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.DraftTable;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.TableKind;
import dev.schemaguard.model.UserType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables of the catalog, as far as programs ask them what is there, filled with what a script has created so far. */
final class CatalogTables {

    private static final Set<String> BESIDE = Set.of("pg_namespace", "pg_class", "pg_type", "pg_index");

    private final AskedObjects asked;
    private final List<Map<String, String>> rows = new ArrayList<>();

    private CatalogTables(AskedObjects asked) {
        this.asked = asked;
    }

    /**
     * The rows of some tables joined by what belongs together; nothing if one of them is not known here. Rows of another name
     * than the one that the query asks for may be left out: a script may ask once for each of its tables.
     */
    static Optional<List<Map<String, String>>> rows(CatalogQuery query, Catalog catalog) {
        CatalogTables asked = new CatalogTables(new AskedObjects(query, catalog));
        List<String> tables = query.from();
        List<String> named = new ArrayList<>(tables);
        // The narrowest one gives the rows; the others only add columns to them.
        if (named.size() > 1) {
            named.removeIf(BESIDE::contains);
        }
        if (named.isEmpty()) {
            named.add(tables.contains("pg_index") ? "pg_index" : tables.contains("pg_type") ? "pg_type" : "pg_class");
        }
        return named.size() == 1 && asked.fill(named.get(0)) ? Optional.of(asked.rows) : Optional.empty();
    }

    private boolean fill(String table) {
        switch (table) {
            case "columns", "pg_attribute" -> asked.tables().forEach(this::columns);
            case "tables", "views", "pg_tables", "pg_views", "pg_matviews" -> tables(table);
            case "pg_class" -> {
                tables(table);
                asked.withPart().forEach(this::indexes);
                asked.sequences().forEach(sequence -> relation(sequence.name(), "S"));
            }
            case "table_constraints",
                    "constraint_column_usage",
                    "key_column_usage",
                    "referential_constraints",
                    "pg_constraint" -> asked.withPart().forEach(this::constraints);
            case "pg_indexes", "pg_index" -> asked.withPart().forEach(this::indexes);
            case "pg_type" -> asked.types().forEach(this::type);
            case "pg_enum" -> asked.types().forEach(this::labels);
            case "sequences", "pg_sequences", "pg_sequence" ->
                asked.sequences().forEach(sequence -> relation(sequence.name(), "S"));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void tables(String kind) {
        for (DraftTable table : asked.tables()) {
            boolean view = table.kind() == TableKind.VIEW;
            boolean materialized = table.kind() == TableKind.MATERIALIZED_VIEW;
            boolean meant = switch (kind) {
                case "views", "pg_views" -> view;
                case "pg_matviews" -> materialized;
                case "pg_tables" -> !view && !materialized;
                case "tables" -> !materialized;
                default -> true;
            };
            if (meant) {
                Map<String, String> row = ofTable(table);
                row.put("table_type", view ? "VIEW" : "BASE TABLE");
                rows.add(row);
            }
        }
    }

    private void columns(DraftTable table) {
        for (Column column : table.columns()) {
            Map<String, String> row = ofTable(table);
            row.put("column_name", column.name());
            row.put("attname", column.name());
            if (column.type() instanceof ColumnType.Named type) {
                row.put(
                        "data_type",
                        type.array() ? "ARRAY" : standardName(type.name().name()));
            }
            if (column.nullability() != Nullability.UNSTATED) {
                row.put("is_nullable", column.nullability() == Nullability.NULLABLE ? "YES" : "NO");
            }
            rows.add(row);
        }
    }

    /** The name that the information schema has for a type. */
    private static String standardName(String type) {
        return switch (type) {
            case "varchar" -> "character varying";
            case "char" -> "character";
            case "timestamp" -> "timestamp without time zone";
            case "timestamptz" -> "timestamp with time zone";
            case "time" -> "time without time zone";
            case "timetz" -> "time with time zone";
            default -> type;
        };
    }

    private void constraints(DraftTable table) {
        for (Constraint constraint : table.constraints()) {
            Map<String, String> row = ofTable(table);
            row.put("constraint_name", constraint.name());
            row.put("conname", constraint.name());
            row.put("constraint_schema", table.name().schema());
            row.put("conrelid", table.name().name());
            row.put("constraint_type", type(constraint));
            row.put("contype", letter(constraint));
            rows.add(row);
        }
    }

    private void indexes(DraftTable table) {
        List<String> names = new ArrayList<>(table.indexes().names());
        table.constraints().stream()
                .filter(constraint -> constraint instanceof Constraint.Key)
                .forEach(key -> names.add(key.name()));
        for (String name : names) {
            Map<String, String> row = ofTable(table);
            row.put("indexname", name);
            row.put("relname", name);
            row.put("relkind", "i");
            rows.add(row);
        }
    }

    private void type(UserType type) {
        rows.add(ofType(type));
    }

    private void labels(UserType type) {
        if (type instanceof UserType.EnumType labelled) {
            for (String label : labelled.labels()) {
                Map<String, String> row = ofType(type);
                row.put("enumlabel", label);
                row.put("enumtypid", type.name().name());
                rows.add(row);
            }
        }
    }

    private static Map<String, String> ofType(UserType type) {
        Map<String, String> row = new HashMap<>();
        row.put("typname", type.name().name());
        row.put("nspname", type.name().schema());
        row.put("typtype", type instanceof UserType.EnumType ? "e" : type instanceof UserType.DomainType ? "d" : "c");
        return row;
    }

    private void relation(ObjectName name, String kind) {
        Map<String, String> row = new HashMap<>();
        for (String column : List.of("sequence_schema", "schemaname", "nspname")) {
            row.put(column, name.schema());
        }
        for (String column : List.of("sequence_name", "sequencename", "relname", "oid")) {
            row.put(column, name.name());
        }
        row.put("relkind", kind);
        rows.add(row);
    }

    private static Map<String, String> ofTable(DraftTable table) {
        Map<String, String> row = new HashMap<>();
        for (String column : List.of("table_schema", "schemaname", "nspname")) {
            row.put(column, table.name().schema());
        }
        for (String column :
                List.of("table_name", "tablename", "relname", "viewname", "matviewname", "attrelid", "oid")) {
            row.put(column, table.name().name());
        }
        row.put(
                "relkind",
                switch (table.kind()) {
                    case TABLE -> "r";
                    case PARTITIONED_TABLE -> "p";
                    case VIEW -> "v";
                    case MATERIALIZED_VIEW -> "m";
                    case FOREIGN_TABLE -> "f";
                });
        return row;
    }

    private static String type(Constraint constraint) {
        return switch (letter(constraint)) {
            case "p" -> "PRIMARY KEY";
            case "u" -> "UNIQUE";
            case "f" -> "FOREIGN KEY";
            case "c" -> "CHECK";
            default -> "EXCLUDE";
        };
    }

    private static String letter(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey) {
            return "p";
        }
        if (constraint instanceof Constraint.UniqueKey) {
            return "u";
        }
        if (constraint instanceof Constraint.ForeignKey) {
            return "f";
        }
        return constraint instanceof Constraint.Check ? "c" : "x";
    }
}
