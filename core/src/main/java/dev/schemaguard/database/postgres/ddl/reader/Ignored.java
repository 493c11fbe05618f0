package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.ddl.script.Cursor;

/** The statements that change nothing which the model holds. */
final class Ignored {

    private static final String[] FIRST_WORDS = {
        "ANALYZE",
        "ANALYSE",
        "CHECKPOINT",
        "CLOSE",
        "CLUSTER",
        "COMMENT",
        "COPY",
        "DEALLOCATE",
        "DECLARE",
        "DELETE",
        "EXPLAIN",
        "FETCH",
        "GRANT",
        "INSERT",
        "LISTEN",
        "LOAD",
        "LOCK",
        "MERGE",
        "MOVE",
        "NOTIFY",
        "PREPARE",
        "REASSIGN",
        "REFRESH",
        "REINDEX",
        "REVOKE",
        "SHOW",
        "TRUNCATE",
        "UNLISTEN",
        "UPDATE",
        "VACUUM",
        "VALUES",
        "REPLACE",
        "USE"
    };

    private static final String[][] OBJECTS = {
        {"ACCESS", "METHOD"},
        {"AGGREGATE"},
        {"CAST"},
        {"COLLATION"},
        {"CONSTRAINT", "TRIGGER"},
        {"CONVERSION"},
        {"DATABASE"},
        {"DEFAULT", "CONVERSION"},
        {"DEFAULT", "PRIVILEGES"},
        {"EVENT", "TRIGGER"},
        {"EXTENSION"},
        {"FOREIGN", "DATA"},
        {"FUNCTION"},
        {"GROUP"},
        {"LANGUAGE"},
        {"LARGE", "OBJECT"},
        {"OPERATOR"},
        {"POLICY"},
        {"PROCEDURAL", "LANGUAGE"},
        {"PROCEDURE"},
        {"PUBLICATION"},
        {"ROLE"},
        {"ROUTINE"},
        {"RULE"},
        {"SERVER"},
        {"STATISTICS"},
        {"SUBSCRIPTION"},
        {"SYSTEM"},
        {"TABLESPACE"},
        {"TEXT", "SEARCH"},
        {"TRANSFORM"},
        {"TRIGGER"},
        {"TRUSTED"},
        {"USER"}
    };

    private Ignored() {}

    /** Whether such a statement begins here. */
    static boolean begins(Cursor cursor) {
        if (cursor.atAny(FIRST_WORDS)) {
            return true;
        }
        if (cursor.at("SECURITY", "LABEL")) {
            return true;
        }
        if (!cursor.atAny("CREATE", "ALTER", "DROP")) {
            return false;
        }
        int object = cursor.peek(1).is("OR") && cursor.peek(2).is("REPLACE") ? 3 : 1;
        for (String[] words : OBJECTS) {
            if (isAt(cursor, object, words)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(Cursor cursor, int ahead, String[] words) {
        for (int i = 0; i < words.length; i++) {
            if (!cursor.peek(ahead + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }
}
