package dev.schemaguard.proof.embedded;

import java.util.ArrayList;
import java.util.List;

/**
 * A type of an embedded database, with the values that a release which means this type writes and reads.
 *
 * @param sql the type in SQL
 * @param java the class of what is bound and read
 * @param values values at its edges
 * @param lookedUp whether releases look rows up by such a column
 */
public record TypeSample(String sql, Class<?> java, List<Object> values, boolean lookedUp) {

    /** A type that keys may have. */
    public static TypeSample of(String sql, Class<?> java, Object... values) {
        return new TypeSample(sql, java, List.of(values), true);
    }

    /** The same, of which no statement asks whether it equals something. */
    public TypeSample neverLookedUp() {
        return new TypeSample(sql, java, values, false);
    }

    /** Texts that a column of a length takes. */
    public static TypeSample text(String sql, int longest) {
        List<Object> values = new ArrayList<>(List.of(
                "a",
                "O'Br\\\"",
                "ü".repeat(longest),
                "x".repeat(longest),
                // What another type would take, too.
                "12",
                "007",
                "true",
                "good",
                "23:59:59",
                "2024-02-29",
                "2024-02-29 12:30:15",
                "00000000-0000-0000-ffff-000000000007"));
        values.removeIf(value -> ((String) value).length() > longest);
        return new TypeSample(sql, String.class, values, true);
    }
}
