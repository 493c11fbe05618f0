package dev.schemaguard.database.sqlite;

import java.util.Locale;

/** What a column turns values into, as far as that loses nothing (manual, Datatypes, 3.1). */
enum SqliteAffinity {
    INTEGER,
    TEXT,
    BLOB,
    REAL,
    NUMERIC;

    /** What a column without a type is called. */
    static final String NO_TYPE = "any";

    /** That of a column by the words of its type. */
    static SqliteAffinity of(String type) {
        String words = type.toUpperCase(Locale.ROOT);
        if (words.contains("INT")) {
            return INTEGER;
        }
        if (words.contains("CHAR") || words.contains("CLOB") || words.contains("TEXT")) {
            return TEXT;
        }
        if (words.contains("BLOB") || words.equals("ANY")) {
            return BLOB;
        }
        return words.contains("REAL") || words.contains("FLOA") || words.contains("DOUB") ? REAL : NUMERIC;
    }
}
