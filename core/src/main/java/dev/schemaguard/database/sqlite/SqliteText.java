package dev.schemaguard.database.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a statement that made something, which SQLite keeps as it was written (manual, The Schema Table), cut into words,
 * names, texts and signs; comments and blanks are left out.
 *
 * @param text the statement
 * @param parts its parts in order
 */
record SqliteText(String text, List<Part> parts) {

    private static final Pattern PART = Pattern.compile(
            "--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`[^`]*`|\\[[^\\]]*]|[A-Za-z_\\x80-\\uffff][A-Za-z0-9_$\\x80-\\uffff]*"
                    + "|[0-9][A-Za-z0-9_.]*|\\s+|.",
            Pattern.DOTALL);

    /** A part, from one place up to another. */
    record Part(String text, int start, int end) {

        boolean is(String word) {
            return text.equalsIgnoreCase(word);
        }
    }

    static SqliteText of(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            String one = part.group();
            if (!one.isBlank() && !one.startsWith("--") && !(one.startsWith("/*") && one.length() > 2)) {
                parts.add(new Part(one, part.start(), part.end()));
            }
        }
        return new SqliteText(text, parts);
    }

    /** The place of the first part that is this word or sign; -1 where there is none. */
    int find(String word, int from) {
        for (int i = from; i < parts.size(); i++) {
            if (parts.get(i).is(word)) {
                return i;
            }
        }
        return -1;
    }

    /** The place of the parenthesis that closes the one at a place; -1 where none does. */
    int closing(int open) {
        int depth = 0;
        for (int i = open; i < parts.size(); i++) {
            depth += parts.get(i).is("(") ? 1 : parts.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** What stands between two places, as it is written. */
    String between(int first, int behind) {
        return first >= behind
                ? ""
                : text.substring(parts.get(first).start(), parts.get(behind - 1).end());
    }
}
