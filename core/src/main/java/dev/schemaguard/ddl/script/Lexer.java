package dev.schemaguard.ddl.script;

import dev.schemaguard.ddl.script.Token.Kind;
import dev.schemaguard.input.SchemaSourceException;

/**
 * Cuts a script into tokens by the lexical rules of a kind of database, in one pass and in constant memory: of a token
 * only as many characters are kept as the caller has room for.
 */
final class Lexer implements AutoCloseable {

    private final CharStream in;
    private final Blanks blanks;
    private final QuotedText quoted;
    private final KeptText kept = new KeptText();
    private final Delimiter delimiter;
    private final Symbols symbols;
    private LexicalRules rules;
    private boolean afterString;
    private long tokenStart;

    Lexer(CharStream in, LexicalRules rules) {
        this.in = in;
        this.rules = rules;
        this.blanks = new Blanks(in, rules);
        this.quoted = new QuotedText(in, kept, rules);
        this.delimiter = new Delimiter(in);
        this.symbols = new Symbols(in, kept);
    }

    /** Goes on by other rules. */
    void rules(LexicalRules newRules) {
        rules = newRules;
        blanks.rules(newRules);
        quoted.rules(newRules);
    }

    /** Whether a semicolon ends statements. */
    boolean endsAtSemicolon() {
        return !delimiter.isSet();
    }

    /** The offset at which the last token began, behind blanks and comments. */
    long tokenStart() {
        return tokenStart;
    }

    /** The offset behind the last token. */
    long offset() {
        return in.offset();
    }

    /** The characters below. */
    CharStream stream() {
        return in;
    }

    /**
     * The next token.
     *
     * @param room how many characters of it to keep
     */
    Token next(int room) {
        blanks.skip();
        tokenStart = in.offset();
        int line = in.line();
        kept.begin(room);
        if (rules.hasDelimiterCommand() && delimiter.ends(blanks)) {
            return new Token(Kind.DELIMITER, "", line, blanks.any());
        }
        boolean near = blanks.hadNewLine() || (rules.joinsStringsOnOneLine() && blanks.any());
        boolean continued = afterString && near && in.peek(0) == '\'';
        Kind kind = continued ? quoted.continued(line) : scan(line);
        afterString = kind == Kind.STRING && quoted.mayContinue();
        return new Token(kind, kept.text(), line, blanks.any());
    }

    /** Whether the string given last goes on with the one before it ({@code 'a'} and, on a later line, {@code 'b'}). */
    boolean isContinuation() {
        return quoted.wasContinued();
    }

    /**
     * Skips up to the semicolon that ends a statement, or to something that a caller has to look at. Nothing is kept.
     */
    void skipStatement() {
        kept.begin(0);
        boolean afterQuote = false;
        while (true) {
            blanks.skip();
            int c = in.peek(0);
            if (isEnd(c)) {
                return;
            }
            if (afterQuote && blanks.hadNewLine() && c == '\'') {
                quoted.continued(in.line());
            } else if (quoted.begins()) {
                afterQuote = quoted.scan(in.line()) == Kind.STRING && quoted.mayContinue();
            } else if (isNameStart(c)) {
                word();
                afterQuote = false;
            } else {
                in.read();
                afterQuote = false;
            }
        }
    }

    /** Whether a statement that is skipped ends here, or a caller has to look what stands here. */
    private boolean isEnd(int c) {
        boolean mark = delimiter.isSet() ? delimiter.isHere() : c == ';';
        return mark || c == '\\' || c == CharStream.END;
    }

    /** Skips the rest of the line and the data lines of a COPY, up to and with the line {@code \.} */
    void skipCopyData() {
        while (true) {
            skipLine();
            if (in.peek(0) == CharStream.END) {
                return;
            }
            if (in.peek(0) == '\\' && in.peek(1) == '.' && Blanks.isLineEnd(in.peek(2))) {
                skipLine();
                return;
            }
        }
    }

    private void skipLine() {
        int c = in.read();
        while (c != '\n' && c != CharStream.END) {
            c = in.read();
        }
    }

    private Kind scan(int line) {
        int c = in.peek(0);
        if (c == CharStream.END) {
            return Kind.END;
        }
        if (quoted.begins()) {
            return quoted.scan(line);
        }
        if (isNameStart(c)) {
            return word();
        }
        if (isDigit(c) || (c == '.' && isDigit(in.peek(1)))) {
            return number();
        }
        if (c == '$') {
            return dollar();
        }
        if (c == '{' && in.peek(1) == '{') {
            return placeholder("}}");
        }
        if (c == '\\') {
            while (!Blanks.isLineEnd(in.peek(0))) {
                kept.take(in);
            }
            return Kind.META_COMMAND;
        }
        return symbols.scan(rules.operators());
    }

    private Kind word() {
        kept.take(in);
        while (isNamePart(in.peek(0)) && !delimiter.isHere()) {
            kept.take(in);
        }
        return Kind.WORD;
    }

    private Kind number() {
        while (isNamePart(in.peek(0)) || (in.peek(0) == '.' && in.peek(1) != '.')) {
            int c = kept.take(in);
            boolean sign = in.peek(0) == '-' || in.peek(0) == '+';
            if ((c == 'e' || c == 'E') && sign && isDigit(in.peek(1))) {
                kept.take(in);
            }
        }
        return rules.namesBeginWithDigits() && isNameWithDigit(kept.text()) ? Kind.WORD : Kind.NUMBER;
    }

    /** Whether what begins with a digit is no number: neither one with an exponent nor one of digits with another base. */
    private static boolean isNameWithDigit(String text) {
        boolean based = text.startsWith("0x") || text.startsWith("0b");
        boolean number = text.indexOf('.') >= 0 || text.chars().allMatch(Lexer::isDigit);
        return !based && !number && !text.matches("[0-9]+[eE][-+]?[0-9]+");
    }

    private Kind dollar() {
        if (in.peek(1) == '{') {
            return placeholder("}");
        }
        kept.take(in);
        if (!isDigit(in.peek(0))) {
            return Kind.SYMBOL;
        }
        while (isDigit(in.peek(0))) {
            kept.take(in);
        }
        return Kind.PARAMETER;
    }

    /** A placeholder ends on its line; what does not is a lone brace. */
    private Kind placeholder(String end) {
        kept.take(in);
        kept.take(in);
        while (!Blanks.isLineEnd(in.peek(0))) {
            int c = kept.take(in);
            if (c == '}' && (end.length() == 1 || in.peek(0) == '}')) {
                if (end.length() == 2) {
                    kept.take(in);
                }
                return Kind.PLACEHOLDER;
            }
        }
        return Kind.PLACEHOLDER;
    }

    static boolean isNameStart(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= 0x80 && c != '\uFEFF');
    }

    static boolean isNamePart(int c) {
        return isNameStart(c) || isDigit(c) || c == '$';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static SchemaSourceException unterminated(CharStream in, int line, String what, String end) {
        return new SchemaSourceException(
                in.at(line),
                "the " + what + " that begins here does not end",
                "close it with " + end + " or correct the script before that line");
    }

    @Override
    public void close() {
        in.close();
    }
}
