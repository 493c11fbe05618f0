package dev.schemaguard.dialect;

import dev.schemaguard.model.ColumnType;
import java.util.Set;

/** The types by which every database means the same. */
final class CommonTypes {

    private static final Set<String> NAMES =
            Set.of("varchar", "char", "smallint", "integer", "bigint", "numeric", "date", "timestamp");

    private CommonTypes() {}

    static boolean has(ColumnType.Named type) {
        return NAMES.contains(type.name().name()) && !type.array();
    }
}
