package dev.schemaguard.database.mysql.fix;

import dev.schemaguard.database.mysql.fix.SqlTokens.Kind;
import dev.schemaguard.database.mysql.fix.SqlTokens.Refusal;
import dev.schemaguard.database.mysql.fix.SqlTokens.Token;
import dev.schemaguard.fix.Calls;
import dev.schemaguard.fix.UnsafeText;
import dev.schemaguard.fix.WrittenExpression;
import dev.schemaguard.model.ObjectName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes expressions of somebody else into SQL: each is read to its end, found to be one expression, and written anew from its tokens,
 * in parentheses, so that no further clause can follow.
 */
final class ExpressionWriter {

    /** With these a query or a statement begins, of which no expression of a table consists (manual, CREATE TABLE). */
    private static final Set<String> NEVER = Set.of(("select insert update delete replace union except intersect table"
                    + " values with into procedure call do load handler prepare execute outfile dumpfile")
            .split(" "));

    /** Words before a bracket that call nothing. */
    private static final Set<String> WORDS =
            Set.of(("and or not xor in between like rlike regexp is null case when then"
                            + " else end div mod binary collate interval as from using distinct escape sounds member of"
                            + " current_timestamp current_date current_time localtime localtimestamp")
                    .split(" "));

    /** The clock as a default, which stands without parentheses (manual, 11.2.5). */
    private static final Pattern CLOCK = Pattern.compile(
            "(?i:(?:now|current_timestamp|localtimestamp|localtime) *\\( *[0-6]? *\\)|current_timestamp|localtimestamp|localtime)");

    private ExpressionWriter() {}

    /**
     * An expression in parentheses.
     *
     * @param what what it is, such as {@code check}
     * @throws UnsafeText if it is not certain to be one expression
     */
    static WrittenExpression expression(String what, String text) {
        List<Token> tokens = tokens(what, text);
        return new WrittenExpression(inParentheses(tokens), calls(tokens));
    }

    /** The default of a column: the same, but for constants and the clock, which stand by themselves. */
    static WrittenExpression columnDefault(String text) {
        List<Token> tokens = tokens("default", text);
        return isConstant(tokens) || CLOCK.matcher(text).matches()
                ? new WrittenExpression(written(tokens), Calls.NONE)
                : new WrittenExpression(inParentheses(tokens), calls(tokens));
    }

    private static List<Token> tokens(String what, String text) {
        try {
            List<Token> tokens = SqlTokens.of(text);
            if (tokens.isEmpty()) {
                throw new Refusal("it is empty");
            }
            requireOne(tokens);
            return tokens;
        } catch (Refusal e) {
            throw new UnsafeText(what, text, e.reason());
        }
    }

    private static void requireOne(List<Token> tokens) throws Refusal {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.is(",")) {
                throw new Refusal("a comma ends the expression");
            }
            boolean called = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
            boolean never = token.kind() == Kind.WORD && NEVER.contains(lower(token));
            // Some of them are functions, too.
            if (never && !(called && Set.of("insert", "replace").contains(lower(token)))) {
                throw new Refusal(
                        "the word " + token.text() + " in it belongs to no expression; a name is to be quoted");
            }
        }
    }

    private static boolean isConstant(List<Token> tokens) {
        Token last = tokens.get(tokens.size() - 1);
        boolean number = last.kind() == Kind.NUMBER;
        boolean word = last.is("true") || last.is("false") || last.is("null");
        return tokens.size() == 1 && (number || word || last.kind() == Kind.STRING)
                || tokens.size() == 2 && tokens.get(0).is("-") && number;
    }

    /** Rather too much than too little: whatever stands before a bracket and is no keyword is called. */
    private static Calls calls(List<Token> tokens) {
        Set<ObjectName> functions = new LinkedHashSet<>();
        Set<ObjectName> unknown = new LinkedHashSet<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean name = token.kind() == Kind.QUOTED_NAME || token.kind() == Kind.WORD;
            if (!name || !tokens.get(i + 1).is("(")) {
                continue;
            }
            boolean qualified = i > 0 && tokens.get(i - 1).is(".");
            if (qualified || token.kind() == Kind.QUOTED_NAME || !WORDS.contains(lower(token))) {
                ObjectName function = ObjectName.of(lower(token).replace("`", ""));
                functions.add(function);
                if (qualified || token.kind() == Kind.QUOTED_NAME || !HarmlessFunctions.contains(function.name())) {
                    unknown.add(function);
                }
            }
        }
        return new Calls(functions, unknown, Set.of());
    }

    private static String lower(Token token) {
        return token.text().toLowerCase(Locale.ROOT);
    }

    private static String inParentheses(List<Token> tokens) {
        boolean already = tokens.get(0).is("(") && closing(tokens) == tokens.size() - 1;
        return already ? written(tokens) : "(" + written(tokens) + ")";
    }

    private static int closing(List<Token> tokens) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    private static String written(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens) {
            text.append(token.spaced() && !text.isEmpty() ? " " : "").append(token.text());
        }
        return text.toString();
    }
}
