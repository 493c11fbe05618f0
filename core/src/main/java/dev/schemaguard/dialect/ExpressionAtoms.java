package dev.schemaguard.dialect;

import dev.schemaguard.dialect.ExpressionToken.Kind;
import dev.schemaguard.dialect.ExpressionToken.NotAnExpression;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The operands of an expression: literals, names, calls, groups, CASE. */
final class ExpressionAtoms {

    /** Words that call a function without parentheses, and what they equal (manual, 9.9.5). */
    private static final Map<String, String> BARE_CALLS = Map.of(
            "current_timestamp", "now()",
            "current_date", "current_date",
            "current_time", "current_time",
            "localtimestamp", "localtimestamp",
            "localtime", "localtime",
            "current_user", "current_user",
            "session_user", "session_user",
            "user", "current_user");

    private static final Set<String> TRUTHS = Set.of("t", "true", "yes", "y", "on", "1");
    private static final Set<String> LIES = Set.of("f", "false", "no", "n", "off", "0");

    /** Types of text that leave every literal as it is. */
    private static final Set<String> TEXTS = Set.of("text", "varchar", "character varying", "bpchar");

    private static final Set<String> TYPES_BEFORE_LITERALS = Set.of(
            "interval",
            "date",
            "time",
            "timestamp",
            "timestamptz",
            "timetz",
            "uuid",
            "json",
            "jsonb",
            "numeric",
            "integer",
            "bigint",
            "boolean",
            "text",
            "inet",
            "bytea");

    private final ExpressionParser parser;
    private final ExpressionCalls calls;

    ExpressionAtoms(ExpressionParser parser) {
        this.parser = parser;
        this.calls = new ExpressionCalls(parser);
    }

    String read() throws NotAnExpression {
        ExpressionToken token = parser.next();
        return switch (token.kind()) {
            case STRING -> literal(token.text());
            case NUMBER -> number(token.text());
            case QUOTED_NAME -> nameOrCall(name(token.text()));
            case WORD -> word(token.text());
            case PUNCTUATION -> group(token);
            default -> throw new NotAnExpression("'" + token.text() + "' where an operand belongs");
        };
    }

    private String word(String word) throws NotAnExpression {
        if (word.equals("cast") && parser.accept("(")) {
            String operand = parser.expression(0);
            parser.expect("as");
            String spelled = cast(operand);
            parser.expect(")");
            return spelled;
        }
        if (word.equals("case")) {
            return caseExpression();
        }
        if (word.equals("array") && parser.accept("[")) {
            List<String> members = parser.list("]");
            return members.isEmpty() ? "'{}'" : "array[" + String.join(", ", members) + "]";
        }
        if (TYPES_BEFORE_LITERALS.contains(word) && parser.peek().kind() == Kind.STRING) {
            parser.leftOut();
            return cast(literal(parser.next().text()), word);
        }
        if (!parser.peek().is("(") && BARE_CALLS.containsKey(word)) {
            return BARE_CALLS.getOrDefault(word, word);
        }
        return nameOrCall(word);
    }

    private String nameOrCall(String first) throws NotAnExpression {
        String name = first;
        while (parser.accept(".")) {
            // A function's or column's qualifier depends on the search path of whoever printed the expression.
            name = name(parser.next().text());
        }
        if (!parser.accept("(")) {
            return name;
        }
        return calls.read(name);
    }

    private String group(ExpressionToken token) throws NotAnExpression {
        if (!token.text().equals("(")) {
            throw new NotAnExpression("'" + token.text() + "' where an operand belongs");
        }
        List<String> members = parser.list(")");
        return members.size() == 1 ? members.get(0) : "row(" + String.join(", ", members) + ")";
    }

    private String caseExpression() throws NotAnExpression {
        StringBuilder spelled = new StringBuilder("case");
        if (!parser.peek().is("when")) {
            spelled.append(' ').append(parser.expression(0));
        }
        while (parser.accept("when")) {
            spelled.append(" when ").append(parser.expression(0));
            parser.expect("then");
            spelled.append(" then ").append(parser.expression(0));
        }
        if (parser.accept("else")) {
            String otherwise = parser.expression(0);
            // The server prints the ELSE that a CASE without one has.
            if (!otherwise.equals("null")) {
                spelled.append(" else ").append(otherwise);
            }
        }
        parser.expect("end");
        return spelled.append(" end").toString();
    }

