package dev.schemaguard.ddl.script;

import dev.schemaguard.ddl.script.Token.Kind;

/** Scans what stands in quotes: strings of every kind, dollar quotes, and names. */
final class QuotedText {

    private static final int LONGEST_TAG = 1024;

    private final CharStream in;
    private final KeptText kept;
    private LexicalRules rules;
    private boolean escaping;
    private boolean mayContinue;
    private boolean continued;

    QuotedText(CharStream in, KeptText kept, LexicalRules rules) {
        this.in = in;
        this.kept = kept;
        this.rules = rules;
    }

    void rules(LexicalRules newRules) {
        rules = newRules;
    }

    /** Whether the last string may go on on a later line. */
    boolean mayContinue() {
        return mayContinue;
    }

    /** Whether the last string was the continuation of one before. */
    boolean wasContinued() {
        return continued;
    }

    /** Whether something in quotes begins here. */
    boolean begins() {
        return switch (in.peek(0)) {
            case '\'', '"' -> true;
            case '`' -> rules.hasBackticks();
            case '$' -> rules.hasDollarQuotes() && tagLength() > 0;
            case 'n', 'N', 'b', 'B', 'x', 'X' -> in.peek(1) == '\'';
            case 'e', 'E' -> rules.hasDollarQuotes() && in.peek(1) == '\'';
            case 'u', 'U' -> rules.hasDollarQuotes() && in.peek(1) == '&' && (in.peek(2) == '\'' || in.peek(2) == '"');
            default -> false;
        };
    }

    /** Scans it. */
    Kind scan(int line) {
        continued = false;
        if (in.peek(0) == '$') {
            mayContinue = false;
            dollarQuoted(line);
            return Kind.STRING;
        }
        int prefix = in.peek(0);
        while (in.peek(0) != '\'' && in.peek(0) != '"' && in.peek(0) != '`') {
            kept.take(in);
        }
        boolean plain = prefix == '\'' || prefix == '"' || prefix == 'n' || prefix == 'N';
        escaping = prefix == 'e' || prefix == 'E' || (rules.backslashEscapes() && plain);
        boolean name = in.peek(0) == '`' || (in.peek(0) == '"' && !rules.quotesStringsTwice());
        upToQuote(line, name);
        mayContinue = !name;
        return name ? Kind.QUOTED_NAME : Kind.STRING;
    }

    /** Scans the next part of a string that goes on; it escapes like its beginning. */
    Kind continued(int line) {
        continued = true;
        upToQuote(line, false);
        return Kind.STRING;
    }

    private void upToQuote(int line, boolean name) {
        int quote = kept.take(in);
        while (true) {
            int c = kept.take(in);
            if (c == CharStream.END) {
                throw Lexer.unterminated(in, line, name ? "quoted name" : "string", String.valueOf((char) quote));
            } else if (c == '\\' && escaping && !name) {
                kept.take(in);
            } else if (c == quote) {
                if (in.peek(0) != quote) {
                    return;
                }
                kept.take(in);
            }
        }
    }

    /** The length of {@code $tag$} here, or 0 where none stands here. */
    private int tagLength() {
        if (in.peek(1) == '$') {
            return 2;
        }
        if (!Lexer.isNameStart(in.peek(1))) {
            return 0;
        }
        int length = 2;
        while (length < LONGEST_TAG && Lexer.isNamePart(in.peek(length)) && in.peek(length) != '$') {
            length++;
        }
        return in.peek(length) == '$' ? length + 1 : 0;
    }

    private void dollarQuoted(int line) {
        int[] tag = new int[tagLength()];
        for (int i = 0; i < tag.length; i++) {
            tag[i] = kept.take(in);
        }
        while (!closes(tag)) {
            if (kept.take(in) == CharStream.END) {
                StringBuilder end = new StringBuilder();
                for (int c : tag) {
                    end.append((char) c);
                }
                throw Lexer.unterminated(in, line, "dollar-quoted string", end.toString());
            }
        }
        for (int i = 0; i < tag.length; i++) {
            kept.take(in);
        }
    }

    private boolean closes(int[] tag) {
        for (int i = 0; i < tag.length; i++) {
            if (in.peek(i) != tag[i]) {
                return false;
            }
        }
        return true;
    }
}
