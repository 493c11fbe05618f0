package dev.schemaguard.database.mysql.dialect;

import static java.util.Map.entry;

import dev.schemaguard.database.mysql.dialect.MysqlToken.Kind;
import dev.schemaguard.database.mysql.dialect.MysqlToken.NotAnExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The operands of an expression: literals, names, calls, groups, CASE. */
final class MysqlOperands {

    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][a-z0-9_$]*");
    private static final Pattern CONSTANT = Pattern.compile("-?[0-9.]+(?:e[-+]?[0-9]+)?|0x[0-9a-f]+|'(?:[^']|'')*'");
    private static final Pattern CHARACTER_SET = Pattern.compile(" (?:charset|character set) ([a-z0-9]+)");

    /** Functions without or with a number of digits, and the one name for each (manual, 12.7). */
    private static final Map<String, String> CLOCKS = Map.of(
            "current_timestamp", "current_timestamp",
            "now", "current_timestamp",
            "localtime", "current_timestamp",
            "localtimestamp", "current_timestamp",
            "current_date", "current_date",
            "curdate", "current_date",
            "current_time", "current_time",
            "curtime", "current_time");

    /** Functions that the servers print under other names than somebody wrote. */
    private static final Map<String, String> SAME_FUNCTIONS = Map.ofEntries(
            entry("lcase", "lower"),
            entry("ucase", "upper"),
            entry("substring", "substr"),
            entry("mid", "substr"),
            entry("ceil", "ceiling"),
            entry("power", "pow"),
            entry("day", "dayofmonth"),
            entry("character_length", "char_length"),
            entry("octet_length", "length"),
            entry("schema", "database"),
            entry("sha", "sha1"),
            entry("nvl", "ifnull"),
            entry("adddate", "date_add"),
            entry("subdate", "date_sub"));

    private static final Set<String> TYPES_BEFORE_LITERALS = Set.of("date", "time", "timestamp");

    /** Words that begin what is no plain operand. */
    private static final Set<String> NOT_READ =
            Set.of("select", "match", "exists", "row", "values", "any", "all", "some");

    private final MysqlExpression parser;

    MysqlOperands(MysqlExpression parser) {
        this.parser = parser;
    }

    static boolean isConstant(String text) {
        return CONSTANT.matcher(text).matches();
    }

    Term read() throws NotAnExpression {
        MysqlToken token = parser.next();
        return switch (token.kind()) {
            case STRING -> new Term.Value(literal(token.text()));
            case NUMBER -> new Term.Value(token.text());
            case QUOTED_NAME -> name(token.text());
            case WORD -> word(token.text());
            case PUNCTUATION -> group(token);
            default -> throw new NotAnExpression("'" + token.text() + "' where an operand belongs");
        };
    }

    private Term word(String word) throws NotAnExpression {
        if (NOT_READ.contains(word)) {
            throw new NotAnExpression("'" + word + "'");
        }
        if (CLOCKS.containsKey(word)) {
            return clock(CLOCKS.getOrDefault(word, word));
        }
        if (TYPES_BEFORE_LITERALS.contains(word) && parser.peek().kind() == Kind.STRING) {
            return new Term.Value(word + " " + literal(parser.next().text()));
        }
        return switch (word) {
            case "true" -> new Term.Value("1");
            case "false" -> new Term.Value("0");
            case "case" -> caseExpression();
            case "interval" -> interval();
            case "binary" -> new Term.Value("cast(" + read().text() + " as binary)");
            default -> name(word);
        };
    }

    /** A number of digits of 0 is none. */
    private Term clock(String name) throws NotAnExpression {
        if (!parser.accept("(")) {
            return new Term.Value(name);
        }
        List<String> digits = parser.list();
        return new Term.Value(
                digits.isEmpty() || digits.equals(List.of("0")) ? name : name + "(" + digits.get(0) + ")");
    }

    /** A column, or a call; what stands before the last point depends on where it is printed. */
    private Term name(String first) throws NotAnExpression {
        String name = first;
        while (parser.accept(".")) {
            name = parser.next().text();
        }
        if (!parser.accept("(")) {
            String folded = name.toLowerCase(Locale.ROOT);
            boolean bare = PLAIN_NAME.matcher(folded).matches();
            return new Term.Value(bare ? folded : "\"" + folded.replace("\"", "\"\"") + "\"");
        }
        return new Term.Value(call(name.toLowerCase(Locale.ROOT)));
    }

    private String call(String written) throws NotAnExpression {
        String name = SAME_FUNCTIONS.getOrDefault(written, written);
        return switch (name) {
            case "cast" -> {
                String operand = parser.expression(0).text();
                parser.expect("as");
                yield cast(operand, parser.wordsToClose());
            }
            case "convert" -> convert();
            case "extract" -> {
                String field = parser.next().text();
                parser.expect("from");
                yield "extract(" + field + " from " + close(parser.expression(0)) + ")";
            }
            case "trim" -> trim();
            case "position" -> {
                // Above IN, which stands between the two.
                String part = parser.expression(6).text();
                parser.expect("in");
                yield "locate(" + part + ", " + close(parser.expression(0)) + ")";
            }
            // The server makes casts of these two.
            case "date", "time" -> cast(close(parser.expression(0)), name);
            case "isnull" -> "(" + close(parser.expression(0)) + " is null)";
            case "mod" -> {
                List<String> both = parser.list();
                yield both.size() == 2 ? "(" + both.get(0) + " % " + both.get(1) + ")" : fail(name);
            }
            case "date_add", "date_sub" -> shifted(name);
            case "substr" -> name + "(" + String.join(", ", parts()) + ")";
            default -> name + "(" + String.join(", ", arguments()) + ")";
        };
    }

    private static String fail(String name) throws NotAnExpression {
        throw new NotAnExpression("'" + name + "' with other arguments");
    }

    private String close(Term term) throws NotAnExpression {
        parser.expect(")");
        return term.text();
    }

    private List<String> arguments() throws NotAnExpression {
        return parser.accept("*") ? List.of("*" + close(new Term.Value(""))) : parser.list();
    }

    /** The character set that text is cast to is that of the session, where nobody writes one. */
    private static String cast(String operand, String type) {
        String plain = CHARACTER_SET
                .matcher(type)
                .replaceAll(set -> set.group(1).equals("binary") ? " binary" : "")
                .replace("char binary", "binary")
                .replace("signed integer", "signed");
        return "cast(" + operand + " as " + plain + ")";
    }

    private String convert() throws NotAnExpression {
        String operand = parser.expression(0).text();
        if (parser.accept("using")) {
            return "convert(" + operand + " using " + parser.wordsToClose() + ")";
        }
        parser.expect(",");
        return cast(operand, parser.wordsToClose());
    }

    private String trim() throws NotAnExpression {
        for (String side : List.of("both", "leading", "trailing")) {
            if (parser.accept(side)) {
                String what =
                        parser.peek().is("from") ? "" : parser.expression(0).text() + " ";
                parser.expect("from");
                return "trim(" + side + " " + what + "from " + close(parser.expression(0)) + ")";
            }
        }
        String first = parser.expression(0).text();
        return parser.accept("from")
                ? "trim(both " + first + " from " + close(parser.expression(0)) + ")"
                : "trim(" + close(new Term.Value(first)) + ")";
    }

    private String shifted(String name) throws NotAnExpression {
        List<String> both = parser.list();
        boolean plain = both.size() == 2;
        if (!plain) {
            throw new NotAnExpression("'" + name + "' with other arguments");
        }
        String by = both.get(1).startsWith("interval ") ? both.get(1) : "interval " + both.get(1) + " day";
        return "(" + both.get(0) + (name.equals("date_add") ? " + " : " - ") + by + ")";
    }

    private List<String> parts() throws NotAnExpression {
        List<String> parts = new ArrayList<>();
        parts.add(parser.expression(0).text());
        while (!parser.accept(")")) {
            if (!parser.accept(",") && !parser.accept("from") && !parser.accept("for")) {
                throw new NotAnExpression("'" + parser.peek().text() + "' between arguments");
            }
            parts.add(parser.expression(0).text());
        }
        return parts;
    }

    private Term interval() throws NotAnExpression {
        String number = parser.expression(0).text();
        return new Term.Value("interval " + number + " " + parser.next().text());
    }

    /** The server takes a row apart, so that one is not read. */
    private Term group(MysqlToken token) throws NotAnExpression {
        if (!token.text().equals("(")) {
            throw new NotAnExpression("'" + token.text() + "' where an operand belongs");
        }
        Term inner = parser.expression(0);
        parser.expect(")");
        return inner;
    }

    private Term caseExpression() throws NotAnExpression {
        StringBuilder spelled = new StringBuilder("case");
        boolean simple = !parser.peek().is("when");
        if (simple) {
            spelled.append(' ').append(parser.expression(0).text());
        }
        while (parser.accept("when")) {
            Term when = parser.expression(0);
            spelled.append(" when ")
                    .append(simple ? when.text() : when.asTruth().text());
            parser.expect("then");
            spelled.append(" then ").append(parser.expression(0).text());
        }
        if (parser.accept("else")) {
            spelled.append(" else ").append(parser.expression(0).text());
        }
        parser.expect("end");
        return new Term.Value(spelled.append(" end").toString());
    }

    private static String literal(String content) {
        return "'" + content.replace("'", "''") + "'";
    }
}
