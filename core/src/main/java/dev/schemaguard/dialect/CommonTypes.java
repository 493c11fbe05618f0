package dev.schemaguard.dialect;

import dev.schemaguard.model.ColumnType;
import java.sql.JDBCType;
import java.util.Optional;
import java.util.Set;

/** The types by which every database means the same. */
final class CommonTypes {

    private static final Set<String> NAMES =
            Set.of("varchar", "char", "smallint", "integer", "bigint", "numeric", "date", "timestamp");

    private CommonTypes() {}

    static boolean has(ColumnType.Named type) {
        return NAMES.contains(type.name().name()) && !type.array();
    }

    /** The standard's word for the type, where it is one of them. */
    static Optional<String> of(JDBCType type) {
        return switch (type) {
            case VARCHAR -> Optional.of("varchar");
            case SMALLINT -> Optional.of("smallint");
            case INTEGER -> Optional.of("integer");
            case BIGINT -> Optional.of("bigint");
            case NUMERIC -> Optional.of("numeric");
            case DATE -> Optional.of("date");
            case TIMESTAMP -> Optional.of("timestamp");
            default -> Optional.empty();
        };
    }
}
