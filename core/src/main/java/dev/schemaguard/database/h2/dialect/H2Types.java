package dev.schemaguard.database.h2.dialect;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.dialect.TypeText;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Modifier;
import dev.schemaguard.model.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The canonical spelling of H2's types. */
final class H2Types {

    /** The types that are built in, in their one spelling; any other name is a domain. */
    private static final Set<String> BUILT_IN = Set.of(
            "char",
            "varchar",
            "varchar_ignorecase",
            "clob",
            "binary",
            "varbinary",
            "blob",
            "boolean",
            "tinyint",
            "smallint",
            "integer",
            "bigint",
            "numeric",
            "decfloat",
            "real",
            "double precision",
            "date",
            "time",
            "time with time zone",
            "timestamp",
            "timestamp with time zone",
            "json",
            "uuid",
            "java_object",
            "geometry",
            "enum",
            "row");

    /** Digits of these beyond which {@code float} is no real (manual, REAL and DOUBLE PRECISION). */
    private static final int REAL_BITS = 24;

    private static final long NO_LIMIT = 1_048_576;

    /** An enum that lists its labels. */
    private static final Pattern ENUM = Pattern.compile("(?i)\\s*enum\\s*\\(");

    private static final Pattern LABEL = Pattern.compile("'((?:[^']|'')+)'");

    /** All of it, of texts in plain quotes: H2 takes others, too, and puts texts that stand side by side together. */
    private static final Pattern LABELLED =
            Pattern.compile("(?i)\\s*enum\\s*\\(\\s*(" + LABEL + "(?:\\s*,\\s*" + LABEL + ")*)\\s*\\)\\s*");

    private H2Types() {}

    static boolean isBuiltIn(ColumnType.Named type) {
        String name = type.name().name();
        return !type.name().isQualified() && (BUILT_IN.contains(name) || name.startsWith("interval "));
    }

    /**
     * An enum of a column's own, with its labels; any other type.
     *
     * @throws IllegalArgumentException if labels are written in a way that is not certain, or the enum is that of an array
     */
    static ColumnType columnType(String written, Dialect dialect) {
        if (!ENUM.matcher(written).lookingAt()) {
            return spell(written, dialect);
        }
        Matcher listed = LABELLED.matcher(written);
        if (!listed.matches()) {
            throw new IllegalArgumentException("the labels of an enum are not certain: '" + written + "'");
        }
        List<String> labels = new ArrayList<>();
        Matcher label = LABEL.matcher(listed.group(1));
        while (label.find()) {
            labels.add(label.group(1).replace("''", "'"));
        }
        return new ColumnType.Labelled(ColumnType.Labelled.Kind.ENUM, labels);
    }

    static ColumnType.Named spell(String written, Dialect dialect) {
        TypeText text = TypeText.parse(written);
        if (text.words().isEmpty()) {
            throw new IllegalArgumentException("a type has no name: '" + written + "'");
        }
        String name = text.name();
        ColumnType.Named element = name.startsWith("interval")
                ? interval(text)
                : single(H2Synonyms.canonical(name), text.arguments(), written, dialect);
        return text.array() ? element.toArray() : element;
    }

    private static ColumnType.Named single(String name, List<String> arguments, String written, Dialect dialect) {
        return switch (name) {
            case "char", "binary" -> named(name, arguments.isEmpty() ? of("1") : length(arguments));
            case "varchar", "varchar_ignorecase", "clob", "varbinary", "blob" -> named(name, length(arguments));
            case "float" -> floating(arguments);
            case "numeric", "number" ->
                named("numeric", arguments.size() == 1 ? of(arguments.get(0), "0") : modifier(arguments));
            case "time", "time with time zone" -> named(name, unlessUsual(arguments, "0"));
            case "timestamp", "timestamp with time zone" -> named(name, unlessUsual(arguments, "6"));
            // Of a width to show numbers in, as MySQL has it, H2 keeps nothing.
            case "tinyint", "smallint", "integer", "bigint", "boolean" -> named(name, Modifier.NONE);
            default -> other(name, arguments, written, dialect);
        };
    }

    /** Somebody's domain, or a type of which only the name matters. */
    private static ColumnType.Named other(String name, List<String> arguments, String written, Dialect dialect) {
        if (BUILT_IN.contains(name) || name.indexOf(' ') >= 0) {
            return named(name, modifier(arguments));
        }
        int parenthesis = written.indexOf('(');
        String whole = parenthesis < 0 ? written : written.substring(0, parenthesis);
        return new ColumnType.Named(dialect.objectName(plain(whole)), modifier(arguments), false);
    }

    private static String plain(String written) {
        return written.replaceAll("(?i)\\s+array.*|\\[.*", "").strip();
    }

    private static ColumnType.Named floating(List<String> arguments) {
        boolean single = arguments.size() == 1
                && arguments.get(0).matches("[0-9]{1,2}")
                && Integer.parseInt(arguments.get(0)) <= REAL_BITS;
        return named(single ? "real" : "double precision", Modifier.NONE);
    }

    /** The size of the first field and the fraction of the last stand behind their words; both are two and six if not said. */
    private static ColumnType.Named interval(TypeText text) {
        String name = text.name().toLowerCase(Locale.ROOT);
        return named(name, text.arguments().isEmpty() ? Modifier.NONE : Modifier.UNSTATED);
    }

    private static Modifier length(List<String> arguments) {
        if (arguments.isEmpty()) {
            return Modifier.NONE;
        }
        String first = arguments.get(0).toLowerCase(Locale.ROOT).replaceAll("\\s*(?:char(?:acters)?|octets|byte)$", "");
        return first.matches("[0-9]{1,18}")
                ? Long.parseLong(first) >= NO_LIMIT ? Modifier.NONE : of(first)
                : Modifier.UNSTATED;
    }

    private static Modifier unlessUsual(List<String> arguments, String usual) {
        return arguments.equals(List.of(usual)) ? Modifier.NONE : modifier(arguments);
    }

    private static Modifier modifier(List<String> arguments) {
        return arguments.isEmpty() ? Modifier.NONE : new Modifier.Of(arguments);
    }

    private static Modifier of(String... arguments) {
        return new Modifier.Of(List.of(arguments));
    }

    private static ColumnType.Named named(String name, Modifier modifier) {
        return new ColumnType.Named(ObjectName.of(name), modifier, false);
    }
}
