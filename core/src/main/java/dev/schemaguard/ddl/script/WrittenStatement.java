package dev.schemaguard.ddl.script;

import java.util.Objects;

/**
 * A statement as somebody wrote it, with the comments and blanks within.
 *
 * @param text from its first word to its last, without what ends it
 * @param before what stands between it and the statement before: blanks and comments
 * @param line the line of its first word, from 1 on
 */
public record WrittenStatement(String text, String before, int line) {

    public WrittenStatement {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(before, "before");
    }
}
