package dev.schemaguard.database.standard;

import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Sequence;
import dev.schemaguard.model.Table;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a database keeps its tables: in schemas, in catalogs (as MySQL calls a database), or in neither. No question goes out
 * without its catalog and schema where there are such, for the driver would answer with the tables of all of them.
 */
final class JdbcNamespaces {

    private final Kind kind;
    private final @Nullable String catalog;
    private final List<String> searchPath;
    private final List<String> lookedAt;
    private final String escape;

    private JdbcNamespaces(
            Kind kind, @Nullable String catalog, List<String> searchPath, List<String> lookedAt, String escape) {
        this.kind = kind;
        this.catalog = catalog;
        this.searchPath = searchPath;
        this.lookedAt = lookedAt;
        this.escape = escape;
    }

    static JdbcNamespaces of(Connection connection, InspectionScope scope) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        String catalog = connection.getCatalog();
        String current = connection.getSchema();
        Kind kind = metaData.supportsSchemasInTableDefinitions()
                        && (current != null || !scope.schemas().isEmpty())
                ? Kind.SCHEMAS
                : metaData.supportsCatalogsInTableDefinitions() && catalog != null ? Kind.CATALOGS : Kind.NONE;
        String own = kind == Kind.SCHEMAS ? current : kind == Kind.CATALOGS ? catalog : null;
        List<String> path = !scope.schemas().isEmpty() && kind != Kind.NONE
                ? scope.schemas()
                : Optional.ofNullable(own).map(List::of).orElse(List.of());
        Set<String> lookedAt = new LinkedHashSet<>(path);
        if (kind != Kind.NONE) {
            scope.expected()
                    .ifPresent(expected -> Stream.concat(
                                    expected.tables().stream().map(Table::name),
                                    expected.sequences().stream().map(Sequence::name))
                            .filter(ObjectName::isQualified)
                            .forEach(name -> lookedAt.add(name.schema())));
        }
        return new JdbcNamespaces(
                kind,
                catalog,
                path,
                List.copyOf(lookedAt),
                Optional.ofNullable(metaData.getSearchStringEscape()).orElse(""));
    }

    /** The schemas in which unqualified names are looked for. */
    List<String> searchPath() {
        return searchPath;
    }

    /** The same, and those that the expectation's qualified names speak of. */
    List<String> lookedAt() {
        return lookedAt;
    }

    /** What to go through: the schemas, or one empty name where the database has none. */
    List<String> each() {
        return lookedAt.isEmpty() ? List.of("") : lookedAt;
    }

    /** The catalog to ask for; {@code null} only where the database has none. */
    @Nullable
    String catalog(String schema) {
        return kind == Kind.CATALOGS ? schema : catalog;
    }

    /** The schema to ask for, where it is taken literally; {@code null} only where the database has none. */
    @Nullable
    String schema(String schema) {
        return kind == Kind.SCHEMAS ? schema : null;
    }

    /** The schema to ask for, where it is taken for a pattern; {@code null} only where the database has none. */
    @Nullable
    String schemaPattern(String schema) {
        return kind == Kind.SCHEMAS ? literally(schema) : null;
    }

    /** The name as a pattern that matches only it. */
    String literally(String name) {
        if (escape.isEmpty()) {
            return name;
        }
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_' || c == '%' || escape.equals(String.valueOf(c))) {
                pattern.append(escape);
            }
            pattern.append(c);
        }
        return pattern.toString();
    }

    /** The name of a table that the driver found in a catalog and a schema. */
    ObjectName name(@Nullable String foundCatalog, @Nullable String foundSchema, String table) {
        String schema = kind == Kind.SCHEMAS ? foundSchema : kind == Kind.CATALOGS ? foundCatalog : null;
        return schema == null ? ObjectName.of(table) : ObjectName.of(schema, table);
    }

    /** Whether the database lists the schema. */
    boolean exists(DatabaseMetaData metaData, String schema) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = kind == Kind.CATALOGS ? metaData.getCatalogs() : metaData.getSchemas()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names.contains(schema);
    }

    private enum Kind {
        SCHEMAS,
        CATALOGS,
        NONE
    }
}
