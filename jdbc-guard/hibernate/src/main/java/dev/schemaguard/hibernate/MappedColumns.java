package dev.schemaguard.hibernate;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.Identity;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.Use;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Table;

/** Reads the columns of a mapping. */
final class MappedColumns {

    /** What JPA calls the length where nobody says one. */
    private static final long DEFAULT_LENGTH = 255;

    private final Metadata metadata;
    private final Dialect dialect;
    private final MappedNames names;
    private final MappedMembers members;
    private final Map<String, Optional<ColumnType>> types = new HashMap<>();

    MappedColumns(Metadata metadata, Dialect dialect, MappedNames names, MappedMembers members) {
        this.metadata = metadata;
        this.dialect = dialect;
        this.names = names;
        this.members = members;
    }

    Column column(Table table, org.hibernate.mapping.Column column) {
        return Column.builder(names.column(column))
                .type(type(column))
                .nullability(column.isNullable() ? Nullability.UNSTATED : Nullability.NOT_NULL)
                .identity(column.isIdentity() ? Identity.BY_DEFAULT : Identity.UNSTATED)
                .written(column.getGeneratedAs() == null ? members.written(table, column) : Use.NEVER)
                .origin(members.origin(table, column))
                .build();
    }

    private ColumnType type(org.hibernate.mapping.Column column) {
        Optional<ColumnType> spelled = spelled(column.getSqlType(metadata));
        if (spelled.isEmpty() || !(spelled.get() instanceof ColumnType.Named type)) {
            return spelled.orElse(ColumnType.UNSTATED);
        }
        if (!dialect.knows(type)) {
            return ColumnType.UNSTATED;
        }
        return isSizeStated(type.name().name(), column) ? type : dialect.ofAnySize(type);
    }

    /** A mapping has thousands of columns and a dozen types. */
    private Optional<ColumnType> spelled(String definition) {
        Optional<ColumnType> known = types.get(definition);
        if (known == null) {
            String written = TypeDefinition.typeOf(definition);
            known = written.isEmpty() ? Optional.empty() : Optional.of(dialect.columnType(written));
            types.put(definition, known);
        }
        return known;
    }

    /** Hibernate writes a size wherever the type takes one; the mapping says it only here. */
    private static boolean isSizeStated(String type, org.hibernate.mapping.Column column) {
        return switch (type) {
            // The last two are what a @Lob is written as where nobody says a length.
            case "varchar", "char", "varbinary", "longtext", "longblob" -> isLengthStated(column);
            case "numeric", "decimal" -> column.getPrecision() != null && column.getPrecision() > 0;
            case "timestamp", "datetime", "timestamptz", "time", "timetz", "interval" ->
                column.getTemporalPrecision() != null;
            default -> true;
        };
    }

    private static boolean isLengthStated(org.hibernate.mapping.Column column) {
        return column.getLength() != null && column.getLength() != DEFAULT_LENGTH;
    }
}
