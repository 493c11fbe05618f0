package dev.schemaguard.diff;

import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import java.util.Locale;
import java.util.Map;

/** Tells whether two defaults store the same value in a column of a known type, where their texts differ. */
final class DefaultValues {

    private static final Map<String, String> BOOLEANS = Map.of(
            "'t'", "true", "'true'", "true", "1", "true", "'yes'", "true", "'on'", "true", "'f'", "false", "'false'",
            "false", "0", "false", "'no'", "false", "'off'", "false");

    private DefaultValues() {}

    static boolean same(ColumnDefault.Expression expected, ColumnDefault.Expression actual, ColumnType type) {
        return expected.equals(actual) || normal(expected, type).equals(normal(actual, type));
    }

    private static String normal(ColumnDefault.Expression value, ColumnType type) {
        if (type instanceof ColumnType.Named named && named.name().name().equals("boolean")) {
            String text = value.text().toLowerCase(Locale.ROOT);
            return BOOLEANS.getOrDefault(text, text);
        }
        return value.text();
    }
}
