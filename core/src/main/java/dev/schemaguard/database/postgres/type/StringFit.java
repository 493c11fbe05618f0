package dev.schemaguard.database.postgres.type;

import dev.schemaguard.diff.TypeArguments;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.model.ColumnType.Named;
import java.util.Map;
import java.util.Set;

/** How a live string serves. The server turns any value into text where it is stored, but compares none with text. */
final class StringFit {

    private static final Set<String> STRINGS = Set.of("varchar", "char", "bpchar", "text", "citext", "name");
    private static final Set<String> BOUNDED = Set.of("varchar", "char", "bpchar");
    private static final Set<String> DOCUMENTS = Set.of("json", "jsonb", "hstore", "xml");

    /** Types that the driver does not make of a text. */
    private static final Set<String> UNREADABLE = Set.of("uuid");

    /** How long the shortest text of a type is. */
    private static final Map<String, Integer> SHORTEST =
            Map.of("uuid", 36, "timestamptz", 22, "timestamp", 19, "timetz", 11, "date", 10, "time", 8);

    private static final int BRACES = 2;
    private static final int NAME_BYTES = 63;
    private static final int BYTES_PER_CHARACTER = 4;

    private StringFit() {}

    static boolean isString(String name) {
        return STRINGS.contains(name);
    }

    static TypeFit fit(Named wanted, Named found) {
        String expected = wanted.name().name();
        if (STRINGS.contains(expected)) {
            return lengths(wanted, found);
        }
        if (DOCUMENTS.contains(expected)) {
            TypeFit read = expected.equals("xml") ? TypeFit.WIDER : TypeFit.LOSSY;
            return read.and(lengths(wanted, found));
        }
        if (longest(found) < shortest(wanted)) {
            return TypeFit.DIFFERENT;
        }
        boolean unreadable = UNREADABLE.contains(expected) || expected.startsWith("interval");
        return unreadable && !wanted.array() ? TypeFit.UNREADABLE : TypeFit.INCOMPARABLE;
    }

    /** A text in place of an array: the server writes the elements into it, in braces. */
    static TypeFit array(Named wanted, Named found) {
        return longest(found) < SHORTEST.getOrDefault(wanted.name().name(), 0) + BRACES
                ? TypeFit.DIFFERENT
                : TypeFit.UNREADABLE;
    }

    static TypeFit lengths(Named wanted, Named found) {
        if (found.name().name().equals("name")) {
            // Longer ones are cut in silence (manual, 8.3).
            return longest(wanted) <= NAME_BYTES / BYTES_PER_CHARACTER ? TypeFit.WIDER : TypeFit.LOSSY;
        }
        TypeFit read = isPadded(found) && !isPadded(wanted) ? TypeFit.LOSSY : TypeFit.WIDER;
        return read.and(longest(found) < longest(wanted) ? TypeFit.NARROWER : TypeFit.WIDER);
    }

    /** Stored with blanks up to its length, and read back with them (manual, 8.3). */
    private static boolean isPadded(Named type) {
        return type.name().name().equals("char");
    }

    private static int shortest(Named type) {
        String name = type.name().name();
        return name.equals("bit") ? TypeArguments.of(type, 0, 1) : SHORTEST.getOrDefault(name, 1);
    }

    private static int longest(Named type) {
        String name = type.name().name();
        if (name.equals("name")) {
            return NAME_BYTES;
        }
        return BOUNDED.contains(name) || !STRINGS.contains(name)
                ? TypeArguments.of(type, 0, Integer.MAX_VALUE)
                : Integer.MAX_VALUE;
    }
}
