package dev.schemaguard.source.ddl;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.source.ddl.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Walks over the tokens of a statement, or of a part of one. */
final class Cursor {

    private final List<Token> tokens;
    private final String location;
    private final Dialect dialect;
    private final Token end;
    private int at;

    Cursor(SqlStatement statement, Dialect dialect) {
        this(
                statement.tokens(),
                statement.location(),
                dialect,
                statement.tokens().get(0).line());
    }

    private Cursor(List<Token> tokens, String location, Dialect dialect, int line) {
        this.tokens = tokens;
        this.location = location;
        this.dialect = dialect;
        this.end = new Token(Kind.END, "", line, false);
    }

    /** How names, types and expressions are spelled. */
    Dialect dialect() {
        return dialect;
    }

    /** The next token, or one of kind {@code END}. */
    Token peek() {
        return peek(0);
    }

    /** The token some places ahead, or one of kind {@code END}. */
    Token peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : end;
    }

    /** Whether all tokens are consumed. */
    boolean atEnd() {
        return at >= tokens.size();
    }

    /** The next token, consumed. */
    Token next() {
        Token token = peek();
        if (token.kind() == Kind.END) {
            throw new NotUnderstood("something is missing at its end");
        }
        at++;
        return token;
    }

    /** Where the next token stands. */
    Origin origin() {
        return Origin.of(location, peek().line());
    }

    /** Whether the next tokens are these words or symbols. */
    boolean at(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether the next token is one of these words or symbols. */
    boolean atAny(String... words) {
        for (String word : words) {
            if (peek().is(word)) {
                return true;
            }
        }
        return false;
    }

    /** Consumes these words or symbols if they come next. */
    boolean accept(String... words) {
        if (!at(words)) {
            return false;
        }
        at += words.length;
        return true;
    }

    /** Consumes these words or symbols, which have to come next. */
    void expect(String... words) {
        if (!accept(words)) {
            throw unexpected();
        }
    }

    /** Consumes {@code IF EXISTS} if it comes next. */
    boolean acceptIfExists() {
        return accept("IF", "EXISTS");
    }

    /** Consumes {@code IF NOT EXISTS} if it comes next. */
    boolean acceptIfNotExists() {
        return accept("IF", "NOT", "EXISTS");
    }

    /** Requires that nothing is left. */
    void expectEnd() {
        if (!atEnd()) {
            throw unexpected();
        }
    }

    /** Consumes all that is left. */
    void skipRest() {
        at = tokens.size();
    }

    /** What to throw where the next token fits nowhere. */
    NotUnderstood unexpected() {
        return new NotUnderstood(
                atEnd() ? "something is missing at its end" : "'" + peek().shown() + "' is not understood there");
    }

    /** A name as the catalog stores it. */
    String identifier() {
        Token token = peek();
        if (!token.isName() || token.isGarbled()) {
            throw unexpected();
        }
        String name = Literals.identifier(token, dialect);
        if (name.isEmpty()) {
            throw unexpected();
        }
        at++;
        return name;
    }

    /** A possibly qualified name as the catalog stores it; the name of a database before it is dropped. */
    ObjectName name() {
        List<String> parts = nameParts();
        int last = parts.size() - 1;
        return ObjectName.of(last > 0 ? parts.get(last - 1) : "", parts.get(last));
    }

    /** The parts of a name, separated by dots. */
    List<String> nameParts() {
        List<String> parts = new ArrayList<>();
        do {
            parts.add(identifier());
        } while (accept("."));
        return parts;
    }

    /** The content of a string. */
    String string() {
        Token token = peek();
        if (token.kind() != Kind.STRING || token.isGarbled()) {
            throw unexpected();
        }
        at++;
        return Literals.string(token);
    }

    /** Names in parentheses, separated by commas. */
    List<String> identifiers() {
        List<String> names = new ArrayList<>();
        for (Cursor part : list()) {
            names.add(part.identifier());
            part.expectEnd();
        }
        return names;
    }

    /** Names separated by commas, up to the first thing that is none. */
    List<ObjectName> names() {
        List<ObjectName> names = new ArrayList<>();
        do {
            names.add(name());
        } while (accept(","));
        return names;
    }

    /** What stands in the parentheses that come next. */
    Cursor parenthesised() {
        expect("(");
        int from = at;
        at--;
        skipOne();
        return part(from, at - 1);
    }

    /** A cursor over nothing. */
    Cursor none() {
        return part(at, at);
    }

    /** What stands in the parentheses that come next, cut at its commas. */
    List<Cursor> list() {
        return parenthesised().parts();
    }

    /** What is left, cut at its outer commas. */
    List<Cursor> parts() {
        List<Cursor> parts = new ArrayList<>();
        int from = at;
        while (!atEnd()) {
            if (at(",")) {
                parts.add(part(from, at));
                from = ++at;
            } else {
                skipOne();
            }
        }
        if (at > from || !parts.isEmpty()) {
            parts.add(part(from, at));
        }
        return parts;
    }

    /** Skips a token, or all up to the parenthesis or bracket that closes it. */
    void skipOne() {
        int depth = 0;
        do {
            Token token = next();
            if (token.is("(") || token.is("[")) {
                depth++;
            } else if (token.is(")") || token.is("]")) {
                depth--;
            }
            if (depth < 0) {
                throw new NotUnderstood("'" + token.text() + "' closes nothing");
            }
        } while (depth > 0);
    }

    /** A mark to take a text from. */
    int mark() {
        return at;
    }

    /** Goes back to a mark. */
    void reset(int mark) {
        at = mark;
    }

    /** The text from a mark up to here, blanks made one. */
    String textFrom(int mark) {
        return TokenText.of(tokens.subList(mark, at));
    }

    /** All that is left as text. */
    String rest() {
        int mark = at;
        skipRest();
        return textFrom(mark);
    }

    /** The tokens that are left. */
    List<Token> remaining() {
        return tokens.subList(at, tokens.size());
    }

    private Cursor part(int from, int to) {
        int line = from < tokens.size() ? tokens.get(from).line() : end.line();
        return new Cursor(tokens.subList(from, to), location, dialect, line);
    }
}
