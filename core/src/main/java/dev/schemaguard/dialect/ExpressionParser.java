package dev.schemaguard.dialect;

import dev.schemaguard.dialect.ExpressionToken.Kind;
import dev.schemaguard.dialect.ExpressionToken.NotAnExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Spells an expression in one way, whoever printed it: every operation in parentheses, casts left out, and the forms that
 * PostgreSQL rewrites (IN, BETWEEN, LIKE, CAST, typed literals) as it rewrites them. Reads by precedence climbing (the
 * precedences are those of the manual, 4.1.6).
 */
final class ExpressionParser {

    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int IS = 4;
    private static final int COMPARISON = 5;
    private static final int RANGE = 6;
    private static final int OTHER_OPERATOR = 7;
    private static final int SUM = 8;
    private static final int PRODUCT = 9;
    private static final int POWER = 10;
    private static final int TIME_ZONE = 11;
    private static final int COLLATE = 12;
    private static final int SIGN = 13;

    private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", ">", "<=", ">=");
    private static final Map<String, String> PATTERNS = Map.of("like", "~~", "ilike", "~~*");

    private static final int MOST_NESTED = 200;

    private final List<ExpressionToken> tokens;
    private final ExpressionAtoms atoms;
    private int at;
    private int nested;
    private int casts;

    private ExpressionParser(List<ExpressionToken> tokens) {
        this.tokens = tokens;
        this.atoms = new ExpressionAtoms(this);
    }

    /**
     * An expression in its normal spelling.
     *
     * @param text the spelling
     * @param leavesCastsOut whether it leaves a cast out that may matter, be it written behind, before or around what is cast
     */
    record Spelled(String text, boolean leavesCastsOut) {}

    static Spelled read(String text, String ownSchema) throws NotAnExpression {
        ExpressionParser parser = new ExpressionParser(ExpressionToken.read(text, ownSchema));
        String spelled = spell(parser);
        return new Spelled(spelled, parser.casts > 0);
    }

    /** Notes that a cast is left out. */
    void leftOut() {
        casts++;
    }

    private static String spell(ExpressionParser parser) throws NotAnExpression {
        String spelled = parser.expression(0);
        if (parser.peek().kind() != Kind.END) {
            throw new NotAnExpression(
                    "more behind the expression: " + parser.peek().text());
        }
        return spelled;
    }

    String expression(int minimum) throws NotAnExpression {
        if (++nested > MOST_NESTED) {
            throw new NotAnExpression("nested more than " + MOST_NESTED + " deep");
        }
        String left = prefix();
        int precedence = precedenceOfNext();
        while (precedence > minimum) {
            left = infix(left, precedence);
            precedence = precedenceOfNext();
        }
        nested--;
        return left;
    }

    /** An operand behind which {@code in} is no operator, as in {@code position(a in b)}. */
    String operandBeforeIn() throws NotAnExpression {
        return expression(RANGE);
    }

    private String prefix() throws NotAnExpression {
        if (accept("not")) {
            return "(not " + expression(NOT) + ")";
        }
        if (peek().is("-") || peek().is("+")) {
            String sign = next().text();
            String operand = expression(SIGN);
            boolean number = Character.isDigit(operand.charAt(0));
            return sign.equals("+") ? operand : number ? "-" + operand : "(- " + operand + ")";
        }
        return atoms.read();
    }

    private int precedenceOfNext() {
        ExpressionToken token = peek();
        if (token.kind() == Kind.OPERATOR) {
            return ofOperator(token.text());
        }
        if (token.kind() != Kind.WORD) {
            return token.is("[") ? SIGN + 2 : 0;
        }
        return switch (token.text()) {
            case "or" -> OR;
            case "and" -> AND;
            case "is", "isnull", "notnull" -> IS;
            case "in", "between", "like", "ilike", "similar", "not" -> RANGE;
            case "at" -> TIME_ZONE;
            case "collate" -> COLLATE;
            default -> 0;
        };
    }

    private static int ofOperator(String operator) {
        return switch (operator) {
            case "::" -> SIGN + 2;
            case "+", "-" -> SUM;
            case "*", "/", "%" -> PRODUCT;
            case "^" -> POWER;
            default -> COMPARISONS.contains(operator) ? COMPARISON : OTHER_OPERATOR;
        };
    }

    private String infix(String left, int precedence) throws NotAnExpression {
        ExpressionToken token = next();
        return switch (token.text()) {
            case "::" -> atoms.cast(left);
            case "[" -> subscript(left);
            case "is" -> is(left);
            case "isnull" -> "(" + left + " is null)";
            case "notnull" -> "(" + left + " is not null)";
            case "not" -> range(left, next(), true);
            case "in", "between", "like", "ilike", "similar" -> range(left, token, false);
            case "at" -> atTimeZone(left);
            case "collate" -> "(" + left + " collate " + next().text() + ")";
            case "and", "or" -> chain(left, token.text(), precedence);
            case "!=" -> operation(left, "<>", precedence);
            default -> operation(left, token.text(), precedence);
        };
    }

