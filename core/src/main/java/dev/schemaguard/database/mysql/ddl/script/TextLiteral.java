package dev.schemaguard.database.mysql.ddl.script;

import dev.schemaguard.ddl.script.NotUnderstood;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import java.util.List;
import java.util.Locale;

/** What is meant by a string in quotes (MySQL manual, 11.1.1), and how it is written. */
public final class TextLiteral {

    private static final String ESCAPES = "0bnrtZ";
    private static final String MEANT = "\0\b\n\r\t\032";

    private TextLiteral() {}

    /**
     * The content of a string.
     *
     * @throws NotUnderstood if it is no string of characters
     */
    public static String content(Token token) {
        String text = token.text();
        boolean national = text.toLowerCase(Locale.ROOT).startsWith("n'");
        String quoted = national ? text.substring(1) : text;
        boolean string = token.kind() == Kind.STRING
                && !token.isGarbled()
                && quoted.length() > 1
                && (quoted.charAt(0) == '\'' || quoted.charAt(0) == '"');
        if (!string) {
            throw new NotUnderstood("'" + token.shown() + "' is not understood there");
        }
        return unescaped(quoted.substring(1, quoted.length() - 1), quoted.charAt(0));
    }

    private static String unescaped(String text, char quote) {
        StringBuilder content = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean more = i + 1 < text.length();
            if (c == quote && more) {
                i++;
                content.append(c);
            } else if (c == '\\' && more) {
                char escaped = text.charAt(++i);
                int known = ESCAPES.indexOf(escaped);
                // Those two keep their backslash, for patterns have a use for it.
                content.append(escaped == '%' || escaped == '_' ? "\\" : "");
                content.append(known < 0 ? escaped : MEANT.charAt(known));
            } else {
                content.append(c);
            }
        }
        return content.toString();
    }

    /** A string as SQL has to hold it. */
    public static String quoted(String content) {
        return "'" + content.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /**
     * Tokens as text: blanks made one, and strings in single quotes.
     *
     * @throws NotUnderstood if one of them is not wholly known
     */
    public static String text(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens) {
            if (token.kind() == Kind.PLACEHOLDER || token.isGarbled()) {
                throw new NotUnderstood("'" + token.shown() + "' is not understood there");
            }
            if (token.spaced() && text.length() > 0) {
                text.append(' ');
            }
            boolean twice = token.kind() == Kind.STRING && token.text().startsWith("\"");
            text.append(twice ? quoted(content(token)) : token.text());
        }
        return text.toString();
    }
}
