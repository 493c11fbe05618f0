package dev.schemaguard.ddl.draft;

import dev.schemaguard.ddl.script.Literals;
import dev.schemaguard.ddl.script.SqlExpression;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;

/** The columns by which the server names an exclusion. */
final class ExclusionColumns {

    private ExclusionColumns() {}

    /** The first name of each element, as far as it is a column. */
    static List<String> of(String definition, Dialect dialect) {
        List<Token> tokens = SqlExpression.tokens(definition);
        List<String> columns = new ArrayList<>();
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean opens = depth == 0 && token.is("(");
            boolean separates = depth == 1 && token.is(",");
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if ((opens || separates)
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).isName()) {
                columns.add(Literals.identifier(tokens.get(i + 1), dialect));
            }
            if (depth == 0 && token.is(")")) {
                break;
            }
        }
        return columns;
    }
}
