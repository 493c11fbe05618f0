package dev.schemaguard.hibernate;

import java.util.Locale;
import java.util.Set;

/** Takes the type out of a {@code columnDefinition}, which may go on with all that a column of a table may have. */
final class TypeDefinition {

    /** What follows a type in a column's definition (SQL:2016 part 2, 11.4, and what databases add). */
    private static final Set<String> FOLLOWING = Set.of(
            "default",
            "not",
            "null",
            "check",
            "collate",
            "generated",
            "references",
            "unique",
            "primary",
            "constraint",
            "comment",
            "auto_increment",
            "identity",
            "as",
            "storage",
            "compression",
            "on",
            "invisible",
            "visible");

    private TypeDefinition() {}

    static String typeOf(String definition) {
        int depth = 0;
        int wordStart = -1;
        for (int i = 0; i <= definition.length(); i++) {
            char c = i < definition.length() ? definition.charAt(i) : ' ';
            if (c == '(' || c == ')') {
                depth += c == '(' ? 1 : -1;
            }
            boolean inWord = depth == 0 && (Character.isLetterOrDigit(c) || c == '_' || c == '"');
            if (inWord && wordStart < 0) {
                wordStart = i;
            } else if (!inWord && wordStart >= 0) {
                String word = definition.substring(wordStart, i).toLowerCase(Locale.ROOT);
                if (wordStart > 0 && FOLLOWING.contains(word)) {
                    return definition.substring(0, wordStart).strip();
                }
                wordStart = -1;
            }
        }
        return definition.strip();
    }
}
