package dev.schemaguard.database.mysql.dialect;

import static java.util.Map.entry;

import dev.schemaguard.dialect.TypeText;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Labelled;
import dev.schemaguard.model.ColumnType.Modifier;
import dev.schemaguard.model.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one spelling of each type (manual, chapter 11; MariaDB's, Data Types), as MySQL's catalog has it: display widths say nothing of
 * what a column holds and are left out, but for {@code tinyint(1)}, by which drivers tell a boolean.
 */
final class MysqlTypes {

    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            entry("integer", "int"),
            entry("int1", "tinyint"),
            entry("int2", "smallint"),
            entry("int3", "mediumint"),
            entry("middleint", "mediumint"),
            entry("int4", "int"),
            entry("int8", "bigint"),
            entry("dec", "decimal"),
            entry("numeric", "decimal"),
            entry("fixed", "decimal"),
            entry("float4", "float"),
            entry("float8", "double"),
            entry("double precision", "double"),
            entry("real", "double"),
            entry("character", "char"),
            entry("nchar", "char"),
            entry("national char", "char"),
            entry("national character", "char"),
            entry("varcharacter", "varchar"),
            entry("nvarchar", "varchar"),
            entry("character varying", "varchar"),
            entry("char varying", "varchar"),
            entry("nchar varchar", "varchar"),
            entry("nchar varcharacter", "varchar"),
            entry("nchar varying", "varchar"),
            entry("national varchar", "varchar"),
            entry("national varcharacter", "varchar"),
            entry("national char varying", "varchar"),
            entry("national character varying", "varchar"),
            entry("char byte", "binary"),
            entry("long", "mediumtext"),
            entry("long varchar", "mediumtext"),
            entry("long varbinary", "mediumblob"),
            entry("geomcollection", "geometrycollection"));

    /** Words behind a type that do not belong to it: what numbers look like, and how texts are kept. */
    private static final Pattern BEHIND = Pattern.compile(
            "(?i)\\s+(?:unsigned|signed|zerofill|charset|character\\s+set|collate|ascii|unicode|(?<!long\\s)binary)\\b.*$",
            Pattern.DOTALL);

    private static final Pattern UNSIGNED = Pattern.compile("(?i)\\)?\\s+(?:\\w+\\s+)*?(?:unsigned|zerofill)\\b");
    private static final Pattern LABELLED = Pattern.compile("(?is)\\s*(enum|set)\\s*\\((.*)\\).*");

    private static final Set<String> WHOLE_NUMBERS = Set.of("tinyint", "smallint", "mediumint", "int", "bigint");
    private static final Set<String> TIMES = Set.of("time", "datetime", "timestamp");
    private static final Set<String> ONE_LONG = Set.of("char", "binary", "bit");

    /** How much a text or blob holds of each size, the sizes in order (manual, 11.7). */
    private static final List<String> SIZES = List.of("tiny", "", "medium", "long");

    private static final long[] BYTES = {255, 65_535, 16_777_215, Long.MAX_VALUE};

    /** The bytes of a character, where nobody says otherwise: those of utf8mb4. */
    private static final int CHARACTER = 4;

    private MysqlTypes() {}

    static ColumnType columnType(String written, boolean isMariadb) {
        Matcher labelled = LABELLED.matcher(written);
        if (labelled.matches()) {
            List<String> labels = labels(labelled.group(2));
            if (!labels.isEmpty()) {
                Labelled.Kind kind = Labelled.Kind.valueOf(labelled.group(1).toUpperCase(Locale.ROOT));
                return new Labelled(kind, labels);
            }
        }
        return spell(written, isMariadb);
    }

    /** The server takes blanks from the end of each label (manual, 11.3.5). */
    private static List<String> labels(String text) {
        List<String> labels = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != '\'' && c != '"') {
                at++;
                continue;
            }
            StringBuilder label = new StringBuilder();
            int end = MysqlLiteral.read(text, at, label);
            if (end < 0) {
                return List.of();
            }
            labels.add(label.toString().stripTrailing());
            at = end;
        }
        return labels;
    }

    static ColumnType.Named spell(String written, boolean isMariadb) {
        boolean unsigned = UNSIGNED.matcher(written).find();
        TypeText text = TypeText.parse(BEHIND.matcher(written).replaceFirst(""));
        if (text.words().isEmpty()) {
            throw new IllegalArgumentException("a type has no name: '" + written + "'");
        }
        String name = SYNONYMS.getOrDefault(text.name(), text.name());
        ColumnType.Named type = named(name, text.arguments(), isMariadb);
        return unsigned || name.equals("serial") ? type.asUnsigned() : type;
    }

    private static ColumnType.Named named(String name, List<String> arguments, boolean isMariadb) {
        Optional<String> first = arguments.stream().findFirst();
        if (name.equals("bool") || name.equals("boolean")) {
            return ColumnType.of("tinyint", "1");
        }
        if (name.equals("serial")) {
            return ColumnType.of("bigint");
        }
        if (name.equals("json") && isMariadb) {
            return ColumnType.of("longtext");
        }
        if (WHOLE_NUMBERS.contains(name)) {
            return name.equals("tinyint") && first.equals(Optional.of("1"))
                    ? ColumnType.of(name, "1")
                    : ColumnType.of(name);
        }
        if (TIMES.contains(name)) {
            return first.filter(digits -> !digits.equals("0"))
                    .map(digits -> ColumnType.of(name, digits))
                    .orElseGet(() -> ColumnType.of(name));
        }
        if (name.equals("text") || name.equals("blob")) {
            return ColumnType.of(first.map(length -> sized(name, length)).orElse(name));
        }
        return switch (name) {
            case "decimal" -> ColumnType.of(name, first.orElse("10"), arguments.size() < 2 ? "0" : arguments.get(1));
            case "float" ->
                arguments.size() == 1
                        ? ColumnType.of(isDouble(arguments.get(0)) ? "double" : name)
                        : of(name, arguments);
            case "year" -> ColumnType.of(name);
            default -> ONE_LONG.contains(name) && arguments.isEmpty() ? ColumnType.of(name, "1") : of(name, arguments);
        };
    }

    private static ColumnType.Named of(String name, List<String> arguments) {
        Modifier modifier = arguments.isEmpty() ? Modifier.NONE : new Modifier.Of(arguments);
        return new ColumnType.Named(ObjectName.of(name), modifier, false);
    }

    /** More than 24 bits take a double (manual, 11.1.4). */
    private static boolean isDouble(String bits) {
        return number(bits) > 24;
    }

    /** The smallest of the four that holds a length (manual, 11.3.4). */
    private static String sized(String name, String length) {
        long bytes = number(length) * (name.equals("text") ? CHARACTER : 1);
        for (int i = 0; i < BYTES.length; i++) {
            if (bytes <= BYTES[i]) {
                return SIZES.get(i) + name;
            }
        }
        return name;
    }

    private static long number(String digits) {
        return digits.matches("[0-9]{1,12}") ? Long.parseLong(digits) : 0;
    }
}
