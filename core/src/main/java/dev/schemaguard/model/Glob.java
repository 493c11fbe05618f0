package dev.schemaguard.model;

import java.util.regex.Pattern;

/**
 * A pattern of names: {@code *} stands for any text, {@code ?} for any one character, and everything else for itself.
 *
 * @param text the pattern as somebody wrote it
 */
public record Glob(String text) {

    /** Whether the whole name fits the pattern. Case counts. */
    public boolean matches(String name) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(name).matches();
    }

    /** Whether the object's own name fits the pattern, or its name with the schema. */
    public boolean matches(ObjectName name) {
        return matches(name.name()) || name.isQualified() && matches(name.toString());
    }
}
