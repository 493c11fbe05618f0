package dev.schemaguard.database.mysql.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as MySQL and MariaDB cut it into tokens (MySQL manual, 9.1 and 9.7), whatever the session's settings: what means one thing or
 * another by {@code ANSI_QUOTES} or {@code NO_BACKSLASH_ESCAPES} is refused, and so is whatever ends a statement, is a comment, or
 * a variable.
 */
final class SqlTokens {

    private static final Pattern NUMBER =
            Pattern.compile("0x[0-9A-Fa-f]+|(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");
    private static final Pattern HEX_OR_BITS = Pattern.compile("[xX]'(?:[0-9A-Fa-f]{2})*'|[bB]'[01]*'");
    private static final Pattern NAME = Pattern.compile("`(?:[^`\\x00]|``)+`");
    private static final Pattern OPERATOR = Pattern.compile("<=>|->>|->|<<|>>|<=|>=|<>|!=|\\|\\||&&|[-+*/%=<>!&|^~]");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int depth;
    private int at;
    private boolean spaced;

    private SqlTokens(String text) {
        this.text = text;
    }

    /** All of a text. */
    static List<Token> of(String text) throws Refusal {
        SqlTokens tokens = new SqlTokens(text);
        tokens.read();
        return tokens.tokens;
    }

    static boolean isOneStatement(String sql) {
        try {
            return !of(sql).isEmpty();
        } catch (Refusal e) {
            return false;
        }
    }

    private void read() throws Refusal {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c >= '\t' && c <= '\r') {
                spaced = true;
                at++;
            } else {
                one(c);
            }
        }
        if (depth != 0) {
            throw new Refusal("a bracket in it is not closed");
        }
    }

    private void one(char c) throws Refusal {
        if (c == '\'') {
            string();
        } else if (c == '`') {
            take(Kind.QUOTED_NAME, NAME, "a name in it is not closed");
        } else if ("xXbB".indexOf(c) >= 0 && text.startsWith("'", at + 1)) {
            take(Kind.NUMBER, HEX_OR_BITS, "a number in it is none");
        } else if (isDigit(c) || c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1))) {
            take(Kind.NUMBER, NUMBER, "a number in it is none");
            if (at < text.length() && isWord(text.charAt(at))) {
                throw new Refusal("a number in it runs into a word");
            }
        } else if (isWord(c)) {
            int start = at;
            while (at < text.length() && isWord(text.charAt(at))) {
                at++;
            }
            add(Kind.WORD, text.substring(start, at));
        } else {
            mark(c);
        }
    }

    /** Ends at the same quote whether a backslash escapes or not, or is refused. */
    private void string() throws Refusal {
        int start = at++;
        int backslashes = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\0') {
                throw new Refusal("it holds a character of code zero");
            }
            if (c != '\'') {
                backslashes = c == '\\' ? backslashes + 1 : 0;
            } else if (backslashes % 2 == 1) {
                throw new Refusal("whether a string in it ends hangs on the session's sql_mode");
            } else if (at < text.length() && text.charAt(at) == '\'') {
                at++;
                backslashes = 0;
            } else {
                add(Kind.STRING, text.substring(start, at));
                return;
            }
        }
        throw new Refusal("a string in it is not closed");
    }

    private void mark(char c) throws Refusal {
        switch (c) {
            case '(' -> bracket(1);
            case ')' -> bracket(-1);
            case ',', '.' -> add(Kind.MARK, text.substring(at, ++at));
            case ';' -> throw new Refusal("a semicolon ends the statement");
            case '#' -> throw new Refusal("it holds a comment");
            case '"' ->
                throw new Refusal("whether double quotes hold a text or a name hangs on the session's sql_mode");
            case '@' -> throw new Refusal("it holds a variable");
            case '\\' -> throw new Refusal("a backslash begins a command of the client");
            default -> operator(c);
        }
    }

    private void bracket(int step) throws Refusal {
        depth += step;
        if (depth < 0) {
            throw new Refusal("a bracket in it closes nothing");
        }
        add(Kind.MARK, text.substring(at, ++at));
    }

    private void operator(char c) throws Refusal {
        if (text.startsWith("--", at) || text.startsWith("/*", at) || text.startsWith("*/", at)) {
            throw new Refusal("it holds a comment");
        }
        take(Kind.OPERATOR, OPERATOR, "it holds the character " + String.format("U+%04X", (int) c));
    }

    private void take(Kind kind, Pattern pattern, String otherwise) throws Refusal {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw new Refusal(otherwise);
        }
        at = matcher.end();
        add(kind, matcher.group());
    }

    private void add(Kind kind, String written) {
        tokens.add(new Token(kind, written, spaced));
        spaced = false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '_' || c == '$' || c >= 0x80;
    }

    enum Kind {
        /** A keyword or a name without quotes. */
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        OPERATOR,
        /** Brackets and separators. */
        MARK
    }

    /**
     * The smallest part of SQL.
     *
     * @param kind what it is
     * @param text as it is written
     * @param spaced whether a blank stands before it
     */
    record Token(Kind kind, String text, boolean spaced) {

        /** Whether this is the keyword, operator or mark. */
        boolean is(String expected) {
            return kind == Kind.WORD
                    ? text.equalsIgnoreCase(expected)
                    : (kind == Kind.OPERATOR || kind == Kind.MARK) && text.equals(expected);
        }
    }

    /** Why a text is not a part of one statement. */
    static final class Refusal extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;

        Refusal(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }
}
