package dev.schemaguard.database.h2.catalog;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.SqlText;
import dev.schemaguard.model.UserType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the types of columns are made of: labels of enums, elements of arrays, domains. */
final class H2UserTypes {

    private static final String LABELS = """
            /* schema-guard: labels of enums */
            select OBJECT_SCHEMA, OBJECT_NAME, ENUM_IDENTIFIER, VALUE_NAME
            from INFORMATION_SCHEMA.ENUM_VALUES
            order by VALUE_ORDINAL""";

    private static final String ELEMENTS = "/* schema-guard: elements of arrays */"
            + " select OBJECT_SCHEMA, OBJECT_NAME, COLLECTION_TYPE_IDENTIFIER, "
            + H2ColumnTypes.FACTS + " from INFORMATION_SCHEMA.ELEMENT_TYPES";

    private static final String DOMAINS = "/* schema-guard: domains */"
            + " select DOMAIN_SCHEMA, DOMAIN_NAME, PARENT_DOMAIN_SCHEMA, PARENT_DOMAIN_NAME, DOMAIN_DEFAULT, "
            + H2ColumnTypes.FACTS + " from INFORMATION_SCHEMA.DOMAINS";

    private static final String DOMAIN_CHECKS = """
            /* schema-guard: checks of domains */
            select DOMAIN_SCHEMA, DOMAIN_NAME, CONSTRAINT_SCHEMA, CONSTRAINT_NAME
            from INFORMATION_SCHEMA.DOMAIN_CONSTRAINTS
            order by CONSTRAINT_NAME""";

    private final Dialect dialect;
    private final Map<List<String>, List<String>> labels = new HashMap<>();
    private final Map<List<String>, ColumnType> elements = new HashMap<>();
    private final Map<ObjectName, UserType> domains = new LinkedHashMap<>();

    private H2UserTypes(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Reads what any type is made of.
     *
     * @param checks the conditions of checks by the name of the constraint
     */
    static H2UserTypes read(H2Question question, Dialect dialect, Map<ObjectName, SqlText> checks) throws SQLException {
        H2UserTypes types = new H2UserTypes(dialect);
        question.ask(
                LABELS,
                row -> types.labels
                        .computeIfAbsent(key(row), one -> new ArrayList<>())
                        .add(row.getString(4)));
        question.ask(ELEMENTS, row -> types.elements.put(key(row), types.whole(row)));
        Map<ObjectName, List<SqlText>> conditions = new HashMap<>();
        question.ask(DOMAIN_CHECKS, row -> {
            SqlText check = checks.get(ObjectName.of(row.getString(3), row.getString(4)));
            if (check != null) {
                conditions
                        .computeIfAbsent(types.name(row, 1), one -> new ArrayList<>())
                        .add(check);
            }
        });
        question.ask(DOMAINS, row -> types.addDomain(row, conditions));
        return types;
    }

    private void addDomain(ResultSet row, Map<ObjectName, List<SqlText>> conditions) throws SQLException {
        ObjectName name = name(row, 1);
        List<String> ofEnum = labels.getOrDefault(
                List.of(row.getString(1), row.getString(2), row.getString("DTD_IDENTIFIER")), List.of());
        boolean isOverAnother = row.getString(4) != null;
        String written = row.getString(5);
        ColumnDefault filling = written == null ? ColumnDefault.NONE : dialect.columnDefault(written);
        List<SqlText> checks = conditions.getOrDefault(name, List.of());
        boolean plainEnum = !ofEnum.isEmpty() && !isOverAnother && filling == ColumnDefault.NONE && checks.isEmpty();
        domains.put(
                name,
                plainEnum
                        ? new UserType.EnumType(name, ofEnum, Origin.NONE)
                        : new UserType.DomainType(
                                name,
                                isOverAnother ? named(name(row, 3)) : whole(row),
                                Nullability.NULLABLE,
                                filling,
                                checks,
                                Origin.NONE));
    }

    private static List<String> key(ResultSet row) throws SQLException {
        return List.of(row.getString(1), row.getString(2), row.getString(3));
    }

    private ObjectName name(ResultSet row, int first) throws SQLException {
        return ObjectName.of(row.getString(first), row.getString(first + 1));
    }

    private static ColumnType named(ObjectName type) {
        return new ColumnType.Named(type, ColumnType.Modifier.NONE, false);
    }

    /** All domains. */
    List<UserType> all() {
        return List.copyOf(domains.values());
    }

    /** The type of a column, which goes by the name of its domain where it has one. */
    ColumnType ofColumn(ResultSet row) throws SQLException {
        String domain = row.getString("DOMAIN_NAME");
        return domain == null ? whole(row) : named(ObjectName.of(row.getString("DOMAIN_SCHEMA"), domain));
    }

    /** The default that a column has of its domain. */
    ColumnDefault ofDomain(ColumnType type) {
        return type instanceof ColumnType.Named named && domains.get(named.name()) instanceof UserType.DomainType domain
                ? domain.columnDefault() instanceof ColumnDefault.None
                        ? ofDomain(domain.base())
                        : domain.columnDefault()
                : ColumnDefault.NONE;
    }

    private ColumnType whole(ResultSet row) throws SQLException {
        List<String> key = List.of(row.getString(1), row.getString(2), row.getString("DTD_IDENTIFIER"));
        return switch (H2ColumnTypes.word(row)) {
            case "ARRAY" ->
                elements.get(key) instanceof ColumnType.Named element && !element.array()
                        ? element.toArray()
                        : ColumnType.UNSTATED;
            case "ENUM" -> enumOf(labels.getOrDefault(key, List.of()));
            default -> H2ColumnTypes.read(row);
        };
    }

    /** An enum of a column's own has no name. */
    private static ColumnType enumOf(List<String> labels) {
        return labels.isEmpty() ? ColumnType.UNSTATED : new ColumnType.Labelled(ColumnType.Labelled.Kind.ENUM, labels);
    }
}
