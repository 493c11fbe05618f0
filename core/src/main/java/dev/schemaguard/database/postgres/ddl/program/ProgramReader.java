package dev.schemaguard.database.postgres.ddl.program;

import dev.schemaguard.ddl.StatementReader;
import dev.schemaguard.ddl.change.IndexChange;
import dev.schemaguard.ddl.change.Only;
import dev.schemaguard.ddl.script.Literals;
import dev.schemaguard.ddl.script.NotUnderstood;
import dev.schemaguard.ddl.script.SqlExpression;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the body of a DO block or function in PL/pgSQL into steps (manual, 41). */
public final class ProgramReader {

    private static final int DEEPEST = 200;

    private final List<Token> tokens;
    private final ProgramStatements statements;
    private int at;
    private int depth;

    private ProgramReader(List<Token> tokens, String location, StatementReader reader) {
        this.tokens = tokens;
        this.statements = new ProgramStatements(location, reader);
    }

    /**
     * Reads a body.
     *
     * @param body the string that holds it
     * @throws NotUnderstood if it is not PL/pgSQL
     */
    public static List<Step> read(Token body, String location, StatementReader reader) {
        ProgramReader program = new ProgramReader(tokens(body), location, reader);
        List<Step> steps = program.block();
        program.accept(";");
        return steps;
    }

    /** Reads the statements of a body in plain SQL. */
    public static List<Step> readSql(Token body, String location, StatementReader reader) {
        ProgramReader program = new ProgramReader(tokens(body), location, reader);
        List<Step> steps = new ArrayList<>();
        while (program.at < program.tokens.size()) {
            program.statement(steps);
        }
        return steps;
    }

    /** The tokens of a body, on the lines where they stand in the script. */
    private static List<Token> tokens(Token body) {
        List<Token> tokens = new ArrayList<>();
        for (Token token : SqlExpression.tokens(Literals.string(body))) {
            tokens.add(new Token(
                    token.kind(), token.text(), body.line() == 0 ? 0 : token.line() + body.line() - 1, token.spaced()));
        }
        return tokens;
    }

    private List<Step> block() {
        skipLabel();
        List<Step> steps = new ArrayList<>();
        if (accept("DECLARE")) {
            while (!is("BEGIN")) {
                declaration(steps);
            }
        }
        expect("BEGIN");
        List<Step> body = steps("EXCEPTION", "END");
        if (accept("EXCEPTION")) {
            List<Step> handler = new ArrayList<>();
            boolean aboutNames = true;
            boolean aboutObjects = false;
            int handlers = 0;
            while (accept("WHEN")) {
                List<Token> conditions = upTo("THEN");
                aboutNames &= conditions.stream().allMatch(ProgramReader::isAboutName);
                aboutObjects |= conditions.stream().anyMatch(condition -> condition.is("undefined_object"));
                handler.addAll(steps("WHEN", "END"));
                handlers++;
            }
            steps.add(new Step.Attempt(
                    body, handler, aboutNames && handlers == 1 && !(aboutObjects && makesIndexes(body))));
        } else {
            steps.addAll(body);
        }
        expect("END");
        if (at < tokens.size() && tokens.get(at).isName()) {
            at++;
        }
        return steps;
    }

    /** Whether an operator class may be missing, which is no name of the script. */
    private static boolean makesIndexes(List<Step> steps) {
        return steps.stream()
                .anyMatch(step -> step instanceof Step.Sql sql
                        && sql.changes().stream()
                                .map(change -> change instanceof Only only ? only.change() : change)
                                .anyMatch(IndexChange.Create.class::isInstance));
    }

    /** Whether a condition is that a name is taken or missing, and not one that rows can bring about. */
    private static boolean isAboutName(Token condition) {
        String name = name(condition);
        // A label of an enum that is not there is an invalid parameter.
        return condition.is("OR")
                || name.startsWith("duplicate_")
                || name.startsWith("undefined_")
                || name.equals("invalid_parameter_value");
    }

