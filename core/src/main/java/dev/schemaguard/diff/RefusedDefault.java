package dev.schemaguard.diff;

import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Table;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a default that a check of its own table refuses: such a one is left where a column loses its default in a session of MySQL
 * that is not strict, and gets an empty text or zero.
 */
final class RefusedDefault {

    private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'|(-?[0-9]{1,30}(?:\\.[0-9]{1,30})?)");

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(?:\\.[0-9]{1,30})?");

    private RefusedDefault() {}

    /** Whether that is certain. */
    static boolean isRefused(Table live, Column column, ColumnDefault.Expression filled) {
        Matcher literal = LITERAL.matcher(filled.text());
        if (!literal.matches()) {
            return false;
        }
        String value =
                literal.group(1) == null ? literal.group(2) : literal.group(1).replace("''", "'");
        return live.constraints(Constraint.Check.class)
                .filter(check -> check.enforcement().enforced())
                .anyMatch(check -> refuses(check.expression(), column, value));
    }

    /** Texts that differ in case only may be equal there. */
    private static boolean refuses(String check, Column column, String value) {
        boolean byList = AllowedLabels.of(check)
                .filter(allowed -> allowed.columnName().equalsIgnoreCase(column.name()))
                .filter(allowed -> allowed.labels().stream().noneMatch(value::equalsIgnoreCase))
                .isPresent();
        return byList
                || NUMBER.matcher(value).matches()
                        && CheckBound.of(check)
                                .filter(bound -> bound.what().equalsIgnoreCase(column.name()))
                                .filter(bound -> bound.refuses(new BigDecimal(value)))
                                .isPresent();
    }
}
