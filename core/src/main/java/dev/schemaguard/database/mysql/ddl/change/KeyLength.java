package dev.schemaguard.database.mysql.ddl.change;

import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Modifier;
import java.util.Set;

/** Of how much of a column a key is over, where the column's type changes (tried on 8.0.31 and MariaDB 11.4.5). */
final class KeyLength {

    private static final Set<String> SIZED = Set.of("char", "varchar", "binary", "varbinary");

    private KeyLength() {}

    /**
     * The length from then on; zero for all of it.
     *
     * @param length that of before
     */
    static int after(int length, ColumnType before, ColumnType after) {
        boolean whole = !hasParts(before) || !hasParts(after) || length == size(before) || length >= size(after);
        return whole ? 0 : length;
    }

    /** Of a key that is made over a column: one over as much as the column holds is over all of it. */
    static int of(int length, ColumnType type) {
        return length >= size(type) ? 0 : length;
    }

    /** Whether a column has no size, so that a key is over its beginning only. */
    static boolean isUnsized(ColumnType type) {
        return type instanceof ColumnType.Named named
                && hasParts(type)
                && !SIZED.contains(named.name().name());
    }

    /** Whether a key can be over the beginning of such a column; of what is not known it is as it was. */
    private static boolean hasParts(ColumnType type) {
        if (!(type instanceof ColumnType.Named named)) {
            return type == ColumnType.UNSTATED;
        }
        String name = named.name().name();
        return SIZED.contains(name) || name.endsWith("text") || name.endsWith("blob") || name.equals("json");
    }

    private static int size(ColumnType type) {
        boolean sized = type instanceof ColumnType.Named named
                && SIZED.contains(named.name().name())
                && named.modifier() instanceof Modifier.Of of
                && of.arguments().get(0).matches("[0-9]{1,9}");
        return sized
                ? Integer.parseInt(((Modifier.Of) ((ColumnType.Named) type).modifier())
                        .arguments()
                        .get(0))
                : Integer.MAX_VALUE;
    }
}