    private void declaration(List<Step> steps) {
        List<Token> declaration = upTo(";");
        for (int i = 1; i < declaration.size(); i++) {
            Token token = declaration.get(i);
            if (token.is(":=") || token.is("=") || token.is("DEFAULT")) {
                steps.add(
                        new Step.Assignment(name(declaration.get(0)), declaration.subList(i + 1, declaration.size())));
                return;
            }
        }
    }

    private List<Step> steps(String... ends) {
        List<Step> steps = new ArrayList<>();
        while (!isAny(ends)) {
            statement(steps);
        }
        return steps;
    }

    private void statement(List<Step> steps) {
        if (++depth > DEEPEST) {
            throw new NotUnderstood("the program is nested more than " + DEEPEST + " times");
        }
        nested(steps);
        depth--;
    }

    private void nested(List<Step> steps) {
        skipLabel();
        if (is("BEGIN") || is("DECLARE")) {
            steps.addAll(block());
            accept(";");
        } else if (accept("IF")) {
            steps.add(branch());
        } else if (accept("CASE")) {
            steps.add(cases());
        } else if (is("LOOP") || is("WHILE") || is("FOR") || is("FOREACH")) {
            List<Token> header = upTo("LOOP");
            List<Step> body = steps("END");
            expect("END");
            expect("LOOP");
            upTo(";");
            steps.add(new Step.Loop(header, body));
        } else {
            steps.addAll(statements.read(upTo(";")));
        }
    }

    private Step branch() {
        List<Step.Arm> arms = new ArrayList<>();
        do {
            List<Token> condition = upTo("THEN");
            arms.add(new Step.Arm(condition, steps("ELSIF", "ELSEIF", "ELSE", "END")));
        } while (accept("ELSIF") || accept("ELSEIF"));
        if (accept("ELSE")) {
            arms.add(new Step.Arm(List.of(), steps("END")));
        }
        expect("END");
        expect("IF");
        accept(";");
        return new Step.Branch(arms);
    }

    private Step cases() {
        List<Token> value = upTo("WHEN");
        List<Step.Arm> arms = new ArrayList<>();
        do {
            List<Token> condition = new ArrayList<>(value);
            if (!value.isEmpty()) {
                condition.add(new Token(Kind.SYMBOL, "=", value.get(0).line(), true));
            }
            condition.addAll(upTo("THEN"));
            arms.add(new Step.Arm(condition, steps("WHEN", "ELSE", "END")));
        } while (accept("WHEN"));
        if (accept("ELSE")) {
            arms.add(new Step.Arm(List.of(), steps("END")));
        }
        expect("END");
        expect("CASE");
        accept(";");
        return new Step.Branch(arms);
    }

    private static String name(Token token) {
        return token.text().toLowerCase(Locale.ROOT);
    }

    private void skipLabel() {
        if (is("<<")) {
            upTo(">>");
        }
    }

    /** The tokens before a word or symbol outside of all parentheses, which is consumed too. */
    private List<Token> upTo(String end) {
        int from = at;
        int depth = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at++);
            if (depth <= 0 && token.is(end)) {
                return tokens.subList(from, at - 1);
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
        if (!end.equals(";")) {
            throw new NotUnderstood("'" + end + "' is missing in the program");
        }
        return tokens.subList(from, at);
    }

    private boolean is(String word) {
        return at < tokens.size() && tokens.get(at).is(word);
    }

    private boolean isAny(String... words) {
        if (at >= tokens.size()) {
            throw new NotUnderstood("'" + words[words.length - 1] + "' is missing in the program");
        }
        for (String word : words) {
            if (is(word)) {
                return true;
            }
        }
        return false;
    }

    private boolean accept(String word) {
        boolean found = is(word);
        at += found ? 1 : 0;
        return found;
    }

    private void expect(String word) {
        if (!accept(word)) {
            throw new NotUnderstood("'" + word + "' is missing in the program");
        }
    }
}
