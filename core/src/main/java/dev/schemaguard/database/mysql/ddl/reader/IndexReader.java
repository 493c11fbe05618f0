package dev.schemaguard.database.mysql.ddl.reader;

import dev.schemaguard.database.mysql.ddl.change.AlterTable;
import dev.schemaguard.database.mysql.ddl.change.KeyAction;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Locale;

/** Reads CREATE INDEX and DROP INDEX, which are other words for ALTER TABLE (MySQL manual, 15.1.15 and 15.1.27). */
final class IndexReader {

    private IndexReader() {}

    /** Reads behind CREATE. */
    static List<Change> create(Cursor cursor, Session session, Origin origin) {
        boolean unique = cursor.accept("UNIQUE");
        String word = cursor.atAny("FULLTEXT", "SPATIAL") ? cursor.next().text().toLowerCase(Locale.ROOT) : "";
        cursor.expect("INDEX");
        boolean unlessExists = cursor.acceptIfNotExists();
        String name = cursor.identifier();
        String method = KeyReader.using(cursor, word);
        cursor.expect("ON");
        ObjectName table = cursor.name();
        List<Index.Part> parts = KeyReader.parts(cursor);
        method = KeyReader.options(cursor, method);
        skipWays(cursor);
        KeyAction.Role role = unique ? KeyAction.Role.UNIQUE : KeyAction.Role.PLAIN;
        KeyAction.Add key = new KeyAction.Add(role, name, method, parts, unlessExists, origin);
        return List.of(new AlterTable(table, false, List.of(key), session.forked(), origin));
    }

    /** Reads behind DROP INDEX. */
    static List<Change> drop(Cursor cursor, Session session, Origin origin) {
        boolean ifExists = cursor.acceptIfExists();
        String name = cursor.identifier();
        cursor.expect("ON");
        ObjectName table = cursor.name();
        skipWays(cursor);
        KeyAction.Drop key = new KeyAction.Drop(name, ifExists);
        return List.of(new AlterTable(table, false, List.of(key), session.forked(), origin));
    }

    /** How the server does it. */
    private static void skipWays(Cursor cursor) {
        while (cursor.atAny("ALGORITHM", "LOCK", "WAIT", "NOWAIT")) {
            boolean more = !cursor.next().is("NOWAIT");
            if (more) {
                cursor.accept("=");
                cursor.next();
            }
        }
    }
}
