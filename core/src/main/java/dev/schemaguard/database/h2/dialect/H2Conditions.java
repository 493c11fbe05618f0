package dev.schemaguard.database.h2.dialect;

import dev.schemaguard.dialect.ExpressionSpelling;
import dev.schemaguard.model.SqlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The normal spelling of conditions and other expressions. H2 rewrites what it is given: it folds constants, calls functions by other
 * names, turns operands round. Of plain conditions it is known what becomes of them, so that what was written can be held against
 * what H2 prints; anything else only equals what H2 printed before.
 */
public final class H2Conditions {

    private static final Pattern PART = Pattern.compile(
            "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|[A-Za-z_][A-Za-z0-9_$]*|[0-9][A-Za-z0-9_.$]*|.", Pattern.DOTALL);

    private static final String NAME = "(?<name>[a-z_][a-z0-9_$]*|\"(?:[^\"]|\"\")+\")";
    private static final String NUMBER = "-?[0-9]{1,18}(?:\\.[0-9]{1,18})?";

    /** A text that is no date, number or truth value, which H2 would turn into one. */
    private static final String TEXT = "'(?!(?i:true|false)')[A-Za-z_](?:[^'%\\\\]|'')*'";

    private static final String VALUE = "(?:" + NUMBER + "|" + TEXT + ")";

    private static final Pattern EQUALITY = Pattern.compile(
            NAME + " = (?:(?<one>" + VALUE + ")|any \\(array\\[(?<list>" + VALUE + "(?:, " + VALUE + ")*)\\]\\))");

    private static final Pattern LEAF = Pattern.compile(
            NAME + " (?:(?:<>|<|>|<=|>=) " + NUMBER + "|<> " + TEXT + "|is (?:not )?null|~~ '(?:[^'%_\\\\]|'')+%')");

    private H2Conditions() {}

    static SqlText spell(String written, H2Dialect.Folding folding) {
        String text = written.strip();
        if (text.isEmpty()) {
            return SqlText.NONE;
        }
        String spelled = ExpressionSpelling.expression(named(text, folding)).text();
        return new SqlText(normal(spelled).orElse(spelled), text);
    }

    /** Whether it is known how H2 prints it. */
    public static boolean isPlain(SqlText condition) {
        return normal(condition.text()).isPresent();
    }

    /** The text with all names in quotes, as H2 prints it. */
    private static String named(String text, H2Dialect.Folding folding) {
        StringBuilder named = new StringBuilder();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            String one = part.group();
            boolean word = Character.isLetter(one.charAt(0)) || one.charAt(0) == '_';
            boolean called = text.substring(part.end()).stripLeading().startsWith("(");
            named.append(
                    word && !called && !H2Words.isOfExpressions(one)
                            ? "\"" + folding.fold(one) + "\""
                            : one.equals("\n") || one.equals("\r") ? " " : one);
        }
        return named.toString();
    }

    /** A plain condition with its operands in one order; empty where it is not plain. */
    private static Optional<String> normal(String spelled) {
        String inner = withoutParentheses(spelled);
        for (String junction : List.of(" or ", " and ")) {
            List<String> operands = split(inner, junction);
            if (operands.size() > 1) {
                return joined(operands, junction);
            }
        }
        return LEAF.matcher(inner).matches() || EQUALITY.matcher(inner).matches()
                ? Optional.of("(" + inner + ")")
                : Optional.empty();
    }

    private static Optional<String> joined(List<String> operands, String junction) {
        Set<String> sorted = new TreeSet<>(Comparator.naturalOrder());
        Set<String> equated = new HashSet<>();
        for (String operand : operands) {
            Optional<String> plain = normal(operand);
            Matcher equality = EQUALITY.matcher(withoutParentheses(operand));
            // Of a column that is equal to this or that, H2 makes one list; and equals are joined into new conditions.
            boolean again = equality.matches() && !equated.add(equality.group("name"));
            if (plain.isEmpty() || again && !junction.equals(" or ")) {
                return Optional.empty();
            }
            sorted.add(plain.get());
        }
        if (equated.size() == 1 && operands.stream().allMatch(H2Conditions::isEquality)) {
            return Optional.of(list(equated.iterator().next(), operands));
        }
        return isEachOther(equated, operands)
                ? Optional.of("(" + String.join(junction, flat(sorted, junction)) + ")")
                : Optional.empty();
    }

    private static boolean isEquality(String operand) {
        return EQUALITY.matcher(withoutParentheses(operand)).matches();
    }

    private static String list(String name, List<String> equalities) {
        List<String> values = new ArrayList<>();
        for (String equality : equalities) {
            Matcher matcher = EQUALITY.matcher(withoutParentheses(equality));
            if (matcher.matches()) {
                values.add(matcher.group("one") == null ? matcher.group("list") : matcher.group("one"));
            }
        }
        return "(" + name + " = any (array[" + String.join(", ", values) + "]))";
    }

    /** Whether no column is equated twice. */
    private static boolean isEachOther(Set<String> equated, List<String> operands) {
        return operands.stream().filter(H2Conditions::isEquality).count() == equated.size();
    }

    /** Operands of the same junction in each other are one list. */
    private static List<String> flat(Set<String> operands, String junction) {
        Set<String> all = new TreeSet<>();
        for (String operand : operands) {
            List<String> parts = split(withoutParentheses(operand), junction);
            all.addAll(parts.size() > 1 ? parts : List.of(operand));
        }
        return List.copyOf(new ArrayList<>(all));
    }

    private static String withoutParentheses(String text) {
        String inner = text;
        while (inner.startsWith("(") && closing(inner, 0) == inner.length() - 1) {
            inner = inner.substring(1, inner.length() - 1);
        }
        return inner;
    }

    /** The operands of a junction outside of all parentheses. */
    private static List<String> split(String text, String junction) {
        List<String> operands = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '(') {
                at = closing(text, at);
            } else if (c == '\'' || c == '"') {
                at = text.indexOf(c, at + 1);
            } else if (text.startsWith(junction, at)) {
                operands.add(text.substring(start, at));
                start = at + junction.length();
                at = start - 1;
            }
            if (at < 0) {
                return List.of(text);
            }
            at++;
        }
        operands.add(text.substring(start));
        return operands;
    }

    /** Where the parenthesis closes that opens at a place; the length where none does. */
    private static int closing(String text, int open) {
        int depth = 0;
        char quote = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return text.length();
    }
}
