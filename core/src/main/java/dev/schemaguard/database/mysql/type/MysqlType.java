package dev.schemaguard.database.mysql.type;

import static java.util.Map.entry;

import dev.schemaguard.diff.TypeArguments;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Labelled;
import dev.schemaguard.model.ColumnType.Modifier;
import dev.schemaguard.model.ColumnType.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A type as the rules look at it.
 *
 * @param family between whose types values are converted alike
 * @param name its name, in the canonical spelling
 * @param first the first number in its parentheses: a length, a precision, digits of a second
 * @param second the second one: a scale
 * @param isOpen whether nothing is said of those numbers
 * @param unsigned whether it is a number that is never negative
 * @param labels the values of one that lists them
 */
record MysqlType(
        Family family, String name, int first, int second, boolean isOpen, boolean unsigned, List<String> labels) {

    /** Types that statements meet alike. */
    enum Family {
        NUMBER,
        BITS,
        TEXT,
        BYTES,
        MOMENT,
        TIME,
        DOCUMENT,
        LABELS,
        ADDRESS,
        UNKNOWN
    }

    private static final Map<String, Family> FAMILIES = Map.ofEntries(
            entry("tinyint", Family.NUMBER),
            entry("smallint", Family.NUMBER),
            entry("mediumint", Family.NUMBER),
            entry("int", Family.NUMBER),
            entry("bigint", Family.NUMBER),
            entry("year", Family.NUMBER),
            entry("decimal", Family.NUMBER),
            entry("float", Family.NUMBER),
            entry("double", Family.NUMBER),
            entry("bit", Family.BITS),
            entry("char", Family.TEXT),
            entry("varchar", Family.TEXT),
            entry("tinytext", Family.TEXT),
            entry("text", Family.TEXT),
            entry("mediumtext", Family.TEXT),
            entry("longtext", Family.TEXT),
            entry("binary", Family.BYTES),
            entry("varbinary", Family.BYTES),
            entry("tinyblob", Family.BYTES),
            entry("blob", Family.BYTES),
            entry("mediumblob", Family.BYTES),
            entry("longblob", Family.BYTES),
            entry("date", Family.MOMENT),
            entry("datetime", Family.MOMENT),
            entry("timestamp", Family.MOMENT),
            entry("time", Family.TIME),
            entry("json", Family.DOCUMENT),
            entry("uuid", Family.ADDRESS),
            entry("inet4", Family.ADDRESS),
            entry("inet6", Family.ADDRESS));

    static boolean isStated(ColumnType type) {
        return type instanceof Named || type instanceof Labelled;
    }

    static MysqlType of(ColumnType type) {
        if (type instanceof Labelled labelled) {
            String name = labelled.kind().name().toLowerCase(Locale.ROOT);
            return new MysqlType(Family.LABELS, name, 0, 0, false, false, labelled.labels());
        }
        Named named = (Named) type;
        String name = named.name().name();
        return new MysqlType(
                FAMILIES.getOrDefault(name, Family.UNKNOWN),
                name,
                TypeArguments.of(named, 0, 0),
                TypeArguments.of(named, 1, 0),
                named.modifier() instanceof Modifier.Unstated,
                named.unsigned(),
                List.of());
    }

    /** The type by which programs keep truth values. */
    boolean isTruth() {
        return first == 1 && (name.equals("tinyint") || name.equals("bit"));
    }

    /** A binary floating point number. */
    boolean isFloating() {
        return name.equals("float") || name.equals("double");
    }

    /** Whether it fills up shorter values: a text with blanks, which are gone when it is read, bytes with zeros, which are not. */
    boolean isPadded() {
        return name.equals("char") || name.equals("binary");
    }
}