    private String subscript(String left) throws NotAnExpression {
        String subscript = expression(0);
        expect("]");
        return left + "[" + subscript + "]";
    }

    private String atTimeZone(String left) throws NotAnExpression {
        expect("time");
        expect("zone");
        return "timezone(" + expression(TIME_ZONE) + ", " + left + ")";
    }

    private String operation(String left, String operator, int precedence) throws NotAnExpression {
        if (peek().is("any") || peek().is("some") || peek().is("all")) {
            String quantifier = next().text().equals("all") ? "all" : "any";
            expect("(");
            String array = expression(0);
            expect(")");
            return "(" + left + " " + operator + " " + quantifier + " (" + array + "))";
        }
        return "(" + left + " " + operator + " " + expression(precedence) + ")";
    }

    /** A chain of AND or OR is flat, however its links were grouped. */
    private String chain(String left, String link, int precedence) throws NotAnExpression {
        return "(" + withoutGroup(left, link) + " " + link + " " + withoutGroup(expression(precedence), link) + ")";
    }

    private static String withoutGroup(String operand, String link) {
        return operand.startsWith("(") && splitsAtTopLevel(operand, " " + link + " ")
                ? operand.substring(1, operand.length() - 1)
                : operand;
    }

    private static boolean splitsAtTopLevel(String group, String link) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < group.length(); i++) {
            char c = group.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')') {
                depth--;
            } else if (!quoted && depth == 1 && group.startsWith(link, i)) {
                return true;
            }
        }
        return false;
    }

    private String is(String left) throws NotAnExpression {
        boolean not = accept("not");
        String what = next().text();
        if (what.equals("distinct")) {
            expect("from");
            String other = expression(IS);
            // Against a bare null the server keeps the plain question.
            return other.equals("null")
                    ? "(" + left + " is " + (not ? "" : "not ") + "null)"
                    : "(" + left + " is " + (not ? "not " : "") + "distinct from " + other + ")";
        }
        return "(" + left + " is " + (not ? "not " : "") + what + ")";
    }

    private String range(String left, ExpressionToken keyword, boolean not) throws NotAnExpression {
        if (PATTERNS.containsKey(keyword.text())) {
            String operator = (not ? "!" : "") + PATTERNS.get(keyword.text());
            return "(" + left + " " + operator + " " + expression(RANGE) + ")";
        }
        if (keyword.text().equals("similar")) {
            expect("to");
            String pattern = expression(RANGE) + (accept("escape") ? ", " + expression(RANGE) : "");
            return "(" + left + (not ? " !~ " : " ~ ") + "similar_to_escape(" + pattern + "))";
        }
        if (keyword.text().equals("between")) {
            String low = expression(RANGE);
            expect("and");
            String high = expression(RANGE);
            return not
                    ? "((" + left + " < " + low + ") or (" + left + " > " + high + "))"
                    : "((" + left + " >= " + low + ") and (" + left + " <= " + high + "))";
        }
        if (keyword.text().equals("in")) {
            expect("(");
            List<String> members = list(")");
            // The server rewrites a list of one to a plain comparison.
            if (members.size() == 1) {
                return "(" + left + (not ? " <> " : " = ") + members.get(0) + ")";
            }
            return "(" + left + (not ? " <> all (array[" : " = any (array[") + String.join(", ", members) + "]))";
        }
        throw new NotAnExpression("not read: " + keyword.text());
    }

    /** Expressions up to the closing mark, which is read too. */
    List<String> list(String close) throws NotAnExpression {
        List<String> members = new ArrayList<>();
        while (!accept(close)) {
            if (!members.isEmpty()) {
                expect(",");
            }
            members.add(expression(0));
        }
        return members;
    }

    ExpressionToken peek() {
        return tokens.get(at);
    }

    ExpressionToken next() {
        ExpressionToken token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    /** A mark to take a text from. */
    int mark() {
        return at;
    }

    /** The words from a mark up to here. */
    String textFrom(int mark) {
        List<String> words = new ArrayList<>();
        for (ExpressionToken token : tokens.subList(mark, at)) {
            words.add(token.text());
        }
        return String.join(" ", words);
    }

    boolean accept(String text) {
        boolean found = peek().is(text);
        if (found) {
            next();
        }
        return found;
    }

    void expect(String text) throws NotAnExpression {
        if (!accept(text)) {
            throw new NotAnExpression("'" + peek().text() + "' where '" + text + "' belongs");
        }
    }
}
