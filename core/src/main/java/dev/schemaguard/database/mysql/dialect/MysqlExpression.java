package dev.schemaguard.database.mysql.dialect;

import dev.schemaguard.database.mysql.dialect.MysqlToken.Kind;
import dev.schemaguard.database.mysql.dialect.MysqlToken.NotAnExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Spells an expression in one way, whether somebody wrote it or one of the servers printed it: operations in parentheses, names
 * without quotes and in lower case, as they are compared, and NOT carried inwards. Reads by precedence climbing (the precedences are
 * those of the manual, 12.4.1).
 */
final class MysqlExpression {

    private static final int OR = 1;
    private static final int XOR = 2;
    private static final int AND = 3;
    private static final int NOT = 4;
    private static final int BETWEEN = 5;
    private static final int COMPARISON = 6;
    private static final int BIT_OR = 7;
    private static final int BIT_AND = 8;
    private static final int SHIFT = 9;
    private static final int SUM = 10;
    private static final int PRODUCT = 11;
    private static final int POWER = 12;
    private static final int SIGN = 13;
    private static final int COLLATE = 15;

    /** Nobody compares longer expressions, and a hostile one must not cost more than it is worth. */
    private static final int MOST_CHARACTERS = 20_000;

    private static final int MOST_NESTED = 200;

    /** Comparisons, their opposites and the same with the sides changed. */
    private static final Map<String, String> OPPOSITES =
            Map.of("=", "<>", "<>", "=", "<", ">=", ">=", "<", ">", "<=", "<=", ">");

    private static final Map<String, String> TURNED =
            Map.of("=", "=", "<>", "<>", "<", ">", ">", "<", "<=", ">=", ">=", "<=");

    private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", ">", "<=", ">=", "<=>");

    private final List<MysqlToken> tokens;
    private final MysqlOperands operands = new MysqlOperands(this);
    private int at;
    private int nested;

    private MysqlExpression(List<MysqlToken> tokens) {
        this.tokens = tokens;
    }

    /**
     * The normal spelling of an expression.
     *
     * @throws NotAnExpression if it is not understood
     */
    static String spell(String text) throws NotAnExpression {
        if (text.length() > MOST_CHARACTERS) {
            throw new NotAnExpression("longer than " + MOST_CHARACTERS + " characters");
        }
        MysqlExpression parser = new MysqlExpression(MysqlToken.read(text));
        Term spelled = parser.expression(0);
        if (parser.peek().kind() != Kind.END) {
            throw new NotAnExpression(
                    "more behind the expression: " + parser.peek().text());
        }
        return spelled.text();
    }

    Term expression(int minimum) throws NotAnExpression {
        if (++nested > MOST_NESTED) {
            throw new NotAnExpression("nested more than " + MOST_NESTED + " deep");
        }
        Term left = prefix();
        int precedence = precedenceOfNext();
        while (precedence > minimum) {
            left = infix(left, precedence);
            precedence = precedenceOfNext();
        }
        nested--;
        return left;
    }

    private Term prefix() throws NotAnExpression {
        if (accept("not")) {
            return expression(NOT).negated();
        }
        if (accept("!")) {
            return expression(SIGN).negated();
        }
        if (accept("+")) {
            return expression(SIGN);
        }
        if (accept("-")) {
            String operand = expression(SIGN).text();
            return new Term.Value(Character.isDigit(operand.charAt(0)) ? "-" + operand : "(- " + operand + ")");
        }
        if (accept("~")) {
            return new Term.Value("(~ " + expression(SIGN).text() + ")");
        }
        return operands.read();
    }

    private int precedenceOfNext() {
        MysqlToken token = peek();
        if (token.kind() != Kind.OPERATOR && token.kind() != Kind.WORD) {
            return 0;
        }
        return switch (token.text()) {
            case "or" -> OR;
            case "xor" -> XOR;
            case "and", "&&" -> AND;
            case "between", "not" -> BETWEEN;
            case "is", "in", "like", "regexp", "rlike" -> COMPARISON;
            case "|" -> BIT_OR;
            case "&" -> BIT_AND;
            case "<<", ">>" -> SHIFT;
            case "+", "-" -> SUM;
            case "*", "/", "%", "div", "mod" -> PRODUCT;
            case "^" -> POWER;
            case "collate", "->", "->>" -> COLLATE;
            default -> COMPARISONS.contains(token.text()) ? COMPARISON : 0;
        };
    }

