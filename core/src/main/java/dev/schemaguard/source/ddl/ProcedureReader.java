package dev.schemaguard.source.ddl;

import dev.schemaguard.model.Origin;
import dev.schemaguard.source.ddl.Token.Kind;
import java.util.Arrays;
import java.util.List;

/** Reads statements that run a program of their own: blocks, calls and queries. */
final class ProcedureReader {

    private ProcedureReader() {}

    static List<Change> read(Cursor cursor, SqlStatement statement) {
        Origin origin = statement.origin();
        if (cursor.accept("DO")) {
            cursor.skipRest();
            return List.of(Unreadable.everywhere(origin, "a DO block runs a program, which only a database can run"));
        }
        if (cursor.atAny("CALL", "EXECUTE")) {
            cursor.skipRest();
            return List.of(Unreadable.everywhere(origin, "calls a program: " + statement.opening()));
        }
        if (cursor.atAny("SELECT", "WITH", "TABLE", "(")) {
            return query(cursor, origin);
        }
        if (cursor.accept("ROLLBACK")) {
            cursor.skipRest();
            return List.of(Unreadable.everywhere(origin, "takes back statements before it (ROLLBACK)"));
        }
        if (cursor.peek().kind() == Kind.META_COMMAND) {
            return MetaCommands.read(cursor.next(), origin);
        }
        throw new NotUnderstood("no statement begins with '" + cursor.peek().shown() + "'");
    }

    private static List<Change> query(Cursor cursor, Origin origin) {
        int mark = cursor.mark();
        if (cursor.accept("SELECT")) {
            cursor.accept("pg_catalog", ".");
            if (cursor.accept("set_config", "(")
                    && cursor.peek().kind() == Kind.STRING
                    && cursor.string().equalsIgnoreCase("search_path")
                    && cursor.accept(",")
                    && cursor.peek().kind() == Kind.STRING) {
                List<String> schemas = Arrays.stream(cursor.string().split(",", -1))
                        .map(schema -> cursor.dialect().identifier(schema.strip()))
                        .toList();
                cursor.skipRest();
                return List.of(new NamespaceChange.SetPath(schemas, origin));
            }
        }
        cursor.reset(mark);
        cursor.skipRest();
        return List.of();
    }
}
