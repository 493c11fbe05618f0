package dev.schemaguard.ddl.script;

/** Skips blanks and comments, and knows what was skipped last. */
final class Blanks {

    private final CharStream in;
    private boolean any;
    private boolean newLine;

    Blanks(CharStream in) {
        this.in = in;
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
            } else if (c == '-' && in.peek(1) == '-') {
                while (!isLineEnd(in.peek(0))) {
                    in.read();
                }
            } else if (c == '/' && in.peek(1) == '*') {
                skipBlockComment();
            } else {
                return;
            }
            any = true;
        }
    }

    private static boolean isBlank(int c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || c == '\uFEFF';
    }

    private void skipBlockComment() {
        int line = in.line();
        int depth = 0;
        do {
            int c = in.read();
            if (c == CharStream.END) {
                throw Lexer.unterminated(in, line, "comment", "*/");
            } else if (c == '/' && in.peek(0) == '*') {
                in.read();
                depth++;
            } else if (c == '*' && in.peek(0) == '/') {
                in.read();
                depth--;
            }
        } while (depth > 0);
    }
}
