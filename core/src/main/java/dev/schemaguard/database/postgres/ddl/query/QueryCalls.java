package dev.schemaguard.database.postgres.ddl.query;

import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.ddl.script.Literals;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the functions that a query calls. */
public final class QueryCalls {

    private QueryCalls() {}

    /** All that may be a call: the names before parentheses, without their schemas. */
    public static List<String> of(List<Token> tokens, Dialect dialect) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isName() && tokens.get(i + 1).is("(")) {
                names.add(Literals.identifier(tokens.get(i), dialect));
            }
        }
        return names;
    }

    /** Whether the query is one call and nothing else, so that the function runs exactly once. */
    public static boolean isAlone(Cursor cursor) {
        int mark = cursor.mark();
        boolean alone = leading(cursor).isPresent();
        if (alone) {
            alone = of(cursor.parenthesised().remaining(), cursor.dialect()).isEmpty();
            if (cursor.accept("AS")) {
                cursor.identifier();
            }
            alone &= cursor.atEnd();
        }
        cursor.reset(mark);
        return alone;
    }

    /** The function for whose sake the query is there: {@code SELECT f(...)} and {@code SELECT * FROM f(...)}. */
    public static Optional<String> leading(Cursor cursor) {
        if (!cursor.accept("SELECT")) {
            return Optional.empty();
        }
        cursor.accept("*", "FROM");
        String name = "";
        while (cursor.peek().isName()) {
            name = cursor.identifier();
            if (!cursor.accept(".")) {
                break;
            }
        }
        return !name.isEmpty() && cursor.at("(") ? Optional.of(name) : Optional.empty();
    }
}
