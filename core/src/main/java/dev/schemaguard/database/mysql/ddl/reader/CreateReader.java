package dev.schemaguard.database.mysql.ddl.reader;

import dev.schemaguard.database.mysql.ddl.change.RenameTable;
import dev.schemaguard.ddl.change.SequenceChange;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.ArrayList;
import java.util.List;

/** Reads CREATE, ALTER and RENAME, each kind of object by its own reader. */
final class CreateReader {

    private CreateReader() {}

    /** Reads behind CREATE. */
    static List<Change> read(Cursor cursor, Session session, Origin origin) {
        boolean replaces = cursor.accept("OR", "REPLACE");
        boolean temporary = cursor.accept("TEMPORARY");
        if (cursor.accept("TABLE")) {
            return TableReader.read(cursor, session, temporary, replaces, origin);
        }
        if (session.forked() && cursor.accept("SEQUENCE")) {
            Change create = SequenceReader.create(cursor, temporary, origin);
            return replaces
                    ? List.of(new SequenceChange.Drop(((SequenceChange.Create) create).name(), false, origin), create)
                    : List.of(create);
        }
        while (cursor.atAny("ONLINE", "OFFLINE")) {
            cursor.next();
        }
        if (cursor.atAny("INDEX", "UNIQUE", "FULLTEXT", "SPATIAL")) {
            return IndexReader.create(cursor, session, origin);
        }
        skipToView(cursor);
        return ViewReader.read(cursor, origin);
    }

    /** What stands before VIEW: how it is run, by whom, and with whose rights. */
    private static void skipToView(Cursor cursor) {
        while (!cursor.accept("VIEW")) {
            boolean expected = cursor.atAny("ALGORITHM", "DEFINER", "SQL", "SECURITY", "INVOKER", "MERGE", "UNDEFINED")
                    || cursor.atAny("TEMPTABLE", "=", "@", "(", ")")
                    || cursor.peek().kind() != dev.schemaguard.ddl.script.Token.Kind.WORD
                    || isUser(cursor);
            if (!expected) {
                throw cursor.unexpected();
            }
            cursor.next();
        }
    }

    /** Whether a part of a user's name stands here. */
    private static boolean isUser(Cursor cursor) {
        return !cursor.atAny("TABLE", "INDEX", "TRIGGER", "PROCEDURE", "FUNCTION", "EVENT", "SEQUENCE", "PACKAGE");
    }

    /** Reads behind ALTER. */
    static List<Change> alter(Cursor cursor, Session session, Origin origin) {
        while (cursor.atAny("ONLINE", "OFFLINE", "IGNORE")) {
            cursor.next();
        }
        if (cursor.accept("TABLE")) {
            return AlterTableReader.read(cursor, session, origin);
        }
        if (session.forked() && cursor.accept("SEQUENCE")) {
            return SequenceReader.alter(cursor, origin);
        }
        skipToView(cursor);
        return ViewReader.read(cursor, origin);
    }

    /** Reads behind RENAME: tables are renamed one after the other. */
    static List<Change> rename(Cursor cursor, Origin origin) {
        if (!cursor.accept("TABLES")) {
            cursor.expect("TABLE");
        }
        boolean ifExists = cursor.acceptIfExists();
        List<Change> changes = new ArrayList<>();
        do {
            ObjectName from = cursor.name();
            if (cursor.accept("WAIT")) {
                cursor.next();
            } else {
                cursor.accept("NOWAIT");
            }
            cursor.expect("TO");
            changes.add(new RenameTable(from, cursor.name(), ifExists, false, origin));
        } while (cursor.accept(","));
        return changes;
    }
}
