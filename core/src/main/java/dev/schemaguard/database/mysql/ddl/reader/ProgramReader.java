package dev.schemaguard.database.mysql.ddl.reader;

import dev.schemaguard.database.mysql.ddl.program.KeepProcedure;
import dev.schemaguard.database.mysql.ddl.program.ProgramState;
import dev.schemaguard.database.mysql.ddl.program.RunProgram;
import dev.schemaguard.ddl.StatementReader;
import dev.schemaguard.ddl.change.Unreadable;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.ddl.script.SqlStatement;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import dev.schemaguard.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads routines, and the statements that run them or a text. */
final class ProgramReader {

    private static final String[] ROUTINES = {"PROCEDURE", "FUNCTION", "TRIGGER", "EVENT", "PACKAGE"};

    /** What stands between a procedure's parameters and its statements (MySQL manual, 15.1.17). */
    private static final String[] CHARACTERISTICS = {
        "LANGUAGE",
        "NOT",
        "DETERMINISTIC",
        "CONTAINS",
        "NO",
        "READS",
        "MODIFIES",
        "SQL",
        "DATA",
        "SECURITY",
        "DEFINER",
        "INVOKER"
    };

    /** What in a program can change the schema: statements, and whatever runs others. */
    private static final Set<String> CHANGING =
            Set.of("create", "alter", "drop", "rename", "prepare", "execute", "call");

    /** Where the word stands at the latest that says what is created. */
    private static final int HEAD = 24;

    private final Session session;
    private final StatementReader statements;
    private final ProgramState state = new ProgramState();

    ProgramReader(Session session, StatementReader statements) {
        this.session = session;
        this.statements = statements;
    }

    /** Whether such a statement begins here. */
    boolean reads(Cursor cursor) {
        return isRoutine(cursor) || cursor.atAny("CALL", "PREPARE", "EXECUTE") || cursor.at("BEGIN", "NOT");
    }

    private static boolean isRoutine(Cursor cursor) {
        if (!cursor.atAny("CREATE", "ALTER", "DROP")) {
            return false;
        }
        for (int i = 1; i < HEAD && cursor.peek(i).kind() != Kind.END; i++) {
            Token token = cursor.peek(i);
            if (token.is("TABLE") || token.is("VIEW") || token.is("INDEX") || token.is("(") || token.is("SEQUENCE")) {
                return false;
            }
            for (String word : ROUTINES) {
                if (token.is(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    List<Change> read(Cursor cursor, SqlStatement statement) {
        if (!isRoutine(cursor)) {
            cursor.skipRest();
            return List.of(new RunProgram(statement, state, statements));
        }
        List<Change> changes = routine(cursor, statement.origin());
        cursor.skipRest();
        return changes;
    }

    private List<Change> routine(Cursor cursor, Origin origin) {
        boolean creates = cursor.at("CREATE");
        boolean drops = cursor.at("DROP");
        while (!cursor.atAny(ROUTINES)) {
            cursor.next();
        }
        boolean event = cursor.at("EVENT");
        boolean procedure = cursor.at("PROCEDURE");
        cursor.next();
        boolean unlessExists = cursor.acceptIfNotExists();
        cursor.acceptIfExists();
        String name = cursor.name().name();
        if (procedure && drops) {
            return List.of(new KeepProcedure(name, List.of(), List.of(), false, state, origin));
        }
        if (procedure && creates) {
            List<String> parameters = parameters(cursor);
            skipCharacteristics(cursor);
            return List.of(new KeepProcedure(name, parameters, cursor.remaining(), unlessExists, state, origin));
        }
        boolean changes = cursor.remaining().stream()
                .anyMatch(token -> token.kind() == Kind.WORD
                        && CHANGING.contains(token.text().toLowerCase(Locale.ROOT)));
        return event && changes && !drops
                ? List.of(Unreadable.everywhere(origin, "what event '" + name + "' changes, and when, is not known"))
                : List.of();
    }

    private static List<String> parameters(Cursor cursor) {
        List<String> names = new ArrayList<>();
        for (Cursor part : cursor.list()) {
            if (part.atAny("IN", "OUT", "INOUT")) {
                part.next();
            }
            names.add(part.identifier().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    private static void skipCharacteristics(Cursor cursor) {
        while (cursor.atAny(CHARACTERISTICS) || cursor.at("COMMENT")) {
            boolean comment = cursor.next().is("COMMENT");
            if (comment) {
                cursor.next();
            }
        }
    }

    /** A query that gives a variable of the session a value; nothing where it does not. */
    List<Change> query(SqlStatement statement) {
        List<Token> tokens = statement.tokens();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean set = tokens.get(i).is("INTO") && tokens.get(i + 1).is("@")
                    || tokens.get(i + 1).is(":=");
            if (set && tokens.get(0).is("SELECT")) {
                return List.of(new RunProgram(statement, state, statements));
            }
        }
        return List.of();
    }

    /** A statement that sets variables of the session or of the server. */
    List<Change> set(Cursor cursor, SqlStatement statement) {
        boolean ofSession = false;
        for (int i = 1; i + 1 < cursor.remaining().size(); i++) {
            Token variable = cursor.peek(i);
            boolean assigned = cursor.peek(i + 1).is("=") || cursor.peek(i + 1).is(":=");
            ofSession |= assigned
                    && cursor.peek(i - 1).is("@")
                    && !(i > 1 && cursor.peek(i - 2).is("@"));
            if (assigned && (variable.is("default_storage_engine") || variable.is("storage_engine"))) {
                session.engine(cursor.peek(i + 2).text().replaceAll("['\"`]", ""));
            } else if (assigned && variable.is("explicit_defaults_for_timestamp")) {
                String value = cursor.peek(i + 2).text().toLowerCase(Locale.ROOT);
                session.bareTimestampsKnown(Set.of("1", "on", "true").contains(value));
            }
        }
        return ofSession ? List.of(new RunProgram(statement, state, statements)) : List.of();
    }
}
