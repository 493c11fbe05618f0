package dev.schemaguard.model;

import java.util.regex.Pattern;

/**
 * A pattern of names: {@code *} stands for any text, {@code ?} for any one character, and everything else for itself. Case
 * counts.
 */
public final class Glob {

    private final String text;
    private final Pattern pattern;

    /** The pattern that somebody wrote. */
    public Glob(String text) {
        this.text = text;
        this.pattern = compile(text);
    }

    /** The pattern as somebody wrote it. */
    public String text() {
        return text;
    }

    /** Whether the whole name fits the pattern. */
    public boolean matches(String name) {
        return pattern.matcher(name).matches();
    }

    /** Whether the object's own name fits the pattern, or its name with the schema. */
    public boolean matches(ObjectName name) {
        return matches(name.name()) || name.isQualified() && matches(name.toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glob that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    private static Pattern compile(String text) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
