package dev.schemaguard.spring.queries;

import java.util.Optional;
import java.util.regex.Pattern;

/** The expressions that Spring Data evaluates in a query before it is sent. */
public final class SpringExpressions {

    /** One that is the value of a parameter: {@code :#{#name}}, <code>?${key}</code>. */
    private static final Pattern VALUE = Pattern.compile("[:?][#$]\\{[^{}]*\\}");

    private SpringExpressions() {}

    /** The text with a mark in place of each value; empty where an expression stands for a part of the text itself. */
    public static Optional<String> asMarks(String text) {
        String marked = VALUE.matcher(text).replaceAll("?");
        return marked.contains("#{") || marked.contains("${") ? Optional.empty() : Optional.of(marked);
    }
}
