package dev.schemaguard.database.mysql.ddl.program;

import dev.schemaguard.ddl.StatementReader;
import dev.schemaguard.ddl.UncertainChange;
import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.ddl.script.Holes;
import dev.schemaguard.ddl.script.SqlExpression;
import dev.schemaguard.ddl.script.SqlStatement;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Runs the statements of a program that contain no others. */
final class ProgramStatements {

    private static final String WHY = "whether this statement of a program runs is known only when it runs";

    /** What changes no schema, whatever it is about. */
    private static final Set<String> OF_ROWS = Set.of(
            "insert",
            "update",
            "delete",
            "replace",
            "open",
            "close",
            "iterate",
            "commit",
            "rollback",
            "start",
            "do",
            "deallocate",
            "truncate",
            "get",
            "analyze",
            "optimize",
            "show",
            "with",
            "values",
            "lock",
            "unlock",
            "flush",
            "savepoint",
            "release",
            "grant",
            "revoke");

    private final ProgramRun run;
    private final Catalog catalog;
    private final StatementReader reader;
    private final SqlStatement place;
    private final Variables variables;
    private boolean errorsAreSwallowed;

    ProgramStatements(ProgramRun run, Catalog catalog, StatementReader reader, SqlStatement place) {
        this.run = run;
        this.catalog = catalog;
        this.reader = reader;
        this.place = place;
        this.variables = new Variables(run);
    }

    /** Runs the one that stands here. */
    void read(Cursor cursor, ProgramRun.Mode mode) {
        if (cursor.at("DECLARE")) {
            declare(cursor, mode);
            return;
        }
        Cursor statement = run.upTo(cursor, ";");
        cursor.accept(";");
        if (mode == ProgramRun.Mode.SKIP) {
            return;
        }
        String word = statement.peek().text().toLowerCase(Locale.ROOT);
        switch (word) {
            case "set" -> variables.set(statement, mode);
            case "select" -> variables.select(statement, mode);
            case "prepare" -> prepare(statement, mode);
            case "execute" -> execute(statement, mode);
            case "call" -> call(statement, mode);
            case "fetch" -> variables.fetch(statement);
            case "leave", "return", "signal", "resignal" -> run.leave(mode);
            default -> {
                if (!OF_ROWS.contains(word)) {
                    change(statement.remaining(), mode);
                }
            }
        }
    }

    private void declare(Cursor cursor, ProgramRun.Mode mode) {
        cursor.next();
        if (cursor.peek(1).is("HANDLER")) {
            handler(cursor, mode);
            return;
        }
        Cursor statement = run.upTo(cursor, ";");
        cursor.accept(";");
        if (statement.peek(1).is("CURSOR") || statement.peek(1).is("CONDITION")) {
            return;
        }
        variables.declare(statement);
    }

    /** What happens on an error: it is passed over, or the rest does not run. What the handler itself does is left open. */
    private void handler(Cursor cursor, ProgramRun.Mode mode) {
        boolean goesOn = cursor.next().is("CONTINUE");
        cursor.expect("HANDLER", "FOR");
        boolean ofRows = cursor.at("NOT", "FOUND");
        while (!cursor.atAny("BEGIN", "SET", "ROLLBACK", "SELECT", "RESIGNAL", "SIGNAL", "CALL", "INSERT", "GET")) {
            cursor.next();
        }
        if (cursor.at("BEGIN")) {
            block(cursor, mode);
        } else {
            read(cursor, mode == ProgramRun.Mode.SKIP ? mode : ProgramRun.Mode.DOUBT);
        }
        if (!ofRows && goesOn) {
            errorsAreSwallowed = true;
        } else if (!ofRows) {
            run.doubtRest();
        }
    }

    /** A block of a handler: its tokens up to the end of it. */
    private void block(Cursor cursor, ProgramRun.Mode mode) {
        int depth = 0;
        do {
            Token token = cursor.next();
            boolean other = cursor.peek().is("IF")
                    || cursor.peek().is("LOOP")
                    || cursor.peek().is("WHILE");
            depth += token.is("BEGIN") || token.is("CASE") ? 1 : token.is("END") && !other ? -1 : 0;
            boolean changing = token.is("ALTER") || token.is("DROP") || token.is("CREATE") || token.is("EXECUTE");
            if (changing && mode != ProgramRun.Mode.SKIP) {
                run.lose("what a handler of errors does is not followed");
            }
        } while (depth > 0);
    }

    private void prepare(Cursor statement, ProgramRun.Mode mode) {
        statement.next();
        String name = statement.identifier();
        statement.expect("FROM");
        Possible text = run.evaluation().of(statement);
        run.state()
                .prepare(
                        name,
                        mode == ProgramRun.Mode.RUN ? text : text.or(run.state().prepared(name)));
    }

    private void execute(Cursor statement, ProgramRun.Mode mode) {
        statement.next();
        Possible text = statement.accept("IMMEDIATE")
                ? run.evaluation().of(run.upTo(statement, "USING"))
                : run.state().prepared(statement.identifier());
        if (text.texts().isEmpty()) {
            run.lose("which text is run here is known only when it runs");
            return;
        }
        ProgramRun.Mode each = text.texts().size() > 1 ? ProgramRun.Mode.DOUBT : mode;
        for (String sql : text.texts()) {
            List<Token> tokens = tokens(sql);
            if (!tokens.isEmpty()) {
                read(run.cursor(tokens), each);
            }
        }
    }

    /** The tokens of a text that is run, all of them where the statement stands that runs it. */
    private List<Token> tokens(String sql) {
        int line = place.origin().line();
        return SqlExpression.tokens(sql, catalog.habits().lexicalRules()).stream()
                .map(token -> new Token(token.kind(), token.text(), line, token.spaced()))
                .toList();
    }

    private void call(Cursor statement, ProgramRun.Mode mode) {
        statement.next();
        String name = statement.name().name().toLowerCase(Locale.ROOT);
        ProgramState.Procedure procedure = run.state().procedures().get(name);
        if (procedure == null) {
            run.lose("procedure '" + name + "' is called, which no statement before it creates");
            return;
        }
        List<Possible> arguments = new ArrayList<>();
        List<String> passed = new ArrayList<>();
        for (Cursor argument : statement.at("(") ? statement.list() : List.<Cursor>of()) {
            boolean variable = argument.at("@") && argument.peek(1).isName();
            if (variable) {
                passed.add(catalog.dialect().identifier(argument.peek(1).text()));
            }
            arguments.add(run.evaluation().of(argument));
        }
        run.call(procedure, arguments, reader, mode);
        // A parameter can be one that is set.
        passed.forEach(variables::forget);
    }

    private void change(List<Token> tokens, ProgramRun.Mode mode) {
        if (tokens.isEmpty() || tokens.get(0).kind() == Kind.END) {
            return;
        }
        boolean holes = tokens.stream().anyMatch(token -> Holes.in(token.text()));
        for (Change change : reader.read(run.with(tokens))) {
            if (holes) {
                UncertainChange.aboutHoles(change, catalog);
            } else if (mode == ProgramRun.Mode.DOUBT) {
                UncertainChange.about(change, catalog, WHY);
            } else if (!errorsAreSwallowed || !change.conflicts(catalog)) {
                change.applyTo(catalog);
            }
        }
    }
}
