package dev.schemaguard.database.postgres.fix;

import dev.schemaguard.database.postgres.dialect.PostgresDialect;
import dev.schemaguard.database.postgres.fix.SqlLexer.Refusal;
import dev.schemaguard.database.postgres.fix.SqlToken.Kind;
import dev.schemaguard.fix.Calls;
import dev.schemaguard.fix.UnsafeText;
import dev.schemaguard.fix.WrittenExpression;
import java.util.List;
import java.util.Set;

/**
 * Writes expressions of somebody else into SQL: each is read by PostgreSQL's rules to its end, found to be one expression, and written
 * anew from its tokens, in parentheses, so that no further clause can follow.
 */
public final class ExpressionWriter {

    /** Of the reserved words (manual, appendix C) those that occur in an expression; with the others a query or a clause begins. */
    private static final Set<String> WORDS_OF_EXPRESSIONS =
            Set.of(("all and any array as asymmetric both case cast collate current_catalog current_date current_role"
                            + " current_schema current_time current_timestamp current_user distinct else end false for from"
                            + " ilike in is isnull leading left like localtime localtimestamp not notnull null or overlaps"
                            + " placing right session_user similar some symmetric system_user then to trailing true user"
                            + " variadic when")
                    .split(" "));

    private static final Set<String> WORDS_OF_EXCLUSIONS = Set.of("using", "with", "where", "asc", "desc");

    /** Words that a constant consists of, or that stand for one. */
    private static final Set<String> CONSTANTS = Set.of("true", "false", "null");

    private ExpressionWriter() {}

    /**
     * An expression in parentheses.
     *
     * @param what what it is, such as {@code check}
     * @throws UnsafeText if it is not certain to be one expression
     */
    public static WrittenExpression expression(String what, String text) {
        List<SqlToken> tokens = tokens(what, text);
        return new WrittenExpression(inParentheses(tokens), CallReader.of(tokens));
    }

    /** The default of a column: the same, but for constants and the numbers of a sequence, which are single tokens or known by form. */
    public static WrittenExpression columnDefault(String text) {
        List<SqlToken> tokens = tokens("default", text);
        if (isConstant(tokens)) {
            return new WrittenExpression(written(tokens), Calls.NONE);
        }
        Calls calls = CallReader.of(tokens);
        return isNextval(tokens)
                ? new WrittenExpression(written(tokens), new Calls(calls.functions(), Set.of(), calls.operators()))
                : new WrittenExpression(inParentheses(tokens), calls);
    }

    /**
     * The rule of an exclusion: {@code USING method (column WITH operator, ...) WHERE (condition)}.
     *
     * @throws UnsafeText if it is of another form
     */
    public static WrittenExpression exclusion(String text) {
        try {
            List<SqlToken> tokens = SqlLexer.read(text);
            int method = requireForm(tokens);
            requireWords(tokens, WORDS_OF_EXCLUSIONS);
            return new WrittenExpression(written(tokens), CallReader.of(tokens.subList(method, tokens.size())));
        } catch (Refusal e) {
            throw new UnsafeText("exclusion", text, e.reason());
        }
    }

    /** Where the elements begin. */
    private static int requireForm(List<SqlToken> tokens) throws Refusal {
        int start = isAt(tokens, 0, "using") ? 2 : 0;
        int at = behindGroup(tokens, start);
        if (isAt(tokens, at, "include")) {
            at = behindGroup(tokens, at + 1);
        }
        if (isAt(tokens, at, "where")) {
            at = behindGroup(tokens, at + 1);
        }
        if (at != tokens.size()) {
            throw new Refusal("more stands behind it");
        }
        return start;
    }

    private static boolean isAt(List<SqlToken> tokens, int at, String word) {
        return at < tokens.size() && tokens.get(at).is(word);
    }

    private static int behindGroup(List<SqlToken> tokens, int start) throws Refusal {
        if (!isAt(tokens, start, "(")) {
            throw new Refusal("it is not of the form USING method (column WITH operator) WHERE (condition)");
        }
        return closing(tokens, start) + 1;
    }

    private static List<SqlToken> tokens(String what, String text) {
        try {
            List<SqlToken> tokens = SqlLexer.read(text);
            if (tokens.isEmpty()) {
                throw new Refusal("it is empty");
            }
            requireOne(tokens);
            requireWords(tokens, Set.of());
            return tokens;
        } catch (Refusal e) {
            throw new UnsafeText(what, text, e.reason());
        }
    }

    /** With any other reserved word a query or a clause begins, and VALUES is a query, too. */
    private static void requireWords(List<SqlToken> tokens, Set<String> more) throws Refusal {
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            String word = token.kind() == Kind.WORD ? PostgresDialect.INSTANCE.identifier(token.text()) : "";
            boolean reserved =
                    !word.isEmpty() && !PostgresDialect.INSTANCE.quote(word).equals(word);
            boolean known = WORDS_OF_EXPRESSIONS.contains(word)
                    || more.contains(word)
                    || word.equals("with") && isAt(tokens, i + 1, "time");
            if (reserved && !known || word.equals("values")) {
                throw new Refusal("the word " + word + " in it belongs to no expression; a name is to be quoted");
            }
        }
    }

    private static void requireOne(List<SqlToken> tokens) throws Refusal {
        int depth = 0;
        for (SqlToken token : tokens) {
            depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
            if (depth == 0 && token.is(",")) {
                throw new Refusal("a comma ends the expression");
            }
        }
    }

    /** A sign and a number, a string, or a word such as {@code true}: nothing can be in it but itself. */
    private static boolean isConstant(List<SqlToken> tokens) {
        SqlToken last = tokens.get(tokens.size() - 1);
        boolean signed = tokens.size() == 2 && tokens.get(0).is("-") && last.kind() == Kind.NUMBER;
        boolean word = last.kind() == Kind.WORD && CONSTANTS.contains(PostgresDialect.INSTANCE.identifier(last.text()));
        return signed || tokens.size() == 1 && (last.kind() == Kind.STRING || last.kind() == Kind.NUMBER || word);
    }

    /** {@code nextval('sequence')}, with or without the cast that a server prints. */
    private static boolean isNextval(List<SqlToken> tokens) {
        int size = tokens.size();
        return (size == 4
                        || size == 6 && tokens.get(3).is("::") && tokens.get(4).is("regclass"))
                && tokens.get(0).is("nextval")
                && tokens.get(1).is("(")
                && tokens.get(2).kind() == Kind.STRING
                && tokens.get(size - 1).is(")");
    }

    private static String inParentheses(List<SqlToken> tokens) {
        boolean already = tokens.get(0).is("(") && closing(tokens, 0) == tokens.size() - 1;
        return already ? written(tokens) : "(" + written(tokens) + ")";
    }

    private static int closing(List<SqlToken> tokens, int start) {
        int depth = 0;
        for (int i = start; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    private static String written(List<SqlToken> tokens) {
        StringBuilder text = new StringBuilder();
        for (SqlToken token : tokens) {
            text.append(token.spaced() && !text.isEmpty() ? " " : "").append(token.text());
        }
        return text.toString();
    }
}
