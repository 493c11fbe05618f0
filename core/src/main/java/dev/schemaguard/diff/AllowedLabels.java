package dev.schemaguard.diff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values that a check allows in a column, where the check does nothing else: {@code status in ('a', 'b')}.
 *
 * @param column the checked column
 * @param labels the allowed values
 */
public record AllowedLabels(String column, Set<String> labels) {

    private static final String NAME = "([a-z_][a-z0-9_$]*|\"[^\"]+\")";
    private static final String LITERAL = "'(?:[^']|'')*'|-?[0-9]+";
    private static final Pattern LIST = Pattern.compile(
            "\\(" + NAME + " = any \\((?:array\\[((?:" + LITERAL + ")(?:, (?:" + LITERAL + "))*)\\])\\)\\)");
    private static final Pattern ONE = Pattern.compile("\\(" + NAME + " = (" + LITERAL + ")\\)");
    private static final Pattern EACH = Pattern.compile(LITERAL);

    /** The column's name as the catalog stores it. */
    String columnName() {
        return column.startsWith("\"")
                ? column.substring(1, column.length() - 1).replace("\"\"", "\"")
                : column;
    }

    /** The values that a check in normal spelling allows, if that is all it does. */
    public static Optional<AllowedLabels> of(String expression) {
        Matcher list = LIST.matcher(expression);
        if (list.matches()) {
            return Optional.of(new AllowedLabels(list.group(1), labels(list.group(2))));
        }
        Matcher one = ONE.matcher(expression);
        if (one.matches()) {
            return Optional.of(new AllowedLabels(one.group(1), labels(one.group(2))));
        }
        return alternatives(expression);
    }

    /** {@code (a = 'x') or (a = 'y')}, which some programs write in place of a list. */
    private static Optional<AllowedLabels> alternatives(String expression) {
        if (!expression.startsWith("((") || !expression.endsWith("))")) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>(
                List.of(expression.substring(1, expression.length() - 1).split(" or ", -1)));
        Set<String> columns = new LinkedHashSet<>();
        Set<String> labels = new LinkedHashSet<>();
        for (String part : parts) {
            Matcher one = ONE.matcher(part);
            if (!one.matches()) {
                return Optional.empty();
            }
            columns.add(one.group(1));
            labels.addAll(labels(one.group(2)));
        }
        return columns.size() == 1
                ? Optional.of(new AllowedLabels(columns.iterator().next(), labels))
                : Optional.empty();
    }

    private static Set<String> labels(String text) {
        Set<String> labels = new LinkedHashSet<>();
        Matcher each = EACH.matcher(text);
        while (each.find()) {
            String literal = each.group();
            labels.add(
                    literal.startsWith("'")
                            ? literal.substring(1, literal.length() - 1).replace("''", "'")
                            : literal);
        }
        return labels;
    }
}
