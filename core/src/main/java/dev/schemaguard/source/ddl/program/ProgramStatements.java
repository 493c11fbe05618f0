package dev.schemaguard.source.ddl.program;

import dev.schemaguard.model.Origin;
import dev.schemaguard.source.ddl.draft.Change;
import dev.schemaguard.source.ddl.script.SqlStatement;
import dev.schemaguard.source.ddl.script.Token;
import dev.schemaguard.source.ddl.script.Token.Kind;
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

    /** Reads a statement that holds no others. */
    List<Step> read(List<Token> statement) {
        List<Step> steps = new ArrayList<>();
        if (statement.isEmpty()) {
            return steps;
        }
        Token first = statement.get(0);
        boolean assigns = statement.size() > 2
                && (statement.get(1).is(":=") || statement.get(1).is("="));
        if (assigns && first.isName()) {
            steps.add(new Step.Assignment(name(first), statement.subList(2, statement.size())));
        } else if (first.is("EXECUTE")) {
            steps.add(new Step.Dynamic(
                    beforeAny(statement.subList(1, statement.size()), "INTO", "USING"), origin(first)));
        } else if (first.is("PERFORM")) {
            List<Token> query = new ArrayList<>(statement);
            query.set(0, new Token(Kind.WORD, "SELECT", first.line(), first.spaced()));
            steps.add(new Step.Assignment("found", asked(query)));
            steps.add(new Step.Sql(changes(query)));
        } else if (first.is("RETURN") || first.is("EXIT") || first.is("CONTINUE")) {
            steps.add(new Step.Stop(first.is("RETURN") && statement.stream().noneMatch(token -> token.is("QUERY"))));
        } else if (!HARMLESS.contains(name(first))) {
            selectInto(statement, steps);
            steps.add(new Step.Sql(changes(statement)));
        }
        return steps;
    }

    /** A query that puts its result into a variable gives it a value. */
    private static void selectInto(List<Token> statement, List<Step> steps) {
        if (!statement.get(0).is("SELECT")) {
            return;
        }
        List<Token> query = new ArrayList<>();
        String variable = "";
        for (int i = 0; i < statement.size(); i++) {
            if (statement.get(i).is("INTO") && i + 1 < statement.size()) {
                i += statement.get(i + 1).is("STRICT") && i + 2 < statement.size() ? 2 : 1;
                variable = name(statement.get(i));
            } else {
                query.add(statement.get(i));
            }
        }
        if (!variable.isEmpty()) {
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
