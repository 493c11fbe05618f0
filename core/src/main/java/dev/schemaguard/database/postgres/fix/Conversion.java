package dev.schemaguard.database.postgres.fix;

import dev.schemaguard.fix.SqlWriter;
import dev.schemaguard.model.ColumnType;
import java.util.List;
import java.util.Set;

/**
 * How values of one type become values of another.
 *
 * @param found the type that the values have
 * @param wanted the type that they get
 * @param sql how SQL is written for the database
 */
record Conversion(ColumnType.Named found, ColumnType.Named wanted, SqlWriter sql) {

    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

    private static final Set<String> TEXTS = Set.of("text", "varchar", "char", "bpchar", "citext", "name");

    /** Within a family PostgreSQL casts on assignment. */
    private static final List<Set<String>> FAMILIES = List.of(
            NUMBERS,
            TEXTS,
            Set.of("timestamp", "timestamptz", "date"),
            Set.of("json", "jsonb"),
            Set.of("bit", "varbit"),
            Set.of("inet", "cidr"));

    /** Whether there is one at all: the types of extensions read texts, and nothing else. */
    boolean isKnown() {
        return !ObjectFixes.isOfAnExtension(wanted)
                || TEXTS.contains(wanted.name().name())
                || TEXTS.contains(found.name().name());
    }

    /** The expression that converts a column. */
    String of(String column) {
        String type = sql.type(wanted);
        if (wanted.array() && !found.array()) {
            return "ARRAY[" + new Conversion(found, wanted.element(), sql).of(column) + "]::" + type;
        }
        if (isOneFamily()) {
            // The cast of an assignment refuses what is too long, an explicit one would cut it (manual, 8.3).
            return column;
        }
        boolean truth = found.equals(ColumnType.of("boolean"))
                && NUMBERS.contains(wanted.name().name());
        return truth ? column + "::integer::" + type : column + "::text::" + type;
    }

    private boolean isOneFamily() {
        String from = found.name().name();
        String to = wanted.name().name();
        return wanted.array() == found.array()
                && (wanted.name().equals(found.name())
                        || FAMILIES.stream().anyMatch(family -> family.contains(to) && family.contains(from)));
    }

    /** What the server does without a look at the rows: longer varchar, text, more digits before the point (manual, ALTER TABLE). */
    boolean isCatalogOnly() {
        String from = found.name().name();
        String to = wanted.name().name();
        if (found.array() || wanted.array()) {
            return false;
        }
        boolean longer = wanted.modifier() instanceof ColumnType.Modifier.None
                || number(wanted, 0) >= number(found, 0) && number(wanted, 1) == number(found, 1);
        return switch (from) {
            case "varchar" -> to.equals("text") || to.equals("varchar") && longer;
            case "text" -> to.equals("varchar") && wanted.modifier() instanceof ColumnType.Modifier.None;
            case "numeric", "varbit", "time", "timestamp", "timestamptz", "timetz" -> to.equals(from) && longer;
            case "cidr" -> to.equals("inet");
            default -> false;
        };
    }

    private static int number(ColumnType.Named type, int index) {
        if (type.modifier() instanceof ColumnType.Modifier.Of of
                && of.arguments().size() > index
                && of.arguments().get(index).matches("[0-9]{1,9}")) {
            return Integer.parseInt(of.arguments().get(index));
        }
        return 0;
    }
}
