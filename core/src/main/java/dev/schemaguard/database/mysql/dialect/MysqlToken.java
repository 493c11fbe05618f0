package dev.schemaguard.database.mysql.dialect;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The smallest part of an expression (manual, 9.1 and 9.2).
 *
 * @param kind what it is
 * @param text words in lower case; names and literals as they are meant, without quotes and escapes
 */
record MysqlToken(Kind kind, String text) {

    private static final Pattern NUMBER = Pattern.compile("(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final Pattern HEX = Pattern.compile("0x([0-9a-fA-F]+)|[xX]'([0-9a-fA-F]*)'");
    private static final Pattern BITS = Pattern.compile("0b([01]+)|[bB]'([01]*)'");
    private static final Pattern INTRODUCER = Pattern.compile("_[a-z0-9]+\\s*(?=['\"]|0x|[xX]')|[nN](?=')");
    private static final Pattern OPERATOR = Pattern.compile("<=>|->>|->|<<|>>|<=|>=|<>|!=|&&|\\|\\||[-+*/%=<>!~^&|]");
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_PRINTABLE = 0x7e;

    enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        OPERATOR,
        PUNCTUATION,
        END
    }

    boolean is(String expected) {
        return kind != Kind.STRING && kind != Kind.QUOTED_NAME && text.equals(expected);
    }

    /**
     * Takes an expression apart. Which character set a literal is said to have is left out: the server prints that of the session
     * that wrote it.
     *
     * @throws NotAnExpression if it cannot be taken apart
     */
    static List<MysqlToken> read(String text) throws NotAnExpression {
        List<MysqlToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            at = Character.isWhitespace(text.charAt(at)) ? at + 1 : readOne(text, at, tokens);
        }
        tokens.add(new MysqlToken(Kind.END, ""));
        return tokens;
    }

    private static int readOne(String text, int at, List<MysqlToken> tokens) throws NotAnExpression {
        char c = text.charAt(at);
        Matcher part = INTRODUCER.matcher(text).region(at, text.length());
        if (part.lookingAt()) {
            return part.end();
        }
        if (c == '\'' || c == '"') {
            return readString(text, at, tokens);
        }
        if (c == '`') {
            return readName(text, at, tokens);
        }
        if (part.usePattern(HEX).lookingAt()) {
            tokens.add(hex(part.group(1) == null ? part.group(2) : part.group(1)));
            return part.end();
        }
        if (part.usePattern(BITS).lookingAt()) {
            String bits = part.group(1) == null ? part.group(2) : part.group(1);
            tokens.add(new MysqlToken(Kind.NUMBER, new BigInteger("0" + bits, 2).toString()));
            return part.end();
        }
        if (part.usePattern(NUMBER).lookingAt()) {
            tokens.add(new MysqlToken(Kind.NUMBER, part.group().toLowerCase(Locale.ROOT)));
            return part.end();
        }
        if (Character.isLetter(c) || c == '_') {
            int end = at + 1;
            while (end < text.length() && isNamePart(text.charAt(end))) {
                end++;
            }
            tokens.add(new MysqlToken(Kind.WORD, text.substring(at, end).toLowerCase(Locale.ROOT)));
            return end;
        }
        if (part.usePattern(OPERATOR).lookingAt()) {
            tokens.add(new MysqlToken(Kind.OPERATOR, part.group()));
            return part.end();
        }
        tokens.add(new MysqlToken(Kind.PUNCTUATION, String.valueOf(c)));
        return at + 1;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    /** A hexadecimal literal is a string of bytes (manual, 9.1.4), which one server prints so and the other as text. */
    private static MysqlToken hex(String digits) {
        String even = digits.length() % 2 == 0 ? digits : "0" + digits;
        StringBuilder characters = new StringBuilder();
        for (int i = 0; i < even.length(); i += 2) {
            int value = Integer.parseInt(even, i, i + 2, 16);
            if (value < FIRST_PRINTABLE || value > LAST_PRINTABLE) {
                return new MysqlToken(Kind.NUMBER, "0x" + even.toLowerCase(Locale.ROOT));
            }
            characters.append((char) value);
        }
        return new MysqlToken(Kind.STRING, characters.toString());
    }

    private static int readName(String text, int at, List<MysqlToken> tokens) throws NotAnExpression {
        StringBuilder name = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            boolean doubled = text.startsWith("``", i);
            if (text.charAt(i) == '`' && !doubled) {
                tokens.add(new MysqlToken(Kind.QUOTED_NAME, name.toString()));
                return i + 1;
            }
            name.append(text.charAt(i));
            i += doubled ? 1 : 0;
        }
        throw new NotAnExpression("no closing `");
    }

    /** A literal, with one that follows it at once (manual, 9.1.1). */
    private static int readString(String text, int at, List<MysqlToken> tokens) throws NotAnExpression {
        StringBuilder content = new StringBuilder();
        int end = MysqlLiteral.read(text, at, content);
        if (end < 0) {
            throw new NotAnExpression("no closing " + text.charAt(at));
        }
        int last = tokens.size() - 1;
        if (last >= 0 && tokens.get(last).kind() == Kind.STRING) {
            content.insert(0, tokens.remove(last).text());
        }
        tokens.add(new MysqlToken(Kind.STRING, content.toString()));
        return end;
    }

    /** The text is not an expression that can be taken apart. */
    static final class NotAnExpression extends Exception {

        private static final long serialVersionUID = 1L;

        NotAnExpression(String reason) {
            super(reason);
        }
    }
}
