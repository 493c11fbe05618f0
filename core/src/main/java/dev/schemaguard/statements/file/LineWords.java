package dev.schemaguard.statements.file;

import dev.schemaguard.input.Excerpt;
import dev.schemaguard.statements.file.UseParser.Misspelled;

/** The words of a line, one after the other. */
final class LineWords {

    private static final int UNICODE_DIGITS = 4;

    private final String line;
    private int at;

    LineWords(String line) {
        this.line = line;
    }

    /** The next word, which is not in quotes and may have a hyphen. */
    String word() throws Misspelled {
        skipBlanks();
        int start = at;
        while (at < line.length() && (isNamePart(line.codePointAt(at)) || line.charAt(at) == '-')) {
            at += Character.charCount(line.codePointAt(at));
        }
        if (at == start) {
            throw new Misspelled("a word is missing " + place());
        }
        return line.substring(start, at);
    }

    /** The next name, in quotes or not. */
    String name() throws Misspelled {
        skipBlanks();
        if (at < line.length() && line.charAt(at) == '"') {
            String name = quoted();
            if (name.isEmpty()) {
                throw new Misspelled("a name is empty " + place());
            }
            return name;
        }
        int start = at;
        while (at < line.length() && isNamePart(line.codePointAt(at))) {
            at += Character.charCount(line.codePointAt(at));
        }
        if (at == start) {
            throw new Misspelled("a name is missing " + place());
        }
        return line.substring(start, at);
    }

    /** A text in quotes. */
    String quoted() throws Misspelled {
        skipBlanks();
        expect('"');
        StringBuilder text = new StringBuilder();
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == '"') {
                return text.toString();
            }
            text.append(c == '\\' ? escaped() : c);
        }
        throw new Misspelled("a quote does not end");
    }

    private char escaped() throws Misspelled {
        char c = at < line.length() ? line.charAt(at++) : ' ';
        return switch (c) {
            case '"', '\\' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new Misspelled("an escape is not known " + place());
        };
    }

    private char unicode() throws Misspelled {
        int value = 0;
        for (int i = 0; i < UNICODE_DIGITS; i++) {
            int digit = at < line.length() ? Character.digit(line.charAt(at++), 16) : -1;
            if (digit < 0) {
                throw new Misspelled("an escape is not known " + place());
            }
            value = value * 16 + digit;
        }
        return (char) value;
    }

    boolean accept(char mark) {
        skipBlanks();
        boolean here = at < line.length() && line.charAt(at) == mark;
        at += here ? 1 : 0;
        return here;
    }

    void expect(char mark) throws Misspelled {
        if (!accept(mark)) {
            throw new Misspelled("'" + mark + "' is missing " + place());
        }
    }

    void end() throws Misspelled {
        skipBlanks();
        if (at < line.length()) {
            throw new Misspelled("the line goes on " + place());
        }
    }

    private void skipBlanks() {
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
    }

    private String place() {
        return at < line.length() ? "before '" + Excerpt.of(line.substring(at), 20) + "'" : "at the end of the line";
    }

    private static boolean isNamePart(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
