package dev.schemaguard.database.postgres.ddl.reader;

import dev.schemaguard.database.postgres.ddl.program.Program;
import dev.schemaguard.database.postgres.ddl.program.ProgramReader;
import dev.schemaguard.database.postgres.ddl.program.Step;
import dev.schemaguard.database.postgres.ddl.query.QueryCalls;
import dev.schemaguard.database.postgres.ddl.query.QueryTables;
import dev.schemaguard.database.postgres.ddl.query.ServerFunctions;
import dev.schemaguard.ddl.StatementReader;
import dev.schemaguard.ddl.change.RoutineChange;
import dev.schemaguard.ddl.change.Unreadable;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.ddl.script.NotUnderstood;
import dev.schemaguard.ddl.script.SqlStatement;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import dev.schemaguard.model.Origin;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads statements that run a program of their own: blocks, calls and queries. */
final class ProcedureReader {

    private ProcedureReader() {}

    static List<Change> read(Cursor cursor, SqlStatement statement, StatementReader reader) {
        Origin origin = statement.origin();
        if (cursor.accept("DO")) {
            return block(cursor, statement, reader);
        }
        if (cursor.accept("CALL")) {
            String procedure = cursor.name().name();
            cursor.skipRest();
            return List.of(new RoutineChange.Call(List.of(procedure), Set.of(procedure), false, origin));
        }
        if (cursor.accept("EXECUTE")) {
            // A prepared statement holds a query or changes rows; nothing else can be prepared.
            cursor.skipRest();
            return List.of();
        }
        if (cursor.atAny("SELECT", "WITH", "TABLE", "(")) {
            return query(cursor, origin);
        }
        if (cursor.peek().kind() == Kind.META_COMMAND) {
            return MetaCommands.read(cursor.next(), origin);
        }
        throw new NotUnderstood("no statement begins with '" + cursor.peek().shown() + "'");
    }

    private static List<Change> block(Cursor cursor, SqlStatement statement, StatementReader reader) {
        Origin origin = statement.origin();
        String language = "plpgsql";
        Optional<Token> body = Optional.empty();
        while (!cursor.atEnd()) {
            if (cursor.accept("LANGUAGE")) {
                language = cursor.next().text().toLowerCase(Locale.ROOT).replaceAll("['\"]", "");
            } else {
                body = Optional.of(cursor.next());
            }
        }
        if (body.isEmpty() || body.get().kind() != Kind.STRING || !language.equals("plpgsql")) {
            return List.of(Unreadable.everywhere(origin, "a DO block in " + language + " is not understood"));
        }
        try {
            List<Step> steps = ProgramReader.read(body.get(), statement.location(), reader);
            Set<String> names = RoutineReader.names(body.get(), cursor.dialect());
            // Also what it calls in a condition or a value runs.
            return List.of(new Program(steps, reader, origin), new RoutineChange.Perhaps(names, origin));
        } catch (NotUnderstood e) {
            return List.of(
                    Unreadable.everywhere(origin, "the program of a DO block is not understood: " + e.getMessage()));
        }
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
                boolean local = cursor.accept(",") && !cursor.atAny("FALSE");
                cursor.skipRest();
                return List.of(SchemaPath.of(schemas, local, origin));
            }
        }
        cursor.reset(mark);
        Optional<Change> created = QueryTables.selectInto(cursor, origin);
        if (created.isPresent()) {
            return List.of(created.get());
        }
        List<String> calls = QueryCalls.of(cursor.remaining(), cursor.dialect());
        boolean alone = QueryCalls.isAlone(cursor);
        Optional<String> leading = QueryCalls.leading(cursor).filter(name -> !ServerFunctions.has(name));
        cursor.skipRest();
        if (calls.isEmpty()) {
            return List.of();
        }
        // Behind FROM, WHERE, CASE or LIMIT a function runs once, many times or not at all.
        return List.of(new RoutineChange.Call(calls, leading.map(Set::of).orElse(Set.of()), !alone, origin));
    }
}
