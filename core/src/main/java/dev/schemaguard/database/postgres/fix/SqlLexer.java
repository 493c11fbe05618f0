package dev.schemaguard.database.postgres.fix;

import dev.schemaguard.database.postgres.dialect.PostgresDialect;
import dev.schemaguard.database.postgres.fix.SqlToken.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes SQL apart by PostgreSQL's lexical rules (manual, 4.1), and refuses whatever some reader could take for more than a part of
 * one statement: the end of a statement, a comment, a bracket without its other half; a backslash, with which a command of psql
 * begins anywhere in a line; a colon before a name, which psql replaces by a variable; braces, which JDBC replaces; parameters.
 * Where rules are many, as for Unicode escapes, it refuses rather than follows them.
 */
final class SqlLexer {

    private static final String OPERATORS = "+-*/<>=~!@#%^&|`?";
    private static final Pattern NUMBER = Pattern.compile("(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

    private final String text;
    private final List<SqlToken> tokens = new ArrayList<>();
    private final Deque<Character> open = new ArrayDeque<>();
    private int at;
    private boolean spaced;

    private SqlLexer(String text) {
        this.text = text;
    }

    /**
     * The tokens of a part of one statement.
     *
     * @throws Refusal if it may be more than that, or less
     */
    static List<SqlToken> read(String text) throws Refusal {
        return new SqlLexer(text).read();
    }

    /** Whether the text is a part of one statement and nothing else. */
    public static boolean isOneStatement(String text) {
        try {
            return !read(text).isEmpty();
        } catch (Refusal e) {
            return false;
        }
    }

    private List<SqlToken> read() throws Refusal {
        if (text.indexOf('\0') >= 0) {
            throw new Refusal("it holds a character of code zero");
        }
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c >= '\t' && c <= '\r') {
                spaced = true;
                at++;
            } else {
                one(c);
            }
        }
        if (!open.isEmpty()) {
            throw new Refusal("a bracket in it is not closed");
        }
        return tokens;
    }

    private void one(char c) throws Refusal {
        if (c == '\'' || "eEbBxXnN".indexOf(c) >= 0 && text.startsWith("'", at + 1)) {
            string();
        } else if (c == '"') {
            int end = SqlString.quoted(text, at);
            String name = text.substring(at, end);
            at = end;
            add(Kind.QUOTED_NAME, name);
        } else if ("uU".indexOf(c) >= 0 && (text.startsWith("&'", at + 1) || text.startsWith("&\"", at + 1))) {
            throw new Refusal("it holds Unicode escapes");
        } else if (c >= '0' && c <= '9' || c == '.' && digitAt(at + 1)) {
            number();
        } else if (OPERATORS.indexOf(c) >= 0) {
            operator();
        } else if (c == '$') {
            string();
        } else if (isWordStart(at)) {
            word();
        } else {
            mark(c);
        }
    }

    private void string() throws Refusal {
        if (!tokens.isEmpty() && tokens.get(tokens.size() - 1).kind() == Kind.STRING) {
            throw new Refusal("two strings stand side by side in it");
        }
        SqlString string = SqlString.at(text, at);
        at = string.end();
        add(Kind.STRING, string.written());
    }

    private void number() throws Refusal {
        String number = matched(NUMBER, "a number in it is none").group();
        if (isWordStart(at) || text.startsWith("$", at)) {
            throw new Refusal("a number in it runs into a word");
        }
        add(Kind.NUMBER, number);
    }

    private void operator() throws Refusal {
        int end = at;
        while (end < text.length() && OPERATORS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        String operator = text.substring(at, end);
        if (operator.contains("--") || operator.contains("/*")) {
            throw new Refusal("it holds a comment");
        }
        at = end;
        add(Kind.OPERATOR, operator);
    }

    /** PostgreSQL folds ASCII letters only, so that a name with others is best written in quotes. */
    private void word() {
        int start = at;
        boolean ascii = true;
        while (isWordStart(at) || digitAt(at) || at < text.length() && text.charAt(at) == '$') {
            ascii &= text.charAt(at) < 0x80;
            at++;
        }
        String word = text.substring(start, at);
        add(
                ascii ? Kind.WORD : Kind.QUOTED_NAME,
                ascii ? word : "\"" + PostgresDialect.INSTANCE.identifier(word) + "\"");
    }

    private boolean isWordStart(int index) {
        if (index >= text.length()) {
            return false;
        }
        char c = text.charAt(index);
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80;
    }

    private void mark(char c) throws Refusal {
        switch (c) {
            case '(', '[' -> {
                open.push(c == '(' ? ')' : ']');
                take(1);
            }
            case ')', ']' -> {
                if (open.isEmpty() || open.pop() != c) {
                    throw new Refusal("a bracket in it closes nothing");
                }
                take(1);
            }
            case ',', '.' -> take(1);
            case ':' -> colon();
            case ';' -> throw new Refusal("a semicolon ends the statement");
            case '\\' -> throw new Refusal("a backslash begins a command of psql");
            default -> throw new Refusal("it holds the character " + String.format("U+%04X", (int) c));
        }
    }

    private void colon() throws Refusal {
        if (text.startsWith("::", at)) {
            take(2);
            return;
        }
        if (open.isEmpty() || open.peek() != ']') {
            throw new Refusal("a colon before a name is a variable of psql");
        }
        // The bounds of a slice: with blanks around it psql sees no variable.
        spaced = true;
        take(1);
        spaced = true;
    }

    private boolean digitAt(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private Matcher matched(Pattern pattern, String otherwise) throws Refusal {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw new Refusal(otherwise);
        }
        at = matcher.end();
        return matcher;
    }

    private void take(int length) {
        add(Kind.MARK, text.substring(at, at + length));
        at += length;
    }

    private void add(Kind kind, String written) {
        SqlToken token = new SqlToken(kind, written, spaced);
        boolean together = !tokens.isEmpty()
                && token.isWordLike()
                && tokens.get(tokens.size() - 1).isWordLike();
        tokens.add(together && !spaced ? new SqlToken(kind, written, true) : token);
        spaced = false;
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
