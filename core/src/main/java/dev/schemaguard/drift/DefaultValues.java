package dev.schemaguard.drift;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells whether two defaults store the same value in a column of a known type, where their texts differ. */
public final class DefaultValues {

    private static final Map<String, String> BOOLEANS = Map.of(
            "'t'", "true", "'true'", "true", "1", "true", "'yes'", "true", "'on'", "true", "'f'", "false", "'false'",
            "false", "0", "false", "'no'", "false", "'off'", "false");

    private static final Pattern LITERAL =
            Pattern.compile("'(?:[^']|'')*'|[-+]?[0-9.]+(?:e[-+]?[0-9]+)?|true|false", Pattern.CASE_INSENSITIVE);

    private DefaultValues() {}

    public static boolean same(ColumnDefault.Expression expected, ColumnDefault.Expression actual, ColumnType type) {
        return !expected.compared()
                || !actual.compared()
                || expected.text().equals(actual.text())
                || normal(expected, type).equals(normal(actual, type));
    }

    /** Whether both columns are filled with values that are written out, so that it can be seen whether they differ. */
    static boolean areLiterals(Column one, Column other) {
        return isLiteral(one) && isLiteral(other);
    }

    private static boolean isLiteral(Column column) {
        return column.columnDefault() instanceof ColumnDefault.Expression expression
                && LITERAL.matcher(expression.text()).matches();
    }

    private static String normal(ColumnDefault.Expression value, ColumnType type) {
        if (type instanceof ColumnType.Named named && named.name().name().equals("boolean")) {
            String text = value.text().toLowerCase(Locale.ROOT);
            return BOOLEANS.getOrDefault(text, text);
        }
        return value.text();
    }
}
