package dev.schemaguard.database.postgres.ddl.program;

import dev.schemaguard.ddl.script.Literals;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a loop goes over, where the program itself lists it.
 *
 * @param variable the variable that takes one value after the other
 * @param values the values
 */
record LoopValues(String variable, List<Token> values) {

    private static final int MOST = 10_000;
    private static final Pattern RANGE = Pattern.compile("(-?\\d{1,8})\\.\\.(-?\\d{1,8})");

    LoopValues {
        values = List.copyOf(values);
    }

    /** The values of a loop over numbers or over an array of literals, be it written there or kept in a variable. */
    static Optional<LoopValues> of(List<Token> header, Map<String, List<Token>> variables) {
        if (header.size() < 5 || !header.get(2).is("IN")) {
            return Optional.empty();
        }
        if (header.get(0).is("FOR")) {
            return numbers(header.subList(3, header.size())).map(values -> new LoopValues(name(header.get(1)), values));
        }
        if (!header.get(0).is("FOREACH") || !header.get(3).is("ARRAY")) {
            return Optional.empty();
        }
        return literals(header.subList(4, header.size()), variables)
                .map(values -> new LoopValues(name(header.get(1)), values));
    }

    private static Optional<List<Token>> numbers(List<Token> range) {
        StringBuilder text = new StringBuilder();
        range.forEach(token -> text.append(token.text()));
        Matcher bounds = RANGE.matcher(text);
        if (!bounds.matches()) {
            return Optional.empty();
        }
        int from = Integer.parseInt(bounds.group(1));
        int to = Integer.parseInt(bounds.group(2));
        List<Token> values = new ArrayList<>();
        for (int number = from; number <= to && values.size() <= MOST; number++) {
            values.add(
                    new Token(Kind.NUMBER, String.valueOf(number), range.get(0).line(), true));
        }
        return values.size() <= MOST ? Optional.of(values) : Optional.empty();
    }

    private static Optional<List<Token>> literals(List<Token> written, Map<String, List<Token>> variables) {
        List<Token> array = written;
        if (array.size() == 1 && array.get(0).isName()) {
            array = variables.getOrDefault(name(array.get(0)), List.of());
        }
        array = TextExpression.split(array, "::").get(0);
        if (array.size() == 1 && array.get(0).kind() == Kind.STRING) {
            return braces(array.get(0));
        }
        if (array.size() < 3 || !array.get(0).is("ARRAY") || !array.get(1).is("[")) {
            return Optional.empty();
        }
        List<Token> values = new ArrayList<>();
        for (List<Token> element : TextExpression.split(array.subList(2, array.size() - 1), ",")) {
            List<Token> bare = TextExpression.split(element, "::").get(0);
            if (bare.size() != 1 || bare.get(0).kind() != Kind.STRING) {
                return Optional.empty();
            }
            values.add(bare.get(0));
        }
        return Optional.of(values);
    }

    /** The elements of an array that is one literal, as {@code '{posts,users}'}. */
    private static Optional<List<Token>> braces(Token literal) {
        String text = Literals.string(literal).strip();
        if (!text.startsWith("{") || !text.endsWith("}") || text.indexOf('"') >= 0) {
            return Optional.empty();
        }
        List<Token> values = new ArrayList<>();
        for (String element : text.substring(1, text.length() - 1).split(",", -1)) {
            values.add(new Token(Kind.STRING, Literals.quoted(element.strip()), literal.line(), true));
        }
        return Optional.of(values);
    }

    private static String name(Token token) {
        return token.text().toLowerCase(Locale.ROOT);
    }
}
