package dev.schemaguard.source.ddl;

import dev.schemaguard.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;

/** Finds the functions that a query calls. */
final class QueryCalls {

    private QueryCalls() {}

    /** The names of the functions, without their schemas. */
    static List<String> of(List<Token> tokens, Dialect dialect) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isName() && tokens.get(i + 1).is("(")) {
                names.add(Literals.identifier(tokens.get(i), dialect));
            }
        }
        return names;
    }
}
