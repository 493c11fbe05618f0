package dev.schemaguard.database.postgres.ddl.program;

import dev.schemaguard.ddl.script.Holes;
import dev.schemaguard.ddl.script.Literals;
import dev.schemaguard.ddl.script.NotUnderstood;
import dev.schemaguard.ddl.script.SqlExpression;
import dev.schemaguard.ddl.script.SqlStatement;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import dev.schemaguard.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts together the text of a dynamic statement, with holes for what is known only when it runs. */
final class TextExpression {

    private static final int DEEPEST = 20;

    /** How long a statement may get: a few variables that name each other twice make any text. */
    private static final int LONGEST = 1 << 20;

    private final Map<String, List<Token>> variables;
    private final int depth;
    private final Room room;

    private TextExpression(Map<String, List<Token>> variables, int depth, Room room) {
        this.variables = variables;
        this.depth = depth;
        this.room = room;
    }

    /** The text that an expression gives. */
    static String evaluate(List<Token> expression, Map<String, List<Token>> variables) {
        return new TextExpression(variables, 0, new Room()).text(expression);
    }

    /** The statements in such a text. */
    static List<SqlStatement> statements(String text, Origin origin) {
        List<SqlStatement> statements = new ArrayList<>();
        List<Token> tokens = new ArrayList<>();
        for (Token token : SqlExpression.tokens(text)) {
            if (token.is(";")) {
                add(statements, tokens, origin);
                tokens = new ArrayList<>();
            } else {
                tokens.add(new Token(token.kind(), token.text(), origin.line(), token.spaced()));
            }
        }
        add(statements, tokens, origin);
        return statements;
    }

    private static void add(List<SqlStatement> statements, List<Token> tokens, Origin origin) {
        if (!tokens.isEmpty()) {
            statements.add(new SqlStatement(tokens, true, origin.location(), 0, 0));
        }
    }

    private String text(List<Token> expression) {
        StringBuilder text = new StringBuilder();
        for (List<Token> part : split(expression, "||")) {
            text.append(part(part));
        }
        return text.toString();
    }

    private String part(List<Token> written) {
        List<Token> part = split(written, "::").get(0);
        if (part.isEmpty() || depth > DEEPEST) {
            return hole();
        }
        Token first = part.get(0);
        room.take(first.text().length());
        if (part.size() == 1) {
            return single(first);
        }
        if (part.size() == 3 && part.get(1).is(".")) {
            String field = (first.text() + "." + part.get(2).text()).toLowerCase(Locale.ROOT);
            List<Token> value = variables.getOrDefault(field, List.of());
            return value.isEmpty() ? hole() : deeper(variables).text(value);
        }
        boolean closed = part.get(part.size() - 1).is(")");
        if (first.is("(") && closed) {
            return deeper(variables).text(part.subList(1, part.size() - 1));
        }
        if (first.kind() == Kind.WORD && part.get(1).is("(") && closed) {
            return deeper(variables)
                    .call(first.text().toLowerCase(Locale.ROOT), split(part.subList(2, part.size() - 1), ","));
        }
        return hole();
    }

    private String single(Token token) {
        if (token.kind() == Kind.STRING) {
            return Literals.string(token);
        }
        if (token.kind() == Kind.NUMBER) {
            return token.text();
        }
        List<Token> value = variables.getOrDefault(token.text().toLowerCase(Locale.ROOT), List.of());
        return value.isEmpty() ? hole() : deeper(variables).text(value);
    }

    private String call(String function, List<List<Token>> arguments) {
        return switch (function) {
            case "quote_ident" -> "\"" + text(arguments.get(0)).replace("\"", "\"\"") + "\"";
            case "quote_literal", "quote_nullable" -> Literals.quoted(text(arguments.get(0)));
            case "concat" -> {
                StringBuilder text = new StringBuilder();
                arguments.forEach(argument -> text.append(text(argument)));
                yield text.toString();
            }
            case "lower" -> text(arguments.get(0)).toLowerCase(Locale.ROOT);
            case "format" -> format(arguments);
            default -> hole();
        };
    }

    private String format(List<List<Token>> arguments) {
        String pattern = text(arguments.get(0));
        StringBuilder text = new StringBuilder();
        int next = 1;
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) != '%' || i + 1 == pattern.length()) {
                text.append(pattern.charAt(i));
                continue;
            }
            int place = i + 1;
            while (Character.isDigit(pattern.charAt(place)) && place + 1 < pattern.length()) {
                place++;
            }
            if (place > i + 1 && pattern.charAt(place) == '$') {
                next = Integer.parseInt(pattern.substring(i + 1, Math.min(place, i + 4)));
                place++;
            }
            char kind = place < pattern.length() ? pattern.charAt(place) : '%';
            i = place;
            if (kind == '%') {
                text.append('%');
                continue;
            }
            String value = next < arguments.size() ? text(arguments.get(next)) : hole();
            next++;
            text.append(
                    switch (kind) {
                        case 'I' -> "\"" + value.replace("\"", "\"\"") + "\"";
                        case 'L' -> Literals.quoted(value);
                        default -> value;
                    });
        }
        return text.toString();
    }

    private TextExpression deeper(Map<String, List<Token>> known) {
        return new TextExpression(known, depth + 1, room);
    }

    /** What is left of the length that a statement may have. */
    private static final class Room {

        private int left = LONGEST;

        void take(int length) {
            left -= length;
            if (left < 0) {
                throw new NotUnderstood("it is put together of too much");
            }
        }
    }

    private static String hole() {
        return String.valueOf(Holes.HOLE);
    }

    /** Cuts tokens at a symbol outside of all parentheses. */
    static List<List<Token>> split(List<Token> tokens, String symbol) {
        List<List<Token>> parts = new ArrayList<>();
        int from = 0;
        int open = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (open == 0 && token.is(symbol)) {
                parts.add(tokens.subList(from, i));
                from = i + 1;
            }
            open += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
        }
        parts.add(tokens.subList(from, tokens.size()));
        return parts;
    }
}
