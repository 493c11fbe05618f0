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
        if (cursor.accept("DISCARD")) {
            boolean all = cursor.atAny("ALL");
            boolean tables = all || cursor.atAny("TEMP", "TEMPORARY");
            cursor.skipRest();
            return tables ? List.of(new NamespaceChange.Discard(all, origin)) : List.of();
        }
        if (cursor.accept("RESET")) {
            boolean path = cursor.atAny("ALL", "search_path");
            cursor.skipRest();
            return path ? List.of(new NamespaceChange.SetPath(List.of(), origin)) : List.of();
        }
        cursor.expect("SET");
        boolean local = cursor.accept("LOCAL");
        if (cursor.at("SESSION") && !cursor.peek(1).is("AUTHORIZATION")) {
            cursor.next();
        }
        if (cursor.accept("SCHEMA")) {
            return path(List.of(schema(cursor)), local, origin);
        }
        if (!cursor.accept("search_path")) {
            cursor.skipRest();
            return List.of();
        }
        if (!cursor.accept("=")) {
            cursor.expect("TO");
        }
        if (cursor.accept("DEFAULT")) {
            return path(List.of(), local, origin);
        }
        List<String> schemas = new ArrayList<>();
        do {
            schemas.add(schema(cursor));
        } while (cursor.accept(","));
        return path(schemas, local, origin);
    }

    private static String schema(Cursor cursor) {
        return cursor.peek().isName() ? cursor.identifier() : cursor.string();
    }

    private static List<Change> path(List<String> schemas, boolean local, Origin origin) {
        return List.of(
                local
                        ? new NamespaceChange.SetLocalPath(schemas, origin)
                        : new NamespaceChange.SetPath(schemas, origin));
    }
}
