package dev.schemaguard.source.ddl;

import dev.schemaguard.source.ddl.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a loop goes over, where the program itself lists it.
 *
 * @param variable the variable that takes one value after the other
 * @param values the values
 */
record LoopValues(String variable, List<Token> values) {

    LoopValues {
        values = List.copyOf(values);
    }

    /** The values of a loop over an array of literals, be it written there or kept in a variable. */
    static Optional<LoopValues> of(List<Token> header, Map<String, List<Token>> variables) {
        if (header.size() < 5
                || !header.get(0).is("FOREACH")
                || !header.get(2).is("IN")
                || !header.get(3).is("ARRAY")) {
            return Optional.empty();
        }
        List<Token> array = header.subList(4, header.size());
        if (array.size() == 1 && array.get(0).isName()) {
            array = variables.getOrDefault(name(array.get(0)), List.of());
        }
        array = TextExpression.split(array, "::").get(0);
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
        return Optional.of(new LoopValues(name(header.get(1)), values));
    }

    /** The variables that a loop sets. */
    static List<String> variables(List<Token> header) {
        return header.size() > 1 ? List.of(name(header.get(1))) : List.of();
    }

    private static String name(Token token) {
        return token.text().toLowerCase(Locale.ROOT);
    }
}
