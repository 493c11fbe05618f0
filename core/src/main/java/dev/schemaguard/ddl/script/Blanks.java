package dev.schemaguard.ddl.script;

/** Skips blanks and comments, and knows what was skipped last. */
final class Blanks {

    /** The longest marker of a comment that the server runs, as {@code M!100100}. */
    private static final int LONGEST_MARKER = 12;

    private final CharStream in;
    private LexicalRules rules;
    private boolean running;
    private boolean any;
    private boolean newLine;

    Blanks(CharStream in, LexicalRules rules) {
        this.in = in;
        this.rules = rules;
    }

    void rules(LexicalRules newRules) {
        rules = newRules;
    }

    /** Whether there were any. */
    boolean any() {
        return any;
    }

    /** Whether a line ended in them. */
    boolean hadNewLine() {
        return newLine;
    }

    /** Whether a line, or the script, ends with the character. */
    static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r' || c == CharStream.END;
    }

    /** Skips them; nothing where none stand here. */
    void skip() {
        any = false;
        newLine = false;
        while (true) {
            int c = in.peek(0);
            if (isBlank(c)) {
                newLine |= c == '\n' || c == '\r';
                in.read();
            } else if (beginsLineComment(c)) {
                while (!isLineEnd(in.peek(0))) {
                    in.read();
                }
            } else if (c == '/' && in.peek(1) == '*') {
                skipBlockComment();
            } else if (running && c == '*' && in.peek(1) == '/') {
                skip(2);
                running = false;
            } else {
                return;
            }
            any = true;
        }
    }

    private static boolean isBlank(int c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || c == '\uFEFF';
    }

    private boolean beginsLineComment(int c) {
        if (c == '#') {
            return rules.hasHashComments();
        }
        boolean dashes = c == '-' && in.peek(1) == '-';
        return dashes && (!rules.hasHashComments() || isBlank(in.peek(2)) || in.peek(2) == CharStream.END);
    }

    /** What stands behind the beginning of a comment, up to the last digit; empty where it is no marker. */
    private String marker() {
        StringBuilder marker = new StringBuilder();
        int at = 2;
        while (marker.length() < LONGEST_MARKER
                && (in.peek(at) == '!' || in.peek(at) == 'M' && at == 2 || Character.isDigit(in.peek(at)))) {
            marker.append((char) in.peek(at++));
        }
        return marker.indexOf("!") < 0 ? "" : marker.toString();
    }

    private void skip(int count) {
        for (int i = 0; i < count; i++) {
            in.read();
        }
    }

    private void skipBlockComment() {
        String marker = marker();
        if (!marker.isEmpty() && !running && rules.runsComment(marker)) {
            // Its text is part of the script.
            skip(2 + marker.length());
            running = true;
            return;
        }
        int line = in.line();
        int depth = 0;
        do {
            int c = in.read();
            if (c == CharStream.END) {
                throw Lexer.unterminated(in, line, "comment", "*/");
            } else if (c == '/' && in.peek(0) == '*' && (depth == 0 || rules.nestsComments())) {
                in.read();
                depth++;
            } else if (c == '*' && in.peek(0) == '/') {
                in.read();
                depth--;
            }
        } while (depth > 0);
    }
}
