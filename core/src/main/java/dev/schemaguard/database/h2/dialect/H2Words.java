package dev.schemaguard.database.h2.dialect;

import java.util.Locale;
import java.util.Set;

/** Words that mean something to H2 by themselves (manual, Keywords / Reserved Words). */
final class H2Words {

    /** Those that are no name of a column or table without quotes. */
    private static final Set<String> RESERVED = Set.of(
            "all",
            "and",
            "any",
            "array",
            "as",
            "asymmetric",
            "authorization",
            "between",
            "both",
            "case",
            "cast",
            "check",
            "constraint",
            "cross",
            "current_catalog",
            "current_date",
            "current_path",
            "current_role",
            "current_schema",
            "current_time",
            "current_timestamp",
            "current_user",
            "day",
            "default",
            "distinct",
            "else",
            "end",
            "except",
            "exists",
            "false",
            "fetch",
            "for",
            "foreign",
            "from",
            "full",
            "group",
            "groups",
            "having",
            "hour",
            "if",
            "ilike",
            "in",
            "inner",
            "intersect",
            "interval",
            "is",
            "join",
            "key",
            "leading",
            "left",
            "like",
            "limit",
            "localtime",
            "localtimestamp",
            "minus",
            "minute",
            "month",
            "natural",
            "not",
            "null",
            "offset",
            "on",
            "or",
            "order",
            "over",
            "partition",
            "primary",
            "qualify",
            "range",
            "regexp",
            "right",
            "row",
            "rownum",
            "rows",
            "second",
            "select",
            "session_user",
            "set",
            "some",
            "symmetric",
            "system_user",
            "table",
            "to",
            "top",
            "trailing",
            "true",
            "uescape",
            "union",
            "unique",
            "unknown",
            "user",
            "using",
            "value",
            "values",
            "when",
            "where",
            "window",
            "with",
            "year",
            "_rowid_");

    /** Those that stand in an expression beside names, and that are reserved nowhere. */
    private static final Set<String> IN_EXPRESSIONS = Set.of(
            "then",
            "escape",
            "collate",
            "date",
            "time",
            "timestamp",
            "uuid",
            "json",
            "at",
            "zone",
            "without",
            "varying",
            "precision");

    private H2Words() {}

    static boolean isReserved(String name) {
        return RESERVED.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether a word of an expression is no column's name. */
    static boolean isOfExpressions(String word) {
        return isReserved(word) || IN_EXPRESSIONS.contains(word.toLowerCase(Locale.ROOT));
    }
}
