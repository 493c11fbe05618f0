package dev.schemaguard.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The smallest part of an expression.
 *
 * @param kind what it is
 * @param text keywords and names in their folded spelling, literals without their quotes
 */
record ExpressionToken(Kind kind, String text) {

    private static final String OPERATOR_CHARACTERS = "+-*/<>=~!@#%^&|`?";

    /** How many tokens {@code OPERATOR(schema.=)} is. */
    private static final int QUALIFIED_OPERATOR = 6;

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
     * Takes an expression apart.
     *
     * @param ownSchema the schema of the server's own operators; empty where there is none
     * @throws NotAnExpression if a literal or quoted name does not end
     */
    static List<ExpressionToken> read(String text, String ownSchema) throws NotAnExpression {
        List<ExpressionToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            at = Character.isWhitespace(text.charAt(at)) ? at + 1 : readOne(text, at, tokens);
            unqualify(tokens, ownSchema);
        }
        tokens.add(new ExpressionToken(Kind.END, ""));
        return tokens;
    }

    /** A server prints {@code OPERATOR(schema.=)} where a search path has another operator of that name first. */
    private static void unqualify(List<ExpressionToken> tokens, String ownSchema) {
        int end = tokens.size();
        int start = end - QUALIFIED_OPERATOR;
        if (start >= 0
                && tokens.get(end - 1).is(")")
                && tokens.get(end - 2).kind() == Kind.OPERATOR
                && tokens.get(start).is("operator")
                && tokens.get(start + 1).is("(")
                && tokens.get(start + 2).is(ownSchema)
                && tokens.get(start + 3).is(".")) {
            ExpressionToken operator = tokens.get(end - 2);
            tokens.subList(start, end).clear();
            tokens.add(operator);
        }
    }

    private static int readOne(String text, int at, List<ExpressionToken> tokens) throws NotAnExpression {
        char c = text.charAt(at);
        boolean escapes = (c == 'E' || c == 'e') && text.startsWith("'", at + 1);
        boolean bits = (c == 'B' || c == 'b') && text.startsWith("'", at + 1);
        if (bits) {
            return readString(text, at + 1, false, tokens);
        }
        if (c == '\'' || escapes) {
            return readString(text, c == '\'' ? at : at + 1, c != '\'', tokens);
        }
        if (c == '"') {
            return readQuoted(text, at, '"', Kind.QUOTED_NAME, tokens);
        }
        boolean fraction = c == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
        if (Character.isDigit(c) || fraction) {
            return readNumber(text, at, tokens);
        }
        if (Character.isLetter(c) || c == '_') {
            int end = at + 1;
            while (end < text.length() && isNamePart(text.charAt(end))) {
                end++;
            }
            tokens.add(new ExpressionToken(Kind.WORD, text.substring(at, end).toLowerCase(Locale.ROOT)));
            return end;
        }
        if (c == ':' && text.startsWith("::", at)) {
            tokens.add(new ExpressionToken(Kind.OPERATOR, "::"));
            return at + 2;
        }
        if (OPERATOR_CHARACTERS.indexOf(c) >= 0) {
            return readOperator(text, at, tokens);
        }
        tokens.add(new ExpressionToken(Kind.PUNCTUATION, String.valueOf(c)));
        return at + 1;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    private static int readString(String text, int at, boolean escapes, List<ExpressionToken> tokens)
            throws NotAnExpression {
        return escapes ? readEscaped(text, at, tokens) : readQuoted(text, at, '\'', Kind.STRING, tokens);
    }

    /** A literal with escapes, of which those by number are left alone (manual, 4.1.2.2). */
    private static int readEscaped(String text, int at, List<ExpressionToken> tokens) throws NotAnExpression {
        StringBuilder content = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean doubled = c == '\'' && text.startsWith("'", i + 1);
            if (c == '\\' && i + 1 < text.length()) {
                content.append(escaped(text.charAt(++i)));
            } else if (c == '\'' && !doubled) {
                tokens.add(new ExpressionToken(Kind.STRING, content.toString()));
                return i + 1;
            } else {
                content.append(c);
                i += doubled ? 1 : 0;
            }
        }
        throw new NotAnExpression("no closing '");
    }

    private static char escaped(char c) throws NotAnExpression {
        if (Character.isDigit(c) || "xuU".indexOf(c) >= 0) {
            throw new NotAnExpression("a literal with a character by its number");
        }
        int plain = "bfnrt".indexOf(c);
        return plain < 0 ? c : "\b\f\n\r\t".charAt(plain);
    }

    private static int readQuoted(String text, int at, char quote, Kind kind, List<ExpressionToken> tokens)
            throws NotAnExpression {
        StringBuilder content = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != quote) {
                content.append(c);
            } else if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
                content.append(c);
                i++;
            } else {
                tokens.add(new ExpressionToken(kind, content.toString()));
                return i + 1;
            }
        }
        throw new NotAnExpression("no closing " + quote);
    }

    private static int readNumber(String text, int at, List<ExpressionToken> tokens) {
        Matcher number = Patterns.NUMBER.matcher(text).region(at, text.length());
        int end = number.lookingAt() ? number.end() : at + 1;
        tokens.add(new ExpressionToken(Kind.NUMBER, text.substring(at, end).toLowerCase(Locale.ROOT)));
        return end;
    }

    private static int readOperator(String text, int at, List<ExpressionToken> tokens) {
        int end = at;
        while (end < text.length() && OPERATOR_CHARACTERS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        // A trailing sign belongs to what follows, as in "a=-1", unless the operator has one of the characters that the
        // manual names for it (4.1.3).
        while (end - at > 1
                && "+-".indexOf(text.charAt(end - 1)) >= 0
                && !Patterns.MAY_END_IN_SIGN
                        .matcher(text.substring(at, end - 1))
                        .find()) {
            end--;
        }
        tokens.add(new ExpressionToken(Kind.OPERATOR, text.substring(at, end)));
        return end;
    }

    /** In a class of their own, so that an expression without numbers and signs compiles none at boot. */
    private static final class Patterns {

        static final Pattern NUMBER = Pattern.compile("[0-9]*\\.?[0-9]*(?:[eE][+-]?[0-9]+)?");
        static final Pattern MAY_END_IN_SIGN = Pattern.compile("[~!@#%^&|`?]");
    }

    /** The text is not an expression that can be taken apart. */
    static final class NotAnExpression extends Exception {

        private static final long serialVersionUID = 1L;

        NotAnExpression(String reason) {
            super(reason);
        }
    }
}
