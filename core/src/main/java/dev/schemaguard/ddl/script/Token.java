package dev.schemaguard.ddl.script;

import dev.schemaguard.input.Excerpt;
import java.util.List;

/**
 * One lexical unit of a script.
 *
 * @param kind what it is
 * @param text as it is written; cut off where the statement is skipped
 * @param line the line it begins on
 * @param spaced whether blanks or comments stand before it
 */
public record Token(Kind kind, String text, int line, boolean spaced) {

    /** What a token is. */
    public enum Kind {
        /** A keyword or an identifier without quotes. */
        WORD,
        /** An identifier in quotes. */
        QUOTED_NAME,
        /** A string of any kind, dollar quotes included. */
        STRING,
        NUMBER,
        /** A parameter such as {@code $1}. */
        PARAMETER,
        /** Brackets, separators and operators. */
        SYMBOL,
        /** Something that a tool would have replaced, such as <code>${schema}</code>. */
        PLACEHOLDER,
        /** A command to psql, up to the end of its line. */
        META_COMMAND,
        /** What ends a statement where a command of the client has set that to something else than a semicolon. */
        DELIMITER,
        /** The end of the script. */
        END
    }

    /** Whether this is the given keyword or symbol. A name in quotes or a string never is. */
    public boolean is(String wordOrSymbol) {
        return switch (kind) {
            case WORD -> text.equalsIgnoreCase(wordOrSymbol);
            case SYMBOL -> text.equals(wordOrSymbol);
            default -> false;
        };
    }

    /** Whether this can name something. */
    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }

    /** Whether the text was not in the encoding that it was read in, or holds what no server takes: it is not known. */
    public boolean isGarbled() {
        return text.indexOf(Literals.UNKNOWN) >= 0 || Literals.holdsUnknown(this);
    }

    /** The token for messages: literals lose their content, for it may be a secret. */
    public String shown() {
        if (kind != Kind.STRING) {
            return Excerpt.of(Holes.shown(text));
        }
        return text.startsWith("$") ? "$$...$$" : "'...'";
    }

    /** The token with what of the literal stands on later lines, as the standard has it. */
    Token joinedWith(List<Token> more) {
        StringBuilder joined = new StringBuilder(text);
        for (Token next : more) {
            int end = joined.length() - 1;
            joined.setLength(joined.charAt(end) == '\'' ? end : end + 1);
            joined.append(next.text(), 1, next.text().length());
        }
        return new Token(kind, joined.toString(), line, spaced);
    }
}
