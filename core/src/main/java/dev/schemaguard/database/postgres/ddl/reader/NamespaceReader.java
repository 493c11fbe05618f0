package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.ddl.change.NamespaceChange;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.model.Origin;
import java.util.List;

/** Reads CREATE SCHEMA and ALTER SCHEMA. */
final class NamespaceReader {

    private NamespaceReader() {}

    /** Reads the rest of CREATE SCHEMA; schemas themselves are not in the model. */
    static List<Change> create(Cursor cursor) {
        cursor.acceptIfNotExists();
        if (!cursor.at("AUTHORIZATION")) {
            cursor.identifier();
        }
        if (cursor.accept("AUTHORIZATION")) {
            cursor.identifier();
        }
        return List.of();
    }

    /** Reads the rest of ALTER SCHEMA. */
    static List<Change> alter(Cursor cursor, Origin origin) {
        String schema = cursor.identifier();
        if (cursor.accept("RENAME", "TO")) {
            return List.of(new NamespaceChange.Rename(schema, cursor.identifier(), origin));
        }
        cursor.expect("OWNER");
        cursor.skipRest();
        return List.of();
    }
}
