package dev.schemaguard.database.mysql.ddl.reader;

import dev.schemaguard.ddl.script.Cursor;

/** The statements that change nothing which the model holds. */
final class Ignored {

    private static final String[] FIRST_WORDS = {
        "ANALYZE",
        "BEGIN",
        "BINLOG",
        "CACHE",
        "CHANGE",
        "CHECK",
        "CHECKSUM",
        "CLONE",
        "COMMIT",
        "DEALLOCATE",
        "DELETE",
        "DESC",
        "DESCRIBE",
        "DO",
        "EXPLAIN",
        "FLUSH",
        "GRANT",
        "HANDLER",
        "HELP",
        "INSERT",
        "INSTALL",
        "KILL",
        "LOAD",
        "LOCK",
        "OPTIMIZE",
        "PURGE",
        "RELEASE",
        "REPAIR",
        "REPLACE",
        "RESET",
        "RESIGNAL",
        "REVOKE",
        "ROLLBACK",
        "SAVEPOINT",
        "SELECT",
        "SHOW",
        "SHUTDOWN",
        "SIGNAL",
        "START",
        "STOP",
        "TRUNCATE",
        "UNINSTALL",
        "UNLOCK",
        "UPDATE",
        "VALUES",
        "WITH",
        "XA",
        "("
    };

    private static final String[] OBJECTS = {
        "DATABASE",
        "SCHEMA",
        "FUNCTION",
        "INSTANCE",
        "LOGFILE",
        "LOGICAL",
        "RESOURCE",
        "ROLE",
        "SERVER",
        "TABLESPACE",
        "TRIGGER",
        "UNDO",
        "USER"
    };

    private Ignored() {}

    /** Whether such a statement begins here. */
    static boolean begins(Cursor cursor) {
        if (cursor.at("BEGIN", "NOT")) {
            return false;
        }
        if (cursor.atAny(FIRST_WORDS) || cursor.at("DROP", "PREPARE")) {
            return true;
        }
        if (!cursor.atAny("CREATE", "ALTER", "DROP", "RENAME")) {
            return false;
        }
        boolean spatial = cursor.peek(1).is("SPATIAL") && cursor.peek(2).is("REFERENCE");
        boolean database = cursor.at("DROP", "DATABASE") || cursor.at("DROP", "SCHEMA");
        int object = cursor.peek(1).is("OR") && cursor.peek(2).is("REPLACE") ? 3 : 1;
        if (cursor.peek(object).is("AGGREGATE")) {
            object++;
        }
        return spatial || !database && isObject(cursor, object);
    }

    private static boolean isObject(Cursor cursor, int at) {
        for (String word : OBJECTS) {
            if (cursor.peek(at).is(word)) {
                return true;
            }
        }
        return false;
    }
}
