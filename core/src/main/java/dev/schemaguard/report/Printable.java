package dev.schemaguard.report;

/**
 * Texts that others wrote, made safe to show: a name may hold line breaks, a terminal's escape sequences, or characters that
 * turn the direction of writing.
 */
final class Printable {

    private static final String LEFT_OUT = "…";

    private Printable() {}

    /** The text on one line, with {@code \n} and {@code \}{@code u001b} in place of what would not be seen. */
    static String line(String text) {
        if (text.codePoints().allMatch(Printable::isSeen)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            if (isSeen(character)) {
                out.appendCodePoint(character);
            } else if (character == '\n') {
                out.append("\\n");
            } else if (character == '\t') {
                out.append("\\t");
            } else if (character != '\r') {
                out.append(String.format("\\u%04x", character));
            }
        });
        return out.toString();
    }

    /** The text on one line, cut where it is longer than anybody reads. */
    static String line(String text, int most) {
        String line = line(text);
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, most - 1)) + LEFT_OUT;
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> !turnsWriting(character);
            default -> true;
        };
    }

    /** The directional characters of Unicode (UAX 9), by which a text can be made to look like another. */
    private static boolean turnsWriting(int character) {
        return character == 0x061C
                || character == 0x200E
                || character == 0x200F
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069)
                || character == 0xFEFF;
    }
}
