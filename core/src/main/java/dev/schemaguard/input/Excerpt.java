package dev.schemaguard.input;

import dev.schemaguard.text.Printable;

/**
 * Text that others wrote, as a message may repeat it: short, on one line, and with nothing in it that a terminal obeys or that
 * nobody sees.
 */
public final class Excerpt {

    /** As much as tells one value from another. */
    private static final int SHORT = 100;

    private static final String LEFT_OUT = "…";

    private Excerpt() {}

    /** The beginning of a value, at most 100 characters of it, for a message that goes on behind it. */
    public static String of(String text) {
        return of(text, SHORT);
    }

    /**
     * The beginning of a text, as {@link #of(String)}.
     *
     * @param most how many characters of it are shown
     */
    public static String of(String text, int most) {
        int end = 0;
        for (int count = 0; count < most && end < text.length(); count++) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end < text.length() ? Printable.line(text.substring(0, end)) + LEFT_OUT : Printable.line(text);
    }
}
