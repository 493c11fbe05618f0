package dev.schemaguard.model;

import java.util.Objects;

/**
 * An expression in SQL, such as the condition of a check: as two sides compare it, and as a statement is to hold it.
 *
 * @param text its normal spelling by the dialect, which may leave casts out: what is compared
 * @param written the same with all casts that it needs: what a statement is to hold
 */
public record SqlText(String text, String written) {

    /** No expression. */
    public static final SqlText NONE = new SqlText("", "");

    public SqlText {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(written, "written");
    }

    /** An expression whose normal spelling holds all that it needs. */
    public static SqlText of(String text) {
        return text.isEmpty() ? NONE : new SqlText(text, text);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Whether a statement has to hold it in another way than it is compared. */
    public boolean isWrittenOtherwise() {
        return !written.equals(text);
    }

    /** The expression for people, as it is compared. */
    @Override
    public String toString() {
        return text;
    }
}