    /** Reads the type behind {@code ::} or in a CAST, and spells what is cast. */
    String cast(String operand) throws NotAnExpression {
        int type = parser.mark();
        String name = typeName();
        // The server prints the type of every literal text, which it has anyway wherever it stands.
        boolean plain = WrittenForm.isOneLiteral(operand) && TEXTS.contains(parser.textFrom(type));
        if (!plain) {
            parser.leftOut();
        }
        return cast(operand, name);
    }

    /** Reads a type and gives its first name, which is all that spelling needs. */
    private String typeName() throws NotAnExpression {
        ExpressionToken token = parser.next();
        if (token.kind() != Kind.WORD && token.kind() != Kind.QUOTED_NAME) {
            throw new NotAnExpression("'" + token.text() + "' where a type belongs");
        }
        String name = token.text();
        while (parser.accept(".")) {
            name = parser.next().text();
        }
        skipWordsOfType(name);
        if (parser.accept("(")) {
            parser.list(")");
            skipWordsOfType(name);
        }
        while (parser.accept("[")) {
            parser.list("]");
        }
        return name;
    }

    private void skipWordsOfType(String name) {
        boolean several = Set.of("character", "char", "bit", "national", "double", "time", "timestamp", "interval")
                .contains(name);
        while (several
                && (parser.accept("varying")
                        || parser.accept("precision")
                        || parser.accept("character")
                        || parser.accept("with")
                        || parser.accept("without")
                        || parser.accept("time")
                        || parser.accept("zone")
                        || parser.accept("day")
                        || parser.accept("hour")
                        || parser.accept("minute")
                        || parser.accept("second")
                        || parser.accept("year")
                        || parser.accept("month")
                        || parser.accept("to"))) {
            // each call reads one more word of the type's name
        }
    }

    private static String cast(String operand, String type) {
        if (type.equals("boolean") || type.equals("bool")) {
            String content = operand.startsWith("'") ? operand.substring(1, operand.length() - 1) : operand;
            return TRUTHS.contains(content) ? "true" : LIES.contains(content) ? "false" : operand;
        }
        boolean interval = type.equals("interval") && operand.startsWith("'") && operand.endsWith("'");
        return interval
                ? IntervalLiteral.printed(operand.substring(1, operand.length() - 1))
                        .map(printed -> "'" + printed + "'")
                        .orElse(operand)
                : operand;
    }

    /** A number as the server keeps it: with all its digits, and none of an exponent (manual, 4.1.2.6). */
    private static String number(String written) {
        return Patterns.EXPONENT_OR_BARE_POINT.matcher(written).matches()
                ? new BigDecimal(written).toPlainString()
                : written;
    }

    /** A number in quotes is the number: which of both is printed depends on the type around it. */
    private static String literal(String content) {
        return beginsLikeNumber(content) && Patterns.NUMBER.matcher(content).matches()
                ? content
                : "'" + content.replace("'", "''") + "'";
    }

    private static boolean beginsLikeNumber(String content) {
        return !content.isEmpty() && (content.charAt(0) == '-' || content.charAt(0) >= '0' && content.charAt(0) <= '9');
    }

    private static String name(String text) {
        boolean bare = Patterns.PLAIN_NAME.matcher(text).matches() && !ReservedWords.isReserved(text);
        return bare ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /** In a class of their own, so that a list of labels, as mappings have them for enums, compiles none at boot. */
    private static final class Patterns {

        static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
        static final Pattern EXPONENT_OR_BARE_POINT = Pattern.compile(
                "[0-9]{1,40}\\.?(?:[0-9]{1,40})?(?:e[+-]?[0-9]{1,2})?|\\.[0-9]{1,40}(?:e[+-]?[0-9]{1,2})?");
        static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][a-z0-9_$]*");
    }
}
