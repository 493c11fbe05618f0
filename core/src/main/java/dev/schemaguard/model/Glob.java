package dev.schemaguard.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A pattern of names: {@code *} stands for any text, {@code ?} for any one character, and everything else for itself. Case
 * counts.
 */
public final class Glob {

    private final String text;

    /** Empty where every character stands for itself, as in most: at boot, regular expressions cost more than the rest. */
    private final Optional<Pattern> pattern;

    /** The pattern that somebody wrote. */
    public Glob(String text) {
        this.text = text;
        this.pattern = text.indexOf('*') < 0 && text.indexOf('?') < 0 ? Optional.empty() : Optional.of(compile(text));
    }

    /** The pattern as somebody wrote it. */
    public String text() {
        return text;
    }

    /** Whether the whole name fits the pattern. */
    public boolean matches(String name) {
        return pattern.isEmpty()
                ? text.equals(name)
                : pattern.get().matcher(name).matches();
    }

    /** Whether the object's own name fits the pattern, or its name with the schema. */
    public boolean matches(ObjectName name) {
        return matches(name.name()) || name.isQualified() && mayNameSchema() && matches(name.toString());
    }

    /** A name with its schema has a dot, so it need not be put together for most. */
    private boolean mayNameSchema() {
        return pattern.isPresent() || text.indexOf('.') >= 0;
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
