package dev.schemaguard.text;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts that others wrote (names of a database, lines of a file, words of a driver), made safe to show: what would not be seen
 * is shown as an escape. So no name steers a terminal, forges a line of a log, hides in another name, turns the direction of
 * writing, or gives a command to the pipeline that reads the output.
 *
 * <p>Unseen are control and format characters, surrogates without their other half, characters that are private or not
 * assigned, separators of lines, what Unicode calls default ignorable, and a combining mark that has nothing to combine with.
 * Letters that look like others are shown as they are.
 *
 * <p>An escape is {@code \n}, {@code \t}, {@code \r} or, as in Java and JSON, {@code \}{@code u200b}. Text that holds none of
 * these comes back as it is, and escaping twice changes nothing.
 */
public final class Printable {

    private static final String LEFT_OUT = "…";

    private Printable() {}

    /** The text on one line. */
    public static String line(String text) {
        if (isPlain(text)) {
            return text;
        }
        return Commands.none(escaped(text, false));
    }

    /** The text on one line, cut where it is longer than anybody reads. */
    public static String line(String text, int most) {
        String line = line(text);
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, most - 1)) + LEFT_OUT;
    }

    /** The text with its line breaks, each line of it made safe by itself. */
    public static String lines(String text) {
        return isPlain(text) ? text : text.lines().map(Printable::line).collect(Collectors.joining("\n"));
    }

    /**
     * A JSON document that says the same to whoever parses it, and shows what is in its strings to whoever looks at it.
     *
     * @param document what a generator wrote; unseen characters stand only within its strings
     */
    public static String json(String document) {
        return isPlain(document) ? document : Commands.noMarkers(escaped(document, true));
    }

    /** ASCII without a sign that could begin a command, which nearly all names and messages are. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' '
                    || character > '~'
                    || (character == '#' || character == ':')
                            && i + 1 < text.length()
                            && text.charAt(i + 1) == character) {
                return false;
            }
        }
        return true;
    }

    private static String escaped(String text, boolean json) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        boolean carries = false;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (json && (character == '\n' || character == '\r' || character == '\t')) {
                // Between the document's tokens; within a string a generator has escaped them already.
                out.append((char) character);
            } else if (isSeen(character) && (!combines(character) || carries && !(json && endsInEscape(out)))) {
                out.appendCodePoint(character);
                carries = combines(character) || carriesMarks(character);
            } else {
                escape(character, json, out);
                carries = false;
            }
        }
        return out.toString();
    }

    /** Whether what was written last is an escape of the generator's, so that its last letter is none. */
    private static boolean endsInEscape(StringBuilder out) {
        int from = Math.max(0, out.length() - "\\u0000".length());
        return out.indexOf("\\", from) >= 0;
    }

    private static void escape(int character, boolean json, StringBuilder out) {
        String known = json
                ? ""
                : switch (character) {
                    case '\n' -> "\\n";
                    case '\t' -> "\\t";
                    case '\r' -> "\\r";
                    default -> "";
                };
        out.append(known);
        if (known.isEmpty()) {
            for (char unit : Character.toChars(character)) {
                out.append(String.format("\\u%04x", (int) unit));
            }
        }
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !isIgnorable(character);
        };
    }

    /** Default_Ignorable_Code_Point (Unicode, DerivedCoreProperties), as far as it is not a format character anyway. */
    private static boolean isIgnorable(int character) {
        return switch (character) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0 -> true;
            default ->
                character >= 0x180B && character <= 0x180F
                        || character >= 0xFE00 && character <= 0xFE0F
                        || character >= 0xE0100 && character <= 0xE01EF;
        };
    }

    private static boolean combines(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean carriesMarks(int character) {
        return Character.isLetterOrDigit(character) || Character.getType(character) == Character.OTHER_SYMBOL;
    }

    /** What a pipeline would take for a command. Not loaded where all that is said is plain, as nearly always at a start. */
    private static final class Commands {

        /** How Azure Pipelines, TeamCity and GitHub's first runners know one, wherever in a line it stands. */
        private static final Pattern MARKER = Pattern.compile("#(?=#\\w{0,30}\\[)");

        /** How GitHub's runner knows one, at the beginning of a line. */
        private static final Pattern LEADING = Pattern.compile("^(\\s*):(?=:)");

        private Commands() {}

        static String none(String line) {
            return noMarkers(LEADING.matcher(line).replaceFirst("$1\\\\u003a"));
        }

        static String noMarkers(String text) {
            return text.contains("##") ? MARKER.matcher(text).replaceAll("\\\\u0023") : text;
        }
    }
}
