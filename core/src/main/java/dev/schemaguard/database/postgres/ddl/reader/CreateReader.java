package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.TableKind;
import java.util.List;

/** Reads CREATE statements, each kind of object by its own reader. */
final class CreateReader {

    private CreateReader() {}

    static List<Change> read(Cursor cursor, Origin origin) {
        boolean replace = cursor.accept("OR", "REPLACE");
        if (cursor.atAny("INDEX", "UNIQUE")) {
            return IndexReader.read(cursor, origin);
        }
        if (cursor.accept("TYPE")) {
            return TypeReader.read(cursor, origin);
        }
        if (cursor.accept("DOMAIN")) {
            return DomainReader.read(cursor, origin);
        }
        if (cursor.accept("SCHEMA")) {
            return NamespaceReader.create(cursor);
        }
        boolean temporary = temporary(cursor);
        if (cursor.accept("TABLE")) {
            return TableReader.read(cursor, TableKind.TABLE, temporary, origin);
        }
        if (cursor.accept("FOREIGN", "TABLE")) {
            return TableReader.read(cursor, TableKind.FOREIGN_TABLE, temporary, origin);
        }
        if (cursor.accept("SEQUENCE")) {
            return SequenceReader.create(cursor, temporary, origin);
        }
        return ViewReader.read(cursor, temporary, replace, origin);
    }

    private static boolean temporary(Cursor cursor) {
        if (cursor.accept("UNLOGGED")) {
            return false;
        }
        if (cursor.atAny("GLOBAL", "LOCAL")) {
            cursor.next();
        }
        return cursor.accept("TEMPORARY") || cursor.accept("TEMP");
    }
}
