package dev.schemaguard.fix;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ObjectName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes names, types and values into SQL, so that no name can be taken for more than a name.
 *
 * @param dialect how the database spells
 */
record Spelling(Dialect dialect) {

    String name(String name) {
        return dialect.quote(name);
    }

    String name(ObjectName name) {
        return name.isQualified() ? name(name.schema()) + "." + name(name.name()) : name(name.name());
    }

    String names(List<String> names) {
        return names.stream().map(this::name).collect(Collectors.joining(", "));
    }

    boolean isPostgresql() {
        return dialect.name().equals("postgresql");
    }

    String type(ColumnType.Named type) {
        return typeName(type.name()) + type.modifier() + (type.array() ? "[]" : "");
    }

    /**
     * Built-in names are spelled as they are, be they of several words, in quotes as {@code "char"}, or in another case than
     * the database folds to; a user's are quoted.
     */
    private String typeName(ObjectName name) {
        String text = name.name();
        boolean odd = text.indexOf(' ') >= 0 || text.indexOf('"') >= 0 || !isPostgresql();
        boolean builtIn = !name.isQualified() && odd && dialect.type(text).equals(ColumnType.of(text));
        return builtIn ? text : name(name);
    }

    /** A text as a value. A backslash means nothing in PostgreSQL's ordinary strings (manual, 4.1.2.1). */
    String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** An expression where SQL wants it in parentheses. */
    String inParentheses(String expression) {
        return expression.startsWith("(") && closesAtEnd(expression) ? expression : "(" + expression + ")";
    }

    private static boolean closesAtEnd(String expression) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')' && --depth == 0 && i < expression.length() - 1) {
                return false;
            }
        }
        return depth == 0;
    }
}
