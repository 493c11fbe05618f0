package dev.schemaguard.database.mysql.ddl;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Labelled;
import dev.schemaguard.model.ColumnType.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A default in the light of its column's type: the server keeps what a literal means for the type ({@code DEFAULT 1} of a {@code
 * decimal(10,2)} is {@code 1.00}). Where that is not followed, only that there is a default is compared.
 */
final class TypedDefault {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]{1,3})?");
    private static final Pattern STRING = Pattern.compile("'(?:[^'\\\\]|''|\\\\\\\\)*'");
    private static final Pattern HEX = Pattern.compile("0x([0-9a-fA-F]{1,16})|[xX]'([0-9a-fA-F]{1,16})'");
    private static final Pattern BITS = Pattern.compile("b'0*([01]*)'");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME = Pattern.compile("-?[0-9]{2,3}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?");
    private static final Pattern MOMENT =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ T]([0-9]{2}:[0-9]{2}:[0-9]{2})(\\.[0-9]{1,6})?)?");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Set<String> WHOLE = Set.of("tinyint", "smallint", "mediumint", "int", "bigint");
    private static final Set<String> MOMENTS = Set.of("datetime", "timestamp");
    private static final Set<String> TEXTS = Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");

    /** How many digits of a FLOAT come back as they were written. */
    private static final int FLOAT_DIGITS = 6;

    private static final int DOUBLE_DIGITS = 15;

    private TypedDefault() {}

    static ColumnDefault of(ColumnDefault written, ColumnType type, Dialect dialect) {
        if (!(written instanceof ColumnDefault.Expression expression) || !expression.compared()) {
            return written;
        }
        String text = decimal(expression.written(), type);
        boolean number = NUMBER.matcher(text).matches();
        boolean string = STRING.matcher(text).matches();
        boolean bits = BITS.matcher(text).matches();
        boolean now = text.toLowerCase(java.util.Locale.ROOT).startsWith("current_timestamp");
        if (now
                && type instanceof ColumnType.Named timed
                && MOMENTS.contains(timed.name().name())) {
            // MariaDB takes as many digits of a second as the column has, MySQL asks for as many.
            int digits = digits(timed);
            return dialect.columnDefault("CURRENT_TIMESTAMP" + (digits == 0 ? "" : "(" + digits + ")"));
        }
        if (now || !number && !string && !bits) {
            return written;
        }
        String content =
                string ? text.substring(1, text.length() - 1).replace("''", "'").replace("\\\\", "\\") : text;
        Optional<String> kept = type instanceof Labelled listed
                ? label(content, number, listed)
                : type instanceof ColumnType.Named named ? typed(content, string, named) : Optional.empty();
        return kept.map(dialect::columnDefault).orElseGet(expression::notCompared);
    }

    /** A hexadecimal literal is a number where one is asked for (manual, 11.1.4). */
    private static String decimal(String text, ColumnType type) {
        Matcher hex = HEX.matcher(text);
        boolean asked = type instanceof ColumnType.Named named
                && WHOLE.contains(named.name().name());
        if (!asked || !hex.matches()) {
            return text;
        }
        return new BigInteger(hex.group(1) == null ? hex.group(2) : hex.group(1), 16).toString();
    }

    private static Optional<String> typed(String content, boolean string, ColumnType.Named type) {
        String name = type.name().name();
        if (WHOLE.contains(name) || name.equals("decimal") || name.equals("double") || name.equals("float")) {
            return NUMBER.matcher(content).matches() ? number(new BigDecimal(content), name, type) : Optional.empty();
        }
        if (TEXTS.contains(name)) {
            boolean bits = BITS.matcher(content).matches() && !string;
            // One of a fixed length loses the blanks at its end.
            String own = name.equals("char") ? content.replaceFirst(" +$", "") : content;
            return bits ? Optional.empty() : Optional.of(quoted(own));
        }
        return switch (name) {
            case "bit" -> bit(content, string);
            case "date" -> DATE.matcher(content).matches() ? Optional.of(quoted(content)) : Optional.empty();
            case "datetime", "timestamp" -> moment(content, digits(type));
            case "time" -> time(content, digits(type));
            case "year" -> YEAR.matcher(content).matches() ? Optional.of(content) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> number(BigDecimal value, String name, ColumnType.Named type) {
        int scale = type.modifier() instanceof Modifier.Of of && of.arguments().size() > 1
                ? Integer.parseInt(of.arguments().get(1))
                : 0;
        boolean scaled = name.equals("decimal") || scale > 0;
        if (scaled || WHOLE.contains(name)) {
            BigDecimal stripped = value.stripTrailingZeros();
            return stripped.scale() > scale
                    ? Optional.empty()
                    : Optional.of(value.setScale(scale).toPlainString());
        }
        BigDecimal stripped = value.stripTrailingZeros();
        int most = name.equals("float") ? FLOAT_DIGITS : DOUBLE_DIGITS;
        boolean plain = stripped.precision() <= most && Math.abs(stripped.scale()) <= most;
        return plain ? Optional.of(stripped.toPlainString()) : Optional.empty();
    }

    private static Optional<String> bit(String content, boolean string) {
        Matcher bits = BITS.matcher(content);
        if (bits.matches()) {
            return Optional.of("b'" + (bits.group(1).isEmpty() ? "0" : bits.group(1)) + "'");
        }
        boolean whole = !string && content.matches("[0-9]{1,18}");
        return whole ? Optional.of("b'" + new BigInteger(content).toString(2) + "'") : Optional.empty();
    }

    private static int digits(ColumnType.Named type) {
        return type.modifier() instanceof Modifier.Of of
                ? Integer.parseInt(of.arguments().get(0))
                : 0;
    }

    private static Optional<String> moment(String content, int digits) {
        Matcher moment = MOMENT.matcher(content.equals("0") ? "0000-00-00" : content);
        if (!moment.matches()) {
            return Optional.empty();
        }
        String time = moment.group(2) == null ? "00:00:00" : moment.group(2);
        String fraction = moment.group(3) == null ? "" : moment.group(3);
        return fraction(fraction, digits).map(end -> quoted(moment.group(1) + " " + time + end));
    }

    private static Optional<String> time(String content, int digits) {
        Matcher time = TIME.matcher(content);
        if (!time.matches()) {
            return Optional.empty();
        }
        String fraction = time.group(1) == null ? "" : time.group(1);
        String whole = content.substring(0, content.length() - fraction.length());
        return fraction(fraction, digits).map(end -> quoted(whole + end));
    }

    /** The digits of a second as they are kept; nothing where they would be rounded. */
    private static Optional<String> fraction(String written, int digits) {
        String own = written.isEmpty() ? "" : written.substring(1);
        String stripped = own.replaceFirst("0+$", "");
        if (stripped.length() > digits) {
            return Optional.empty();
        }
        return Optional.of(digits == 0 ? "" : "." + (stripped + "000000").substring(0, digits));
    }

    private static Optional<String> label(String content, boolean number, Labelled type) {
        if (number || type.kind() == Labelled.Kind.SET && content.indexOf(',') >= 0) {
            return Optional.empty();
        }
        if (content.isEmpty() && type.kind() == Labelled.Kind.SET) {
            return Optional.of(quoted(content));
        }
        return type.labels().stream()
                .filter(label -> label.equalsIgnoreCase(content))
                .findFirst()
                .map(TypedDefault::quoted);
    }

    private static String quoted(String content) {
        return "'" + content.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
