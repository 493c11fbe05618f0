package dev.schemaguard.source.prisma.language;

import dev.schemaguard.source.prisma.language.Arguments.Argument;
import dev.schemaguard.source.prisma.language.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads values and what stands in parentheses, over several lines where it does. */
final class ValueReader {

    /** No schema that anybody wrote comes near; more would be an attack on the stack. */
    private static final int DEEPEST = 32;

    private final TokenReader tokens;
    private int depth;

    ValueReader(TokenReader tokens) {
        this.tokens = tokens;
    }

    /** The arguments that follow, if any do. */
    Arguments arguments() {
        if (!tokens.passes("(")) {
            return Arguments.NONE;
        }
        List<Argument> all = new ArrayList<>();
        tokens.skipLines();
        while (!tokens.passes(")")) {
            all.add(argument());
            separator(")");
        }
        return new Arguments(all);
    }

    private Argument argument() {
        Value value = value();
        tokens.skipLines();
        if (value instanceof Value.Word word && tokens.passes(":")) {
            tokens.skipLines();
            return new Argument(word.word(), value());
        }
        return new Argument("", value);
    }

    /** A comma may stand behind the last one, too. */
    private void separator(String end) {
        tokens.skipLines();
        if (!tokens.passes(",") && !tokens.peek().is(end)) {
            throw tokens.unexpected(tokens.peek(), "',' or '" + end + "'");
        }
        tokens.skipLines();
    }

    Value value() {
        if (++depth > DEEPEST) {
            throw tokens.unexpected(tokens.peek(), "a value that is nested less than " + DEEPEST + " times");
        }
        Value value = read();
        depth--;
        return value;
    }

    private Value read() {
        Token token = tokens.take();
        if (token.is(Kind.TEXT)) {
            return new Value.Text(token.text());
        }
        if (token.is(Kind.NUMBER)) {
            return new Value.Numeral(token.text());
        }
        if (token.is("[")) {
            return new Value.Listed(list());
        }
        if (token.is("{")) {
            return keyed();
        }
        if (!token.is(Kind.NAME)) {
            throw tokens.unexpected(token, "a value");
        }
        StringBuilder word = new StringBuilder(token.text());
        while (tokens.passes(".")) {
            word.append('.').append(tokens.name("a name"));
        }
        return tokens.peek().is("(") ? new Value.Call(word.toString(), arguments()) : new Value.Word(word.toString());
    }

    private List<Value> list() {
        List<Value> values = new ArrayList<>();
        tokens.skipLines();
        while (!tokens.passes("]")) {
            values.add(value());
            separator("]");
        }
        return values;
    }

    private Value keyed() {
        tokens.skipLines();
        while (!tokens.passes("}")) {
            tokens.name("a key");
            tokens.symbol(":");
            tokens.skipLines();
            value();
            separator("}");
        }
        return new Value.Keyed();
    }
}