    private Term infix(Term left, int precedence) throws NotAnExpression {
        MysqlToken token = next();
        return switch (token.text()) {
            case "and", "or" -> Term.Chain.of(token.text(), left, expression(precedence));
            case "&&" -> Term.Chain.of("and", left, expression(precedence));
            case "xor" -> xor(left);
            case "is" -> is(left);
            case "not" -> range(left, next().text()).negated();
            case "between", "in", "like", "regexp", "rlike" -> range(left, token.text());
            case "collate" -> new Term.Value("(" + left.text() + " collate " + next().text() + ")");
            case "->", "->>" -> path(left, token.text());
            case "mod" -> operation(left, "%", precedence);
            default ->
                COMPARISONS.contains(token.text())
                        ? comparison(left, token.text().equals("!=") ? "<>" : token.text())
                        : operation(left, token.text(), precedence);
        };
    }

    private Term operation(Term left, String operator, int precedence) throws NotAnExpression {
        return new Term.Value("(" + left.text() + " " + operator + " "
                + expression(precedence).text() + ")");
    }

    /** A constant stands on the right, wherever it was written. */
    private Term comparison(Term left, String operator) throws NotAnExpression {
        Term right = expression(COMPARISON);
        if (operator.equals("<=>")) {
            String text = "(" + left.text() + " <=> " + right.text() + ")";
            return new Term.Test(text, "(not " + text + ")");
        }
        boolean turned = MysqlOperands.isConstant(left.text()) && !MysqlOperands.isConstant(right.text());
        String first = turned ? right.text() : left.text();
        String second = turned ? left.text() : right.text();
        String spelled = turned ? TURNED.getOrDefault(operator, operator) : operator;
        return test(first, spelled, OPPOSITES.getOrDefault(spelled, spelled), second);
    }

    private static Term.Test test(String left, String operator, String opposite, String right) {
        return new Term.Test(
                "(" + left + " " + operator + " " + right + ")", "(" + left + " " + opposite + " " + right + ")");
    }

    private Term xor(Term left) throws NotAnExpression {
        String text = "(" + left.asTruth().text() + " xor "
                + expression(XOR).asTruth().text() + ")";
        return new Term.Test(text, "(not " + text + ")");
    }

    private Term is(Term left) throws NotAnExpression {
        boolean not = accept("not");
        String what = next().text();
        if (!Set.of("null", "true", "false", "unknown").contains(what)) {
            throw new NotAnExpression("'is " + what + "'");
        }
        String tested = what.equals("null") ? left.text() : left.asTruth().text();
        Term.Test test = test(tested, "is", "is not", what);
        return not ? test.negated() : test;
    }

    private Term range(Term left, String keyword) throws NotAnExpression {
        String tested = left.text();
        switch (keyword) {
            case "between" -> {
                String low = expression(COMPARISON).text();
                expect("and");
                String high = expression(COMPARISON).text();
                return Term.Chain.of("and", test(tested, ">=", "<", low), test(tested, "<=", ">", high));
            }
            case "in" -> {
                expect("(");
                List<String> members = list();
                return members.size() == 1
                        ? test(tested, "=", "<>", members.get(0))
                        : test(tested, "= any", "<> all", "(array[" + String.join(", ", members) + "])");
            }
            case "like" -> {
                String pattern = expression(COMPARISON).text();
                return test(
                        tested,
                        "like",
                        "not like",
                        accept("escape")
                                ? pattern + " escape " + expression(COMPARISON).text()
                                : pattern);
            }
            case "regexp", "rlike" -> {
                return new Term.Value(
                        "regexp_like(" + tested + ", " + expression(COMPARISON).text() + ")");
            }
            default -> throw new NotAnExpression("not read: " + keyword);
        }
    }

    /** What the server makes of {@code column -> path} (manual, 12.17.3). */
    private Term path(Term left, String operator) throws NotAnExpression {
        String extracted =
                "json_extract(" + left.text() + ", " + operands.read().text() + ")";
        return new Term.Value(operator.equals("->") ? extracted : "json_unquote(" + extracted + ")");
    }

    /** Expressions up to the closing parenthesis, which is read too. */
    List<String> list() throws NotAnExpression {
        List<String> members = new ArrayList<>();
        while (!accept(")")) {
            if (!members.isEmpty()) {
                expect(",");
            }
            members.add(expression(0).text());
        }
        return members;
    }

    /** The words up to the closing parenthesis, which is read too. */
    String wordsToClose() throws NotAnExpression {
        List<String> words = new ArrayList<>();
        int depth = 0;
        while (depth > 0 || !accept(")")) {
            MysqlToken token = next();
            if (token.kind() == Kind.END || token.kind() == Kind.STRING) {
                throw new NotAnExpression("no type");
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            words.add(token.text());
        }
        return words.stream()
                .collect(Collectors.joining(" "))
                .replace(" ( ", "(")
                .replace(" )", ")")
                .replace(" , ", ",");
    }

    MysqlToken peek() {
        return tokens.get(at);
    }

    MysqlToken next() {
        MysqlToken token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
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
