package dev.schemaguard.ddl.script;

import dev.schemaguard.dialect.Dialect;
import java.util.Locale;

/** What is meant by a literal or a name in quotes (manual, 4.1.1 and 4.1.2). */
public final class Literals {

    /** What stands for a character that is not known. */
    static final char UNKNOWN = '\uFFFD';

    private Literals() {}

    /**
     * Whether a string or a name holds, by its escapes, what no server takes or what is not known here: NUL, half a character,
     * a byte.
     */
    static boolean holdsUnknown(Token token) {
        char first = token.text().isEmpty()
                ? ' '
                : Character.toUpperCase(token.text().charAt(0));
        boolean escapes = (first == 'E' || first == 'U') && token.text().indexOf('\\') >= 0;
        if (!escapes || token.text().length() < 3) {
            return false;
        }
        String content = switch (token.kind()) {
            case STRING -> string(token);
            case QUOTED_NAME -> unicode(token.text());
            default -> "";
        };
        return content.codePoints()
                .anyMatch(c -> c == 0 || c == UNKNOWN || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** The name that the catalog stores. */
    public static String identifier(Token token, Dialect dialect) {
        String text = token.text();
        if (token.kind() == Token.Kind.QUOTED_NAME && Character.toUpperCase(text.charAt(0)) == 'U') {
            String decoded = unicode(text.substring(3, text.length() - 1).replace("\"\"", "\""));
            return dialect.identifier("\"" + decoded.replace("\"", "\"\"") + "\"");
        }
        return dialect.identifier(text);
    }

    /** The content of a string token. */
    public static String string(Token token) {
        String text = token.text();
        if (text.startsWith("$")) {
            int tag = text.indexOf('$', 1) + 1;
            return text.substring(tag, text.length() - tag);
        }
        int quote = text.indexOf('\'');
        String content = text.substring(quote + 1, text.length() - 1).replace("''", "'");
        return switch (text.substring(0, quote).toUpperCase(Locale.ROOT)) {
            case "E" -> escaped(content);
            case "U&" -> unicode(content);
            default -> content;
        };
    }

    /** A string as the server prints it: in plain quotes, and escaped only where a backslash is in it. */
    static String spelled(Token token) {
        char first = Character.toUpperCase(token.text().charAt(0));
        if (first == '\'' || first == 'B' || first == 'X' || first == 'N') {
            return token.text();
        }
        String content = string(token);
        return content.indexOf('\\') < 0 ? quoted(content) : "E" + quoted(content.replace("\\", "\\\\"));
    }

    /** A string literal for the content. */
    public static String quoted(String content) {
        return "'" + content.replace("'", "''") + "'";
    }

    private static String escaped(String content) {
        StringBuilder text = new StringBuilder(content.length());
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c != '\\' || i + 1 == content.length()) {
                text.append(c);
                continue;
            }
            char escape = content.charAt(++i);
            switch (escape) {
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'x' -> i = number(content, i + 1, 2, 16, text);
                case 'u' -> i = number(content, i + 1, 4, 16, text);
                case 'U' -> i = number(content, i + 1, 8, 16, text);
                case '0', '1', '2', '3', '4', '5', '6', '7' -> i = number(content, i, 3, 8, text);
                default -> text.append(escape);
            }
        }
        return text.toString();
    }

    /** Appends the character of that number and gives the place of its last digit. */
    private static int number(String content, int from, int digits, int radix, StringBuilder text) {
        int to = from;
        while (to < content.length() && to < from + digits && Character.digit(content.charAt(to), radix) >= 0) {
            to++;
        }
        if (to == from) {
            text.append(content.charAt(from - 1));
        } else {
            int code = Integer.parseUnsignedInt(content.substring(from, to), radix);
            // A number of two or three digits is a byte, whose character depends on others and on the encoding.
            boolean byteOnly = digits < 4 && code >= 0x80;
            text.appendCodePoint(byteOnly || !Character.isValidCodePoint(code) ? UNKNOWN : code);
        }
        return to - 1;
    }

    private static String unicode(String content) {
        StringBuilder text = new StringBuilder(content.length());
        int i = 0;
        while (i < content.length()) {
            char c = content.charAt(i);
            if (c != '\\') {
                text.append(c);
                i++;
            } else if (content.startsWith("\\\\", i)) {
                text.append('\\');
                i += 2;
            } else {
                boolean six = content.startsWith("\\+", i);
                i = number(content, i + (six ? 2 : 1), six ? 6 : 4, 16, text) + 1;
            }
        }
        return text.toString();
    }
}
