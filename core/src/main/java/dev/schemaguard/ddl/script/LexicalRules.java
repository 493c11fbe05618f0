package dev.schemaguard.ddl.script;

import java.util.List;

/**
 * By which rules one kind of database cuts a script into words and statements. What is not said otherwise is as PostgreSQL has it
 * (manual, 4.1). Implementations are immutable.
 */
public interface LexicalRules {

    /** As PostgreSQL has it, strings as the standard has them. */
    static LexicalRules standard() {
        return new StandardRules(false);
    }

    /** What the splitter has to know of the statement that begins now. */
    StatementShape shape();

    /** The rules from behind a statement on, which may have set them. */
    default LexicalRules after(SqlStatement statement) {
        return this;
    }

    /** Whether a backslash escapes the character behind it in a string that does not say so. */
    default boolean backslashEscapes() {
        return false;
    }

    /** Whether a backtick stands around names. */
    default boolean hasBackticks() {
        return false;
    }

    /** Whether double quotes stand around strings rather than names. */
    default boolean quotesStringsTwice() {
        return false;
    }

    /** Whether {@code $tag$} stands around strings, {@code U&} and {@code E} before them. */
    default boolean hasDollarQuotes() {
        return true;
    }

    /** Whether a string goes on in the next one even on the same line. */
    default boolean joinsStringsOnOneLine() {
        return false;
    }

    /** Whether {@code #} begins a comment, and two dashes do so only before a blank. */
    default boolean hasHashComments() {
        return false;
    }

    /** Whether a comment can stand within a comment. */
    default boolean nestsComments() {
        return true;
    }

    /**
     * Whether the server runs the text of a comment.
     *
     * @param marker what stands directly behind its beginning, up to the last digit: {@code !50701}
     */
    default boolean runsComment(String marker) {
        return false;
    }

    /** The operators of more than one character; none where any row of operator characters is one. */
    default List<String> operators() {
        return List.of();
    }

    /** Whether the client takes commands of its own on a line: {@code DELIMITER //} and, anywhere, {@code \G}. */
    default boolean hasDelimiterCommand() {
        return false;
    }

    /** Whether names may begin with a digit. */
    default boolean namesBeginWithDigits() {
        return false;
    }
}
