package dev.schemaguard.database.sqlite;

import java.util.Locale;
import java.util.Set;

/** Words that are no name without quotes (manual, SQLite Keywords, those that the parser gives no way out of). */
final class SqliteWords {

    private static final Set<String> RESERVED = Set.of(
            "add",
            "all",
            "alter",
            "and",
            "as",
            "autoincrement",
            "between",
            "case",
            "check",
            "collate",
            "commit",
            "constraint",
            "create",
            "cross",
            "current_date",
            "current_time",
            "current_timestamp",
            "default",
            "deferrable",
            "delete",
            "distinct",
            "drop",
            "else",
            "escape",
            "except",
            "exists",
            "foreign",
            "from",
            "full",
            "group",
            "having",
            "if",
            "in",
            "index",
            "inner",
            "insert",
            "intersect",
            "into",
            "is",
            "isnull",
            "join",
            "left",
            "limit",
            "natural",
            "not",
            "nothing",
            "notnull",
            "null",
            "on",
            "or",
            "order",
            "outer",
            "primary",
            "references",
            "returning",
            "right",
            "select",
            "set",
            "table",
            "then",
            "to",
            "transaction",
            "union",
            "unique",
            "update",
            "using",
            "values",
            "when",
            "where");

    private SqliteWords() {}

    static boolean isReserved(String name) {
        return RESERVED.contains(name.toLowerCase(Locale.ROOT));
    }
}
