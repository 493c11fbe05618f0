package dev.schemaguard.ddl.script;

import dev.schemaguard.ddl.script.Token.Kind;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import java.util.ArrayList;
import java.util.List;

/** Walks over the tokens of a statement, or of a part of one. */
public final class Cursor {

    private final List<Token> tokens;
    private final String location;
    private final Dialect dialect;
    private final Token end;
    private int at;

    public Cursor(SqlStatement statement, Dialect dialect) {
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
    public Dialect dialect() {
        return dialect;
    }

    /** The next token, or one of kind {@code END}. */
    public Token peek() {
        return peek(0);
    }

    /** The token some places ahead, or one of kind {@code END}. */
    public Token peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : end;
    }

    /** Whether all tokens are consumed. */
    public boolean atEnd() {
        return at >= tokens.size();
    }

    /** The next token, consumed. */
    public Token next() {
        Token token = peek();
        if (token.kind() == Kind.END) {
            throw new NotUnderstood("something is missing at its end");
        }
        at++;
        return token;
    }

    /** Where the next token stands. */
    public Origin origin() {
        return Origin.of(location, peek().line());
    }

    /** Whether the next tokens are these words or symbols. */
    public boolean at(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether the next token is one of these words or symbols. */
    public boolean atAny(String... words) {
        for (String word : words) {
            if (peek().is(word)) {
                return true;
            }
        }
        return false;
    }

    /** Consumes these words or symbols if they come next. */
    public boolean accept(String... words) {
        if (!at(words)) {
            return false;
        }
        at += words.length;
        return true;
    }

    /** Consumes these words or symbols, which have to come next. */
    public void expect(String... words) {
        if (!accept(words)) {
            throw unexpected();
        }
    }

    /** Consumes {@code IF EXISTS} if it comes next. */
    public boolean acceptIfExists() {
        return accept("IF", "EXISTS");
    }

    /** Consumes {@code IF NOT EXISTS} if it comes next. */
    public boolean acceptIfNotExists() {
        return accept("IF", "NOT", "EXISTS");
    }

    /** Requires that nothing is left. */
    public void expectEnd() {
        if (!atEnd()) {
            throw unexpected();
        }
    }

    /** Consumes all that is left. */
    public void skipRest() {
        at = tokens.size();
    }

    /** What to throw where the next token fits nowhere. */
    public NotUnderstood unexpected() {
        return new NotUnderstood(
                atEnd() ? "something is missing at its end" : "'" + peek().shown() + "' is not understood there");
    }

    /** A name as the catalog stores it. */
    public String identifier() {
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
    public ObjectName name() {
        List<String> parts = nameParts();
        int last = parts.size() - 1;
        return ObjectName.of(last > 0 ? parts.get(last - 1) : "", parts.get(last));
    }

    /** The parts of a name, separated by dots. */
    public List<String> nameParts() {
        List<String> parts = new ArrayList<>();
        do {
            parts.add(identifier());
        } while (accept("."));
        return parts;
    }

    /** The content of a string. */
    public String string() {
        Token token = peek();
        if (token.kind() != Kind.STRING || token.isGarbled()) {
            throw unexpected();
        }
        at++;
        return Literals.string(token);
    }

    /** Names in parentheses, separated by commas. */
    public List<String> identifiers() {
        List<String> names = new ArrayList<>();
        for (Cursor part : list()) {
            names.add(part.identifier());
            part.expectEnd();
        }
        return names;
    }

    /** Names separated by commas, up to the first thing that is none. */
    public List<ObjectName> names() {
        List<ObjectName> names = new ArrayList<>();
        do {
            names.add(name());
        } while (accept(","));
        return names;
    }

    /** What stands in the parentheses that come next. */
    public Cursor parenthesised() {
        expect("(");
        int from = at;
        at--;
        skipOne();
        return part(from, at - 1);
    }

    /** A cursor over nothing. */
    public Cursor none() {
        return part(at, at);
    }

    /** What stands in the parentheses that come next, cut at its commas. */
    public List<Cursor> list() {
        return parenthesised().parts();
    }

    /** What is left, cut at its outer commas. */
    public List<Cursor> parts() {
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
    public void skipOne() {
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
    public int mark() {
        return at;
    }

    /** Goes back to a mark. */
    public void reset(int mark) {
        at = mark;
    }

    /** The text from a mark up to here, blanks made one. */
    public String textFrom(int mark) {
        return TokenText.of(tokens.subList(mark, at));
    }

    /** All that is left as text. */
    public String rest() {
        int mark = at;
        skipRest();
        return textFrom(mark);
    }

    /** What stands from here up to a mark. */
    public Cursor upTo(int mark) {
        return part(at, mark);
    }

    /** The tokens that are left. */
    public List<Token> remaining() {
        return tokens.subList(at, tokens.size());
    }

    private Cursor part(int from, int to) {
        int line = from < tokens.size() ? tokens.get(from).line() : end.line();
        return new Cursor(tokens.subList(from, to), location, dialect, line);
    }
}
