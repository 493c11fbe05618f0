package dev.schemaguard.database.postgres.fix;

/**
 * The smallest part of SQL as PostgreSQL reads it.
 *
 * @param kind what it is
 * @param text how it is written into SQL, which is not always how it was read: a string is written so that it means the same
 *     whatever {@code standard_conforming_strings} says
 * @param spaced whether a blank stands before it
 */
record SqlToken(Kind kind, String text, boolean spaced) {

    enum Kind {
        /** A keyword or a name without quotes. */
        WORD,
        /** A name in quotes. */
        QUOTED_NAME,
        STRING,
        NUMBER,
        OPERATOR,
        /** Brackets and separators. */
        MARK
    }

    /** Whether this is the keyword, operator or mark. */
    boolean is(String expected) {
        return switch (kind) {
            case WORD -> text.equalsIgnoreCase(expected);
            case OPERATOR, MARK -> text.equals(expected);
            default -> false;
        };
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }

    /** Whether it runs together with another one of its like that stands right before it. */
    boolean isWordLike() {
        return switch (kind) {
            case WORD, QUOTED_NAME, STRING, NUMBER -> true;
            case OPERATOR, MARK -> false;
        };
    }
}
