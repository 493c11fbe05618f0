package dev.schemaguard.database.mysql.ddl.program;

import dev.schemaguard.database.mysql.ddl.script.TextLiteral;
import dev.schemaguard.ddl.draft.Catalog;
import dev.schemaguard.ddl.script.Cursor;
import dev.schemaguard.ddl.script.Holes;
import dev.schemaguard.ddl.script.NotUnderstood;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what an expression of a program can be, where it is put together of literals, variables and counts of the catalog.
 *
 * @param catalog the schema so far
 * @param state the variables of the session
 * @param locals the variables of the program, in lower case
 */
record Evaluation(Catalog catalog, ProgramState state, Map<String, Possible> locals) {

    /** Stands for the name of the database that the script runs in. */
    static final String DATABASE = "\0database";

    private static final String[] COMPARISONS = {"=", "<>", "!=", ">", "<", ">=", "<="};

    /** What it can be; anything where it is not understood. */
    Possible of(Cursor cursor) {
        try {
            Possible value = either(cursor);
            return cursor.atEnd() ? value : Possible.UNKNOWN;
        } catch (NotUnderstood | IllegalArgumentException e) {
            return Possible.UNKNOWN;
        }
    }

    private Possible either(Cursor cursor) {
        Possible left = both(cursor);
        while (cursor.accept("OR") || cursor.accept("||")) {
            Optional<Boolean> one = left.truth();
            Optional<Boolean> other = both(cursor).truth();
            boolean sure = one.orElse(false) || other.orElse(false);
            left = sure ? Possible.of(1) : one.isPresent() && other.isPresent() ? Possible.of(0) : Possible.UNKNOWN;
        }
        return left;
    }

    private Possible both(Cursor cursor) {
        Possible left = not(cursor);
        while (cursor.accept("AND") || cursor.accept("&&")) {
            Optional<Boolean> one = left.truth();
            Optional<Boolean> other = not(cursor).truth();
            boolean never = !one.orElse(true) || !other.orElse(true);
            left = never ? Possible.of(0) : one.isPresent() && other.isPresent() ? Possible.of(1) : Possible.UNKNOWN;
        }
        return left;
    }

    private Possible not(Cursor cursor) {
        if (cursor.accept("NOT") || cursor.accept("!")) {
            return truth(not(cursor).truth().map(true_ -> !true_));
        }
        return comparison(cursor);
    }

    private static Possible truth(Optional<Boolean> truth) {
        return truth.map(is -> Possible.of(is ? 1 : 0)).orElse(Possible.UNKNOWN);
    }

    private Possible comparison(Cursor cursor) {
        Possible left = operand(cursor);
        if (cursor.accept("IS")) {
            boolean not = cursor.accept("NOT");
            cursor.expect("NULL");
            return truth(left.only().map(text -> text.equals(Possible.NULL) != not));
        }
        if (!cursor.atAny(COMPARISONS)) {
            return left;
        }
        String operator = cursor.next().text();
        Optional<String> one = left.only();
        Optional<String> other = operand(cursor).only();
        return one.isEmpty() || other.isEmpty()
                ? Possible.UNKNOWN
                : truth(Optional.of(compare(one.get(), operator, other.get())));
    }

    private static boolean compare(String left, String operator, String right) {
        if (left.equals(Possible.NULL) || right.equals(Possible.NULL)) {
            return false;
        }
        boolean numbers = left.matches("-?[0-9]{1,15}") && right.matches("-?[0-9]{1,15}");
        int order =
                numbers ? Long.compare(Long.parseLong(left), Long.parseLong(right)) : left.compareToIgnoreCase(right);
        return switch (operator) {
            case "=" -> order == 0;
            case "<>", "!=" -> order != 0;
            case ">" -> order > 0;
            case "<" -> order < 0;
            case ">=" -> order >= 0;
            default -> order <= 0;
        };
    }

    private Possible operand(Cursor cursor) {
        Token token = cursor.peek();
        if (cursor.at("(", "SELECT")) {
            return new CatalogCount(this).select(cursor.parenthesised());
        }
        if (cursor.at("(")) {
            return of(cursor.parenthesised());
        }
        if (cursor.accept("EXISTS")) {
            return new CatalogCount(this).exists(cursor.parenthesised());
        }
        if (token.kind() == Kind.STRING) {
            cursor.next();
            return Possible.of(TextLiteral.content(token));
        }
        if (token.kind() == Kind.NUMBER) {
            cursor.next();
            return Possible.of(token.text());
        }
        if (cursor.accept("@")) {
            return cursor.at("@") ? server(cursor) : state.variable(cursor.identifier());
        }
        if (cursor.peek(1).is("(")) {
            return call(cursor);
        }
        return cursor.accept("NULL")
                ? Possible.of(Possible.NULL)
                : cursor.accept("TRUE")
                        ? Possible.of(1)
                        : cursor.accept("FALSE")
                                ? Possible.of(0)
                                : locals.getOrDefault(cursor.identifier().toLowerCase(Locale.ROOT), Possible.UNKNOWN);
    }

    private static Possible server(Cursor cursor) {
        cursor.next();
        cursor.nameParts();
        return Possible.UNKNOWN;
    }

    private Possible call(Cursor cursor) {
        String function = cursor.next().text().toLowerCase(Locale.ROOT);
        List<Cursor> arguments = cursor.list();
        return switch (function) {
            case "database", "schema" -> Possible.of(DATABASE);
            case "concat" -> concat(arguments);
            case "if" -> arguments.size() == 3 ? choice(arguments) : Possible.UNKNOWN;
            case "ifnull", "coalesce" -> firstOf(arguments);
            case "lower", "lcase" ->
                arguments.size() == 1
                        ? new Possible(of(arguments.get(0)).texts().stream()
                                .map(text -> text.toLowerCase(Locale.ROOT))
                                .toList())
                        : Possible.UNKNOWN;
            default -> Possible.UNKNOWN;
        };
    }

    private Possible concat(List<Cursor> arguments) {
        StringBuilder text = new StringBuilder();
        for (Cursor argument : arguments) {
            Optional<String> part = of(argument).template().filter(known -> !known.equals(DATABASE));
            if (part.filter(Possible.NULL::equals).isPresent()) {
                return Possible.of(Possible.NULL);
            }
            text.append(part.orElse(String.valueOf(Holes.HOLE)));
        }
        return Possible.of(text.toString());
    }

    private Possible choice(List<Cursor> arguments) {
        Optional<Boolean> condition = of(arguments.get(0)).truth();
        if (condition.isPresent()) {
            return of(arguments.get(condition.get() ? 1 : 2));
        }
        return of(arguments.get(1)).or(of(arguments.get(2)));
    }

    private Possible firstOf(List<Cursor> arguments) {
        List<Cursor> left = new ArrayList<>(arguments);
        while (!left.isEmpty()) {
            Possible value = of(left.remove(0));
            if (!value.only().filter(Possible.NULL::equals).isPresent()) {
                return value;
            }
        }
        return Possible.of(Possible.NULL);
    }
}
