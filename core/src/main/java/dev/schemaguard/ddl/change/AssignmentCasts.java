package dev.schemaguard.ddl.change;

import dev.schemaguard.model.ColumnType;
import java.util.Set;

/** Whether the server changes a column of one type to another without being told how (manual, CREATE CAST: assignment). */
final class AssignmentCasts {

    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Set<String> TEXTS = Set.of("text", "varchar", "char", "bpchar", "name", "citext");
    private static final Set<String> TIMES = Set.of("timestamp", "timestamptz", "date", "time", "timetz");

    private AssignmentCasts() {}

    /** Whether a column of the first type can become one of the second; if in doubt it can. */
    static boolean can(ColumnType from, ColumnType to) {
        if (!(from instanceof ColumnType.Named old) || !(to instanceof ColumnType.Named other)) {
            return true;
        }
        Set<String> family = family(old.name().name());
        Set<String> target = family(other.name().name());
        boolean known = !family.isEmpty() && !target.isEmpty() && !old.array() && !other.array();
        return !known || family.equals(target) || target.equals(TEXTS);
    }

    private static Set<String> family(String type) {
        if (NUMBERS.contains(type)) {
            return NUMBERS;
        }
        if (TEXTS.contains(type)) {
            return TEXTS;
        }
        if (TIMES.contains(type)) {
            return TIMES;
        }
        return Set.of("boolean", "uuid", "json", "jsonb", "bytea").contains(type) ? Set.of(type) : Set.of();
    }
}
