package dev.schemaguard.database.mysql.ddl.reader;

import dev.schemaguard.ddl.StatementReader;
import dev.schemaguard.ddl.change.Unreadable;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.ddl.script.SqlStatement;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import dev.schemaguard.model.Origin;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads routines, and the statements that run them or a text. */
final class ProgramReader {

    private static final String[] ROUTINES = {"PROCEDURE", "FUNCTION", "TRIGGER", "EVENT", "PACKAGE"};

    /** What in a program can change the schema: statements, and whatever runs others. */
    private static final Set<String> CHANGING =
            Set.of("create", "alter", "drop", "rename", "prepare", "execute", "call");

    private final Session session;

    @SuppressWarnings("unused")
    private final StatementReader statements;

    /** The procedures that change nothing. */
    private final Set<String> harmless = new HashSet<>();

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
        for (int i = 1; i < 24 && cursor.peek(i).kind() != Kind.END; i++) {
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
        List<Change> changes = changes(cursor, statement.origin());
        cursor.skipRest();
        return changes;
    }

    private List<Change> changes(Cursor cursor, Origin origin) {
        if (cursor.accept("CALL")) {
            String name = cursor.name().name().toLowerCase(Locale.ROOT);
            return harmless.contains(name)
                    ? List.of()
                    : List.of(Unreadable.everywhere(origin, "what procedure '" + name + "' changes is not known"));
        }
        if (cursor.accept("PREPARE")) {
            return List.of();
        }
        if (cursor.atAny("EXECUTE", "BEGIN")) {
            return List.of(Unreadable.everywhere(origin, "what a program runs is known only when it runs"));
        }
        return routine(cursor, origin);
    }

    private List<Change> routine(Cursor cursor, Origin origin) {
        boolean creates = cursor.at("CREATE");
        while (!cursor.atAny(ROUTINES)) {
            cursor.next();
        }
        boolean event = cursor.at("EVENT");
        boolean procedure = cursor.at("PROCEDURE");
        cursor.next();
        if (!cursor.acceptIfNotExists()) {
            cursor.acceptIfExists();
        }
        String name = cursor.identifier().toLowerCase(Locale.ROOT);
        boolean changes = cursor.remaining().stream()
                .anyMatch(token -> token.kind() == Kind.WORD
                        && CHANGING.contains(token.text().toLowerCase(Locale.ROOT)));
        if (procedure && creates) {
            if (changes) {
                harmless.remove(name);
            } else {
                harmless.add(name);
            }
        }
        return event && changes
                ? List.of(Unreadable.everywhere(origin, "what event '" + name + "' changes, and when, is not known"))
                : List.of();
    }

    /** Takes notice of a statement of rows. */
    void skipped(SqlStatement statement) {}

    /** Takes notice of variables that are set. */
    void set(Cursor cursor) {
        for (int i = 0; i + 2 < cursor.remaining().size(); i++) {
            Token variable = cursor.peek(i);
            boolean assigned = cursor.peek(i + 1).is("=") || cursor.peek(i + 1).is(":=");
            if (assigned && (variable.is("default_storage_engine") || variable.is("storage_engine"))) {
                session.engine(cursor.peek(i + 2).text().replaceAll("['\"`]", ""));
            } else if (assigned && variable.is("explicit_defaults_for_timestamp")) {
                String value = cursor.peek(i + 2).text().toLowerCase(Locale.ROOT);
                session.bareTimestampsKnown(Set.of("1", "on", "true").contains(value));
            }
        }
    }
}
