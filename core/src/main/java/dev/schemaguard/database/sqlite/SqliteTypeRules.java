package dev.schemaguard.database.sqlite;

import dev.schemaguard.diff.TypeRules;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Named;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Schema;

/**
 * What one type means for another on SQLite, as measured with the driver of Xerial: a type is no more than what values are turned
 * into where that loses nothing, and a length means nothing. Only a column of a STRICT table, and the number of a row, refuse
 * values (manual, STRICT Tables; Datatypes, 3).
 */
final class SqliteTypeRules implements TypeRules {

    private static final String STRICT = "strict ";

    /** The type of a column that refuses other values. */
    static Named strict(Named type) {
        return new Named(ObjectName.of(STRICT + type.name().name()), type.modifier(), false);
    }

    @Override
    public TypeFit fit(ColumnType expected, Schema expectation, ColumnType actual, Schema live) {
        if (!(expected instanceof Named wanted) || !(actual instanceof Named found)) {
            return TypeFit.SAME;
        }
        String meant = wanted.name().name();
        String kept = found.name().name();
        return kept.startsWith(STRICT)
                ? strict(meant, kept.substring(STRICT.length()))
                : loose(meant, SqliteAffinity.of(kept));
    }

    /** A text that looks like a number is kept as one; of a number as text the driver makes no number where it is asked for a class. */
    private static TypeFit loose(String meant, SqliteAffinity kept) {
        return switch (SqliteAffinity.of(meant)) {
            case TEXT -> kept == SqliteAffinity.TEXT || kept == SqliteAffinity.BLOB ? TypeFit.SAME : TypeFit.LOSSY;
            case INTEGER ->
                kept == SqliteAffinity.TEXT
                        ? TypeFit.OTHER_FAMILY
                        : kept == SqliteAffinity.REAL && isBig(meant) ? TypeFit.LOSSY : TypeFit.SAME;
            case REAL -> kept == SqliteAffinity.TEXT ? TypeFit.OTHER_FAMILY : TypeFit.SAME;
            // How days, times and exact numbers are written is a matter of the program.
            case NUMERIC, BLOB -> TypeFit.SAME;
        };
    }

    private static TypeFit strict(String meant, String type) {
        SqliteAffinity kept = SqliteAffinity.of(type);
        if (type.equals(SqliteAffinity.NO_TYPE) || meant.equals(SqliteAffinity.NO_TYPE)) {
            return TypeFit.SAME;
        }
        return switch (SqliteAffinity.of(meant)) {
            case TEXT ->
                kept == SqliteAffinity.TEXT
                        ? TypeFit.SAME
                        : kept == SqliteAffinity.BLOB ? TypeFit.DIFFERENT : TypeFit.OTHER_FAMILY;
            case INTEGER -> kept == SqliteAffinity.BLOB ? TypeFit.DIFFERENT : loose(meant, kept);
            case REAL ->
                kept == SqliteAffinity.BLOB
                        ? TypeFit.DIFFERENT
                        : kept == SqliteAffinity.INTEGER ? TypeFit.OTHER_FAMILY : loose(meant, kept);
            case BLOB -> kept == SqliteAffinity.BLOB ? TypeFit.SAME : TypeFit.DIFFERENT;
            case NUMERIC -> numeric(meant, kept);
        };
    }

    /** What has no affinity of its own: exact numbers, truth values, days and times, and whatever a name means. */
    private static TypeFit numeric(String meant, SqliteAffinity kept) {
        boolean truth = meant.startsWith("bool");
        boolean number = meant.startsWith("numeric") || meant.startsWith("decimal");
        if (kept == SqliteAffinity.BLOB && (truth || number)) {
            return TypeFit.DIFFERENT;
        }
        boolean taken = truth || kept == SqliteAffinity.TEXT || number && kept == SqliteAffinity.REAL;
        return taken ? TypeFit.SAME : TypeFit.OTHER_FAMILY;
    }

    /** Whether there are numbers of the type that a floating point number does not hold exactly. */
    private static boolean isBig(String type) {
        return type.contains("big") || type.contains("int8");
    }
}
