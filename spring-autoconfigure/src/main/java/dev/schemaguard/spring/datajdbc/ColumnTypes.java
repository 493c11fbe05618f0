package dev.schemaguard.spring.datajdbc;

import static java.util.Map.entry;

import dev.schemaguard.database.Database;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Modifier;
import java.math.BigDecimal;
import java.sql.JDBCType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.util.ClassUtils;

/**
 * What a property's Java type says about the column's. That leaves length, precision and scale open, and says nothing where a
 * driver takes a value for several types: enums, instants, UUIDs, collections and classes of the driver's own.
 */
final class ColumnTypes {

    private static final Map<Class<?>, JDBCType> STORED = Map.ofEntries(
            entry(String.class, JDBCType.VARCHAR),
            entry(Short.class, JDBCType.SMALLINT),
            entry(Integer.class, JDBCType.INTEGER),
            entry(Long.class, JDBCType.BIGINT),
            entry(BigDecimal.class, JDBCType.NUMERIC),
            entry(LocalDate.class, JDBCType.DATE),
            entry(LocalDateTime.class, JDBCType.TIMESTAMP),
            entry(Boolean.class, JDBCType.BOOLEAN),
            entry(Float.class, JDBCType.REAL),
            entry(Double.class, JDBCType.DOUBLE),
            entry(OffsetDateTime.class, JDBCType.TIMESTAMP_WITH_TIMEZONE),
            entry(byte[].class, JDBCType.VARBINARY));

    private final JdbcConverter converter;
    private final Database database;

    ColumnTypes(JdbcConverter converter, Database database) {
        this.converter = converter;
        this.database = database;
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
        return Optional.ofNullable(STORED.get(ClassUtils.resolvePrimitiveIfNecessary(stored)))
                .flatMap(database::keeps)
                .<ColumnType>map(type -> type.with(Modifier.UNSTATED))
                .orElse(ColumnType.UNSTATED);
    }
}
