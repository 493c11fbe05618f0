package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.ddl.change.IndexChange;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.List;

/** Reads ALTER statements, each kind of object by its own reader. */
final class AlterReader {

    private AlterReader() {}

    static List<Change> read(Cursor cursor, Origin origin) {
        if (cursor.accept("TABLE") || cursor.accept("FOREIGN", "TABLE")) {
            return AlterTableReader.read(cursor, origin);
        }
        if (cursor.accept("VIEW") || cursor.accept("MATERIALIZED", "VIEW")) {
            return AlterTableReader.read(cursor, origin);
        }
        if (cursor.accept("INDEX")) {
            return index(cursor, origin);
        }
        if (cursor.accept("SEQUENCE")) {
            return SequenceReader.alter(cursor, origin);
        }
        if (cursor.accept("TYPE")) {
            return TypeReader.alter(cursor, origin);
        }
        if (cursor.accept("DOMAIN")) {
            return DomainReader.alter(cursor, origin);
        }
        if (cursor.accept("SCHEMA")) {
            return NamespaceReader.alter(cursor, origin);
        }
        throw cursor.unexpected();
    }

    private static List<Change> index(Cursor cursor, Origin origin) {
        boolean ifExists = cursor.acceptIfExists();
        if (cursor.accept("ALL", "IN", "TABLESPACE")) {
            cursor.skipRest();
            return List.of();
        }
        ObjectName name = cursor.name();
        if (cursor.accept("RENAME", "TO")) {
            return List.of(new IndexChange.Rename(name, cursor.identifier(), ifExists, origin));
        }
        // How it is stored, of what extension it is part, and to which index of a parent it belongs.
        if (!cursor.atAny("SET", "RESET", "ATTACH", "ALTER", "DEPENDS", "NO", "OWNER")) {
            throw cursor.unexpected();
        }
        cursor.skipRest();
        return List.of();
    }
}
