package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.ddl.change.NamespaceChange;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.model.Origin;
import java.util.ArrayList;
import java.util.List;

/** Reads settings of the session, of which only the search path matters. */
final class SettingReader {

    private SettingReader() {}

    static List<Change> read(Cursor cursor, Origin origin) {
        if (cursor.accept("RESET") || cursor.accept("DISCARD")) {
            boolean path = cursor.atAny("ALL", "search_path");
            cursor.skipRest();
            return path ? List.of(new NamespaceChange.SetPath(List.of(), origin)) : List.of();
        }
        cursor.expect("SET");
        if (cursor.atAny("SESSION", "LOCAL") && !cursor.peek(1).is("AUTHORIZATION")) {
            cursor.next();
        }
        if (cursor.accept("SCHEMA")) {
            return path(List.of(schema(cursor)), origin);
        }
        if (!cursor.accept("search_path")) {
            cursor.skipRest();
            return List.of();
        }
        if (!cursor.accept("=")) {
            cursor.expect("TO");
        }
        if (cursor.accept("DEFAULT")) {
            return path(List.of(), origin);
        }
        List<String> schemas = new ArrayList<>();
        do {
            schemas.add(schema(cursor));
        } while (cursor.accept(","));
        return path(schemas, origin);
    }

    private static String schema(Cursor cursor) {
        return cursor.peek().isName() ? cursor.identifier() : cursor.string();
    }

    private static List<Change> path(List<String> schemas, Origin origin) {
        return List.of(SchemaPath.of(schemas, origin));
    }
}
