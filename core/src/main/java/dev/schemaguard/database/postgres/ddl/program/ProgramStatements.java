package dev.schemaguard.database.postgres.ddl.program;

import dev.schemaguard.ddl.StatementReader;
import dev.schemaguard.ddl.draft.Change;
import dev.schemaguard.ddl.script.NotUnderstood;
import dev.schemaguard.ddl.script.SqlStatement;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import dev.schemaguard.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the statements of PL/pgSQL that hold no others.
 *
 * @param location the script
 * @param reader reads what is plain SQL
 */
record ProgramStatements(String location, StatementReader reader) {

    /** Statements that change no schema. */
    private static final Set<String> HARMLESS = Set.of(
            "null",
            "raise",
            "get",
            "assert",
            "open",
            "fetch",
            "move",
            "close",
            "insert",
            "update",
            "delete",
            "merge",
            "commit",
            "rollback");

    /** Levels of messages that stop nothing. */
    private static final Set<String> TOLD = Set.of("debug", "log", "info", "notice", "warning");

    /** Reads a statement that holds no others. */
    List<Step> read(List<Token> statement) {
        List<Step> steps = new ArrayList<>();
        if (statement.isEmpty()) {
            return steps;
        }
        Token first = statement.get(0);
        if (assigns(statement)) {
            assignment(statement, steps);
        } else if (first.is("EXECUTE")) {
            if (statement.stream().anyMatch(token -> token.is("INTO"))) {
                steps.add(new Step.Forget());
            }
            steps.add(new Step.Dynamic(
                    beforeAny(statement.subList(1, statement.size()), "INTO", "USING"), origin(first)));
        } else if (first.is("PERFORM")) {
            List<Token> query = new ArrayList<>(statement);
            query.set(0, new Token(Kind.WORD, "SELECT", first.line(), first.spaced()));
            steps.add(new Step.Assignment("found", asked(query)));
            steps.add(new Step.Sql(changes(query)));
        } else if (first.is("RETURN") || first.is("EXIT") || first.is("CONTINUE")) {
            steps.add(new Step.Stop(first.is("RETURN") && statement.stream().noneMatch(token -> token.is("QUERY"))));
        } else if (HARMLESS.contains(name(first))) {
            harmless(statement, steps);
        } else {
            if (first.is("CALL") || first.is("WITH")) {
                steps.add(new Step.Forget());
            }
            selectInto(statement, steps);
            List<Change> changes = changes(statement);
            steps.add(changes.isEmpty() ? new Step.Plain() : new Step.Sql(changes));
        }
        return steps;
    }

    /** Whether a variable, or a part of one, gets a value. */
    private static boolean assigns(List<Token> statement) {
        int end = 0;
        while (end < statement.size()
                && !statement.get(end).is(":=")
                && !statement.get(end).is("=")) {
            end++;
        }
        boolean named = statement.get(0).isName() && end > 0 && end + 1 < statement.size();
        return named
                && (end == 1 || statement.get(1).is(".") || statement.get(1).is("["));
    }

    /** Of a part only the whole is known to have changed. */
    private static void assignment(List<Token> statement, List<Step> steps) {
        boolean whole = statement.get(1).is(":=") || statement.get(1).is("=");
        steps.add(
                whole
                        ? new Step.Assignment(name(statement.get(0)), statement.subList(2, statement.size()))
                        : new Step.Forget());
    }

    /** What changes no schema may take back what did, give values to variables, or fail. */
    private static void harmless(List<Token> statement, List<Step> steps) {
        Token first = statement.get(0);
        if (first.is("ROLLBACK")) {
            throw new NotUnderstood("it takes back what it did (ROLLBACK)");
        }
        if (first.is("NULL") || first.is("RAISE") && statement.size() > 1 && TOLD.contains(name(statement.get(1)))) {
            return;
        }
        boolean sets = first.is("GET") || statement.stream().anyMatch(token -> token.is("INTO"));
        steps.add(sets ? new Step.Forget() : new Step.Assignment("found", List.of()));
        steps.add(new Step.Plain());
    }

    /** A query that puts its result into a variable gives it a value. */
    private static void selectInto(List<Token> statement, List<Step> steps) {
        if (!statement.get(0).is("SELECT")) {
            return;
        }
        List<Token> query = new ArrayList<>();
        String variable = "";
        boolean several = false;
        for (int i = 0; i < statement.size(); i++) {
            if (statement.get(i).is("INTO") && i + 1 < statement.size()) {
                i += statement.get(i + 1).is("STRICT") && i + 2 < statement.size() ? 2 : 1;
                variable = name(statement.get(i));
                several = i + 1 < statement.size()
                        && (statement.get(i + 1).is(",") || statement.get(i + 1).is("."));
            } else {
                query.add(statement.get(i));
            }
        }
        if (several) {
            steps.add(new Step.Forget());
        } else if (!variable.isEmpty()) {
            steps.add(new Step.Assignment("found", asked(query)));
            query.add(0, new Token(Kind.SYMBOL, "(", query.get(0).line(), true));
            query.add(new Token(Kind.SYMBOL, ")", query.get(0).line(), false));
            steps.add(new Step.Assignment(variable, query));
        }
    }

    /** The condition that a query gives rows. */
    private static List<Token> asked(List<Token> query) {
        int line = query.get(0).line();
        List<Token> condition = new ArrayList<>();
        condition.add(new Token(Kind.WORD, "EXISTS", line, true));
        condition.add(new Token(Kind.SYMBOL, "(", line, true));
        condition.addAll(query);
        condition.add(new Token(Kind.SYMBOL, ")", line, false));
        return condition;
    }

    private List<Change> changes(List<Token> statement) {
        return reader.read(new SqlStatement(withoutInto(statement), true, location, 0, 0));
    }

    /** {@code SELECT ... INTO variable} makes no table here, as it would on its own. */
    private static List<Token> withoutInto(List<Token> statement) {
        if (!statement.get(0).is("SELECT") && !statement.get(0).is("WITH")) {
            return statement;
        }
        return statement.stream().filter(token -> !token.is("INTO")).toList();
    }

    private static List<Token> beforeAny(List<Token> tokens, String... words) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            for (String word : words) {
                if (depth == 0 && token.is(word)) {
                    return tokens.subList(0, i);
                }
            }
        }
        return tokens;
    }

    private Origin origin(Token token) {
        return Origin.of(location, token.line());
    }

    private static String name(Token token) {
        return token.text().toLowerCase(Locale.ROOT);
    }
}
