package dev.schemaguard.hibernate;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ObjectName;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** Names as the catalog stores them: those that Hibernate quotes as they are, the others folded by the database. */
final class MappedNames {

    private final Dialect dialect;

    MappedNames(Dialect dialect) {
        this.dialect = dialect;
    }

    ObjectName table(Table table) {
        return new ObjectName(
                schema(
                        table.getSchema() == null ? null : stored(table.getSchema(), table.isSchemaQuoted()),
                        table.getCatalog() == null ? null : stored(table.getCatalog(), table.isCatalogQuoted())),
                stored(table.getName(), table.isQuoted()));
    }

    ObjectName sequence(QualifiedName name) {
        return new ObjectName(
                schema(stored(name.getSchemaName()), stored(name.getCatalogName())),
                stored(name.getObjectName().getText(), name.getObjectName().isQuoted()));
    }

    String column(Column column) {
        return stored(column.getName(), column.isQuoted());
    }

    List<String> columns(List<Column> columns) {
        List<String> named = new ArrayList<>(columns.size());
        for (Column column : columns) {
            named.add(column(column));
        }
        return named;
    }

    /** A name as it stands in DDL that Hibernate writes. */
    ObjectName written(String text) {
        return dialect.objectName(text);
    }

    /** Some databases, MySQL among them, call a schema a catalog; where there are both, the schema is one. */
    private String schema(@Nullable String schema, @Nullable String catalog) {
        if (schema != null && dialect.hasSchemas()) {
            return schema;
        }
        return catalog == null || dialect.hasSchemasInCatalogs() ? "" : catalog;
    }

    private @Nullable String stored(@Nullable Identifier identifier) {
        return identifier == null ? null : stored(identifier.getText(), identifier.isQuoted());
    }

    private String stored(String text, boolean quoted) {
        return quoted ? text : dialect.identifier(text);
    }
}
