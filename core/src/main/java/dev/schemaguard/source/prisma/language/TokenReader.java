package dev.schemaguard.source.prisma.language;

import dev.schemaguard.input.Excerpt;
import dev.schemaguard.input.ReadingDeadline;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Origin;
import dev.schemaguard.source.prisma.language.Token.Kind;
import java.util.List;

/** Goes through the words of a file, one after the other. */
final class TokenReader {

    private final String location;
    private final List<Token> tokens;
    private int at;

    TokenReader(String location, List<Token> tokens) {
        this.location = location;
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    /** The next word; the end stays where it is. */
    Token take() {
        Token token = tokens.get(at);
        if (!token.is(Kind.END)) {
            at++;
        }
        return token;
    }

    /** Whether the next word is that symbol, which is passed then. */
    boolean passes(String symbol) {
        boolean found = peek().is(symbol);
        if (found) {
            at++;
        }
        return found;
    }

    void skipLines() {
        while (peek().is(Kind.NEW_LINE)) {
            at++;
        }
        ReadingDeadline.check(this::origin);
    }

    String name(String what) {
        Token token = take();
        if (!token.is(Kind.NAME)) {
            throw unexpected(token, what);
        }
        return token.text();
    }

    void symbol(String symbol) {
        Token token = take();
        if (!token.is(symbol)) {
            throw unexpected(token, "'" + symbol + "'");
        }
    }

    /** A field, an attribute of a block and a setting end with their line. */
    void endOfLine() {
        if (!peek().is(Kind.NEW_LINE) && !peek().is("}")) {
            throw unexpected(peek(), "the end of the line");
        }
    }

    Origin origin() {
        return Origin.of(location, peek().line());
    }

    SchemaSourceException unexpected(Token found, String wanted) {
        return new SchemaSourceException(
                Origin.of(location, found.line()),
                Excerpt.of(found.shown()) + " stands where " + wanted + " should",
                "correct the schema, 'prisma validate' says more");
    }
}
