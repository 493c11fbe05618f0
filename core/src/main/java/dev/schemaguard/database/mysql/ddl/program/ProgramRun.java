package dev.schemaguard.database.mysql.ddl.program;

import dev.schemaguard.ddl.StatementReader;
import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.ddl.script.NotUnderstood;
import dev.schemaguard.ddl.script.SqlStatement;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import dev.schemaguard.model.Gap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Runs one statement with all that it calls, over the schema in the making (MySQL manual, 15.6). Where it hangs on what is not known
 * whether a part of it runs, what that part would change is left open.
 */
final class ProgramRun {

    /** No program calls itself deeper. */
    private static final int DEEPEST = 20;

    /** Whether statements run. */
    enum Mode {
        RUN,
        DOUBT,
        SKIP
    }

    private final Catalog catalog;
    private final ProgramState state;
    private final SqlStatement statement;
    private final ProgramStatements statements;
    private final Map<String, Possible> locals = new HashMap<>();
    private final int depth;

    /** Whether the statements behind run no more, for the program was left before. */
    private Mode rest = Mode.RUN;

    ProgramRun(Catalog catalog, ProgramState state, StatementReader reader, SqlStatement statement) {
        this(catalog, state, reader, statement, 0);
    }

    private ProgramRun(Catalog catalog, ProgramState state, StatementReader reader, SqlStatement statement, int depth) {
        this.catalog = catalog;
        this.state = state;
        this.statement = statement;
        this.depth = depth;
        this.statements = new ProgramStatements(this, catalog, reader, statement);
    }

    /** Runs the statement. */
    void run(Mode mode) {
        try {
            Cursor cursor = cursor(statement.tokens());
            while (!cursor.atEnd()) {
                one(cursor, mode);
            }
        } catch (NotUnderstood | IllegalArgumentException e) {
            lose("what a program does is not understood: " + e.getMessage());
        }
    }

    Cursor cursor(List<Token> tokens) {
        return new Cursor(with(tokens), catalog.dialect());
    }

    /** The tokens as a statement that stands where this one does. */
    SqlStatement with(List<Token> tokens) {
        return new SqlStatement(tokens, true, statement.location(), 0, 0);
    }

    /** A name without its quotes. */
    String name(Token token) {
        return catalog.dialect().identifier(token.text());
    }

    ProgramState state() {
        return state;
    }

    Map<String, Possible> locals() {
        return locals;
    }

    Evaluation evaluation() {
        return new Evaluation(catalog, state, locals);
    }

    /** Leaves everything open, for a program that is not understood may change anything. */
    void lose(String reason) {
        catalog.gap(Gap.everywhere(statement.origin(), reason));
    }

    /** Runs a procedure with values for its parameters. */
    void call(ProgramState.Procedure procedure, List<Possible> arguments, StatementReader reader, Mode mode) {
        if (depth == DEEPEST) {
            lose("a procedure calls itself more than " + DEEPEST + " times");
            return;
        }
        ProgramRun called = new ProgramRun(catalog, state, reader, with(procedure.body()), depth + 1);
        for (int i = 0; i < procedure.parameters().size(); i++) {
            Possible value = i < arguments.size() ? arguments.get(i) : Possible.UNKNOWN;
            called.locals.put(procedure.parameters().get(i), value);
        }
        called.run(mode);
    }

    private static Mode lesser(Mode one, Mode other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** Leaves the program: what stands behind does not run, or perhaps not. */
    void leave(Mode mode) {
        if (mode != Mode.SKIP) {
            rest = lesser(rest, mode == Mode.RUN ? Mode.SKIP : Mode.DOUBT);
        }
    }

    /** From here on it is not known whether statements run. */
    void doubtRest() {
        rest = lesser(rest, Mode.DOUBT);
    }

    private void one(Cursor cursor, Mode outer) {
        Mode mode = lesser(outer, rest);
        if (cursor.peek().isName() && cursor.peek(1).is(":")) {
            cursor.next();
            cursor.next();
        }
        if (cursor.accept(";")) {
            return;
        }
        if (cursor.accept("BEGIN")) {
            cursor.accept("NOT", "ATOMIC");
            sequence(cursor, outer, "END");
            cursor.expect("END");
            label(cursor);
        } else if (cursor.at("IF") && !cursor.peek(1).is("EXISTS")) {
            choose(cursor, outer);
        } else if (cursor.atAny("WHILE", "LOOP", "REPEAT", "FOR", "CASE")) {
            repeat(cursor, mode);
        } else {
            statements.read(cursor, mode);
        }
    }

    private static void label(Cursor cursor) {
        if (cursor.peek().isName() && !cursor.at("END")) {
            cursor.next();
        }
    }

    private void sequence(Cursor cursor, Mode mode, String... ends) {
        while (!cursor.atAny(ends)) {
            if (cursor.atEnd()) {
                throw cursor.unexpected();
            }
            one(cursor, mode);
        }
    }

    private void choose(Cursor cursor, Mode outer) {
        boolean taken = false;
        boolean perhaps = false;
        do {
            cursor.next();
            Optional<Boolean> condition = evaluation().of(upTo(cursor, "THEN")).truth();
            cursor.expect("THEN");
            Mode branch = taken || condition.filter(is -> !is).isPresent()
                    ? Mode.SKIP
                    : condition.isEmpty() || perhaps ? Mode.DOUBT : Mode.RUN;
            taken |= condition.orElse(false);
            perhaps |= condition.isEmpty();
            sequence(cursor, lesser(outer, branch), "ELSEIF", "ELSE", "END");
        } while (cursor.at("ELSEIF"));
        if (cursor.accept("ELSE")) {
            Mode branch = taken ? Mode.SKIP : perhaps ? Mode.DOUBT : Mode.RUN;
            sequence(cursor, lesser(outer, branch), "END");
        }
        cursor.expect("END", "IF");
    }

    /** What stands up to a word that is in no parentheses. */
    Cursor upTo(Cursor cursor, String... words) {
        int from = cursor.mark();
        while (!cursor.atEnd() && !cursor.atAny(words)) {
            cursor.skipOne();
        }
        int to = cursor.mark();
        cursor.reset(from);
        Cursor part = cursor.upTo(to);
        cursor.reset(to);
        return part;
    }

    /** A loop, or a choice of many: how often its parts run is not followed. */
    private void repeat(Cursor cursor, Mode mode) {
        String kind = cursor.next().text().toUpperCase(Locale.ROOT);
        Mode within = lesser(mode, Mode.DOUBT);
        if (kind.equals("WHILE") || kind.equals("FOR")) {
            upTo(cursor, "DO");
            cursor.expect("DO");
        } else if (kind.equals("CASE")) {
            upTo(cursor, "WHEN");
        }
        while (!cursor.at("END")) {
            if (cursor.accept("WHEN")) {
                upTo(cursor, "THEN");
                cursor.expect("THEN");
            } else if (cursor.accept("UNTIL")) {
                upTo(cursor, "END");
            } else if (!cursor.accept("ELSE")) {
                one(cursor, within);
            }
        }
        cursor.expect("END", kind);
        label(cursor);
    }

    /** Whether a token is a word that a program ends a statement with. */
    static boolean ends(Token token) {
        return token.is(";") || token.kind() == Kind.END;
    }
}
