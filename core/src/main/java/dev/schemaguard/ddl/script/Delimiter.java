package dev.schemaguard.ddl.script;

/**
 * What ends a statement where the client can be told so: {@code DELIMITER //} on a line of its own, up to the next such command,
 * and {@code \G} (MySQL manual, 4.5.1.2).
 */
final class Delimiter {

    private static final String COMMAND = "delimiter";

    private final CharStream in;
    private String text = "";
    private boolean lineStart = true;

    Delimiter(CharStream in) {
        this.in = in;
    }

    /** Whether it is something else than a semicolon. */
    boolean isSet() {
        return !text.isEmpty();
    }

    /** Whether it is set and stands here. */
    boolean isHere() {
        if (text.isEmpty()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (in.peek(i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Consumes what ends a statement here: the delimiter, a command that sets another one, or one that sends. */
    boolean ends(Blanks before) {
        boolean atLineStart = lineStart || before.hadNewLine();
        lineStart = false;
        if (isHere()) {
            skip(text.length());
            return true;
        }
        if (in.peek(0) == '\\' && (in.peek(1) == 'g' || in.peek(1) == 'G')) {
            skip(2);
            return true;
        }
        if (atLineStart && isCommand()) {
            set();
            return true;
        }
        return false;
    }

    private boolean isCommand() {
        for (int i = 0; i < COMMAND.length(); i++) {
            if (Character.toLowerCase(in.peek(i)) != COMMAND.charAt(i)) {
                return false;
            }
        }
        int at = COMMAND.length();
        while (in.peek(at) == ' ' || in.peek(at) == '\t') {
            at++;
        }
        // A column can be called so, and then its type follows.
        return at > COMMAND.length() && !Lexer.isNameStart(in.peek(at)) && !Blanks.isLineEnd(in.peek(at));
    }

    private void set() {
        skip(COMMAND.length());
        StringBuilder line = new StringBuilder();
        while (!Blanks.isLineEnd(in.peek(0))) {
            line.append((char) in.read());
        }
        String word = line.toString().strip().split("\\s", 2)[0];
        boolean quoted = word.length() > 2 && "'\"`".indexOf(word.charAt(0)) >= 0;
        String set = quoted ? word.substring(1, word.length() - 1) : word;
        text = set.equals(";") ? "" : set;
        lineStart = true;
    }

    private void skip(int count) {
        for (int i = 0; i < count; i++) {
            in.read();
        }
    }
}
