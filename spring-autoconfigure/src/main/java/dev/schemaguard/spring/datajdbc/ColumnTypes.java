package dev.schemaguard.spring.datajdbc;

import static java.util.Map.entry;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Modifier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.util.ClassUtils;

/**
 * What a property's Java type says about the column's. That leaves length, precision and scale open, and says nothing where a
 * driver takes a value for several types: enums, instants, UUIDs, collections and classes of the driver's own.
 */
final class ColumnTypes {

    private static final Map<Class<?>, String> EVERYWHERE = Map.ofEntries(
            entry(String.class, "varchar"),
            entry(Short.class, "smallint"),
            entry(Integer.class, "integer"),
            entry(Long.class, "bigint"),
            entry(BigDecimal.class, "numeric"),
            entry(LocalDate.class, "date"),
            entry(LocalDateTime.class, "timestamp"));

    /** Other databases have other words for these, or several. */
    private static final Map<Class<?>, String> POSTGRESQL = Map.ofEntries(
            entry(Boolean.class, "boolean"),
            entry(Float.class, "real"),
            entry(Double.class, "double precision"),
            entry(OffsetDateTime.class, "timestamptz"),
            entry(byte[].class, "bytea"));

    private final JdbcConverter converter;
    private final Dialect dialect;

    ColumnTypes(JdbcConverter converter, Dialect dialect) {
        this.converter = converter;
        this.dialect = dialect;
    }

    ColumnType of(RelationalPersistentProperty property) {
        Class<?> declared = property.getActualType();
        Class<?> stored = ClassUtils.resolvePrimitiveIfNecessary(converter.getColumnType(property));
        boolean bytes = stored == byte[].class;
        if (declared.isEnum() || property.isMap() || property.isCollectionLike() && !bytes) {
            return ColumnType.UNSTATED;
        }
        return of(stored);
    }

    /** The type of the column in which the place in a list or the key of a map is kept. */
    ColumnType of(Class<?> stored) {
        String written = EVERYWHERE.get(ClassUtils.resolvePrimitiveIfNecessary(stored));
        if (written == null && dialect.name().equals("postgresql")) {
            written = POSTGRESQL.get(ClassUtils.resolvePrimitiveIfNecessary(stored));
        }
        return written == null ? ColumnType.UNSTATED : dialect.type(written).with(Modifier.UNSTATED);
    }
}
