package dev.schemaguard.source.prisma.language;

import dev.schemaguard.input.Excerpt;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Origin;
import dev.schemaguard.source.prisma.language.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Takes a text apart into words. Comments are none; where a line ends is one, for a field ends with its line. */
final class Tokens {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int HEXADECIMAL = 16;
    private static final int UNICODE_DIGITS = 4;

    private final String location;
    private final String text;
    private final List<Token> found = new ArrayList<>();
    private int at;
    private int line = 1;

    private Tokens(String location, String text) {
        this.location = location;
        this.text = text;
    }

    static List<Token> of(String location, String text) {
        Tokens tokens = new Tokens(location, text);
        tokens.read();
        return tokens.found;
    }

    private void read() {
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            at++;
        }
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                add(Kind.NEW_LINE, "\n", 1);
                line++;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                comment();
            } else if (c == '"') {
                quoted();
            } else if (Character.isDigit(c) || c == '-') {
                number();
            } else if (Character.isLetter(c) || c == '_') {
                add(Kind.NAME, text.substring(at, endOfName()), endOfName() - at);
            } else if (text.startsWith("@@", at)) {
                add(Kind.SYMBOL, "@@", 2);
            } else if ("{}()[],:=?@.!".indexOf(c) >= 0) {
                add(Kind.SYMBOL, String.valueOf(c), 1);
            } else {
                int codePoint = text.codePointAt(at);
                throw broken("'" + Excerpt.of(Character.toString(codePoint)) + "' means nothing in a Prisma schema");
            }
        }
        found.add(new Token(Kind.END, "", line));
    }

    private void add(Kind kind, String word, int length) {
        found.add(new Token(kind, word, line));
        at += length;
    }

    private int endOfName() {
        int end = at;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end))
                        || text.charAt(end) == '_'
                        || text.charAt(end) == '-')) {
            end++;
        }
        return end;
    }

    private void number() {
        int end = at + 1;
        while (end < text.length()
                && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.' || isExponent(end))) {
            end++;
        }
        add(Kind.NUMBER, text.substring(at, end), end - at);
    }

    private boolean isExponent(int place) {
        char c = text.charAt(place);
        return c == 'e' || c == 'E' || (c == '-' || c == '+') && "eE".indexOf(text.charAt(place - 1)) >= 0;
    }

    private void comment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            throw broken("a comment that begins with /* has no end");
        }
        for (; at < end; at++) {
            line += text.charAt(at) == '\n' ? 1 : 0;
        }
        at += 2;
    }

    /** A text, in which what a backslash means is what it means in JSON. */
    private void quoted() {
        StringBuilder meant = new StringBuilder();
        int next = at + 1;
        while (next < text.length() && text.charAt(next) != '"' && text.charAt(next) != '\n') {
            char c = text.charAt(next);
            if (c != '\\') {
                meant.append(c);
                next++;
            } else {
                next = escaped(next + 1, meant);
            }
        }
        if (next >= text.length() || text.charAt(next) == '\n') {
            throw broken("a text has no end on its line");
        }
        add(Kind.TEXT, meant.toString(), next + 1 - at);
    }

    private int escaped(int place, StringBuilder meant) {
        char c = place < text.length() ? text.charAt(place) : '\n';
        switch (c) {
            case '"', '\\', '/' -> meant.append(c);
            case 'n' -> meant.append('\n');
            case 'r' -> meant.append('\r');
            case 't' -> meant.append('\t');
            case 'b' -> meant.append('\b');
            case 'f' -> meant.append('\f');
            case 'u' -> {
                meant.append(unicode(place + 1));
                return place + 1 + UNICODE_DIGITS;
            }
            default -> throw broken("a backslash in a text stands before what it may not stand before");
        }
        return place + 1;
    }

    private char unicode(int place) {
        int end = place + UNICODE_DIGITS;
        int value = 0;
        for (int i = place; i < end; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), HEXADECIMAL) : -1;
            if (digit < 0) {
                throw broken("\\u in a text is followed by no four hexadecimal digits");
            }
            value = value * HEXADECIMAL + digit;
        }
        if (value == 0) {
            throw broken("a text holds a NUL character, which no database stores");
        }
        return (char) value;
    }

    private SchemaSourceException broken(String reason) {
        return new SchemaSourceException(
                Origin.of(location, line), reason, "correct the schema, 'prisma validate' says more");
    }
}
