package dev.schemaguard.database.postgres.fix;

import dev.schemaguard.database.postgres.fix.SqlLexer.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A string constant of PostgreSQL (manual, 4.1.2).
 *
 * @param written the constant as it goes into SQL
 * @param end the place behind it in the text that it was read from
 */
record SqlString(String written, int end) {

    private static final Pattern BITS = Pattern.compile("[bB]'[01]*+'|[xX]'[0-9A-Fa-f]*+'");
    private static final Pattern TAG = Pattern.compile("\\$(?:[A-Za-z_][A-Za-z0-9_]*+)?\\$");

    /** A text as a constant that means the same whatever the session's settings are, as {@code quote_literal} writes it. */
    public static String of(String content) {
        String quoted = "'" + content.replace("'", "''") + "'";
        return content.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    /** The constant that begins here. A backslash in an ordinary one is a backslash, as {@code standard_conforming_strings} has it. */
    static SqlString at(String text, int at) throws Refusal {
        switch (text.charAt(at)) {
            case '\'' -> {
                int end = quoted(text, at);
                return new SqlString(of(text.substring(at + 1, end - 1).replace("''", "'")), end);
            }
            case 'e', 'E' -> {
                int end = escaped(text, at + 1);
                return new SqlString("E" + text.substring(at + 1, end), end);
            }
            case '$' -> {
                return dollarQuoted(text, at);
            }
            case 'n', 'N' -> throw new Refusal("it holds a string of national characters");
            default -> {
                Matcher bits = BITS.matcher(text).region(at, text.length());
                if (!bits.lookingAt()) {
                    throw new Refusal("a string of bits in it is none");
                }
                return new SqlString(bits.group(), bits.end());
            }
        }
    }

    /** The place behind what stands in quotes here; a quote in it is written twice. */
    static int quoted(String text, int at) throws Refusal {
        char quote = text.charAt(at);
        int end = text.indexOf(quote, at + 1);
        while (end >= 0 && end + 1 < text.length() && text.charAt(end + 1) == quote) {
            end = text.indexOf(quote, end + 2);
        }
        if (end < 0 || quote == '"' && end == at + 1) {
            throw new Refusal("a quote in it has no other half");
        }
        return end + 1;
    }

    /** The same with escapes. An escaped quote is one for some servers only ({@code backslash_quote}), and is refused. */
    private static int escaped(String text, int at) throws Refusal {
        int i = at + 1;
        while (i < text.length()) {
            boolean doubled = text.startsWith("''", i);
            if (text.charAt(i) == '\'' && !doubled) {
                return i + 1;
            }
            if (text.startsWith("\\'", i)) {
                throw new Refusal("a quote in it is escaped by a backslash");
            }
            i += doubled || text.charAt(i) == '\\' ? 2 : 1;
        }
        throw new Refusal("a quote in it has no other half");
    }

    private static SqlString dollarQuoted(String text, int at) throws Refusal {
        Matcher tag = TAG.matcher(text).region(at, text.length());
        int end = tag.lookingAt() ? text.indexOf(tag.group(), tag.end()) : -1;
        if (end < 0) {
            throw new Refusal("it holds a parameter, or a dollar quote that has no end");
        }
        return new SqlString(
                of(text.substring(tag.end(), end)), end + tag.group().length());
    }
}
