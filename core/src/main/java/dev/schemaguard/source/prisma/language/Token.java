package dev.schemaguard.source.prisma.language;

/**
 * A word of the language.
 *
 * @param kind what it is
 * @param text the word itself; of a text what it means, without quotes
 * @param line where it stands
 */
record Token(Kind kind, String text, int line) {

    enum Kind {
        NAME,
        TEXT,
        NUMBER,
        SYMBOL,
        NEW_LINE,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** What it is, for a message. A text is not repeated: it may be the address of a database, with a password in it. */
    String shown() {
        return switch (kind) {
            case TEXT -> "a text";
            case NEW_LINE -> "the end of the line";
            case END -> "the end of the file";
            case NAME, NUMBER, SYMBOL -> "'" + text + "'";
        };
    }
}
