package dev.schemaguard.database.standard;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Modifier;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Spells types as a driver describes them: by name, size and digits. */
final class JdbcTypes {

    /** From here on a size is what the database calls its limit, rather than one that somebody wrote. */
    private static final int NO_LIMIT = 1_000_000_000;

    private final Dialect dialect;
    private final Map<String, ColumnType> spelled = new HashMap<>();

    JdbcTypes(Dialect dialect) {
        this.dialect = dialect;
    }

    ColumnType type(int dataType, String name, int size, Optional<Integer> digits) {
        String key = dataType + " " + size + " " + digits.orElse(-1) + " " + name;
        return spelled.computeIfAbsent(key, ignored -> spell(dataType, name, size, digits));
    }

    private ColumnType spell(int dataType, String name, int size, Optional<Integer> digits) {
        ColumnType.Named type = dialect.type(name);
        return type.modifier() == Modifier.NONE
                ? type.with(modifier(type.name().name(), dataType, size, digits))
                : type;
    }

    private static Modifier modifier(String name, int dataType, int size, Optional<Integer> digits) {
        return switch (dataType) {
            // Drivers call enums and uuids strings and bytes too, and tell a size that nobody wrote.
            case Types.CHAR, Types.VARCHAR, Types.NCHAR, Types.NVARCHAR ->
                name.contains("char") ? length(size) : Modifier.NONE;
            case Types.BINARY, Types.VARBINARY ->
                name.contains("binary") || name.equals("raw") ? length(size) : Modifier.NONE;
            case Types.NUMERIC, Types.DECIMAL ->
                size <= 0 ? Modifier.NONE : of(String.valueOf(size), String.valueOf(digits.orElse(0)));
            // The fraction of a second counts as a size to some drivers and as digits to others.
            case Types.TIME, Types.TIMESTAMP, Types.TIME_WITH_TIMEZONE, Types.TIMESTAMP_WITH_TIMEZONE ->
                Modifier.UNSTATED;
            default -> Modifier.NONE;
        };
    }

    private static Modifier length(int size) {
        return size <= 0 || size >= NO_LIMIT ? Modifier.NONE : of(String.valueOf(size));
    }

    private static Modifier of(String... arguments) {
        return new Modifier.Of(List.of(arguments));
    }
}
