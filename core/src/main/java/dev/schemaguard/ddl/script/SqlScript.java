package dev.schemaguard.ddl.script;

import dev.schemaguard.ddl.script.Token.Kind;
import dev.schemaguard.input.SourceText;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Splits a script into statements, as psql does, while it is read. What is no DDL is skipped: only its first tokens are kept,
 * so that memory does not grow with the size of a dump.
 */
public final class SqlScript implements AutoCloseable {

    /** How many characters of a statement that is no DDL are kept. */
    static final int SKIMMED = 16 * 1024;

    /** How many characters of a DDL statement are kept; functions in dumps are long, but not that long. */
    static final int LONGEST = 8 * 1024 * 1024;

    /** How much of a token is seen in any case, so that words and semicolons are known where nothing is kept any more. */
    private static final int SHORTEST = 64;

    private final Lexer lexer;
    private final String location;
    private List<Token> tokens = new ArrayList<>();

    /** What of the last token, a literal, stands on later lines. */
    private final List<Token> continued = new ArrayList<>();

    private LexicalRules rules;
    private StatementShape shape;

    /** A token that was read too early, for the statement before it ends without a mark. */
    private Optional<Token> early = Optional.empty();

    private int room = SKIMMED;
    private boolean whole = true;

    /** The functions whose calls are kept of what is skipped, in lower case; they may become more at any time. */
    private Set<String> watched = Set.of();

    private final Set<String> seen = new HashSet<>();
    private boolean skipping;
    private boolean afterWatched;
    private long start;

    private SqlScript(Lexer lexer, String location, LexicalRules rules) {
        this.lexer = lexer;
        this.location = location;
        this.rules = rules;
        this.shape = rules.shape();
    }

    /** Opens a script that is written as the standard has it. */
    public static SqlScript open(SourceText source, Placeholders placeholders) {
        return open(source, placeholders, LexicalRules.standard());
    }

    /** Opens a script. */
    public static SqlScript open(SourceText source, Placeholders placeholders, LexicalRules rules) {
        Reader reader = new UpSections(placeholders.replacing(source.openTolerantly()));
        return new SqlScript(new Lexer(new CharStream(source, reader), rules), source.location(), rules);
    }

    /** Keeps of all that is skipped from now on the calls of these functions. */
    public void watch(Set<String> functions) {
        watched = functions;
    }

    /**
     * The next statement, or nothing at the end.
     *
     * @throws dev.schemaguard.input.SchemaSourceException if a quote or a comment does not end
     */
    public Optional<SqlStatement> next() {
        tokens = new ArrayList<>();
        shape = rules.shape();
        room = LONGEST;
        whole = true;
        skipping = false;
        seen.clear();
        // A token that was read too early has not been given back to the text.
        start = early.isPresent() ? lexer.tokenStart() : lexer.offset();
        while (true) {
            Token token = token();
            if (token.kind() == Kind.END) {
                return tokens.isEmpty() ? Optional.empty() : Optional.of(finished(lexer.offset()));
            }
            if (ends(token)) {
                if (shape.isCopyFromStdin()) {
                    lexer.skipCopyData();
                }
                // What only the client understands is no part of what the server gets.
                boolean without = early.isPresent() || token.kind() == Kind.DELIMITER;
                if (!tokens.isEmpty()) {
                    return Optional.of(finished(without ? lexer.tokenStart() : lexer.offset()));
                }
                start = without ? lexer.offset() : start;
            } else if (skipping) {
                skip(token);
            } else {
                add(token);
                if (shape.isOfRows()) {
                    whole = false;
                    skipping = !watched.isEmpty();
                    if (!skipping) {
                        lexer.skipStatement();
                    }
                }
                if (token.kind() == Kind.META_COMMAND && (tokens.size() == 1 || sends(token))) {
                    return Optional.of(finishedByMeta(token));
                }
            }
        }
    }

    private Token token() {
        Token token = early.orElseGet(
                () -> lexer.next(Math.max(SHORTEST, shape.isSkimmed() ? Math.min(room, SKIMMED) : room)));
        early = Optional.empty();
        return token;
    }

    private boolean ends(Token token) {
        if (!tokens.isEmpty() && shape.endsBefore(token)) {
            early = Optional.of(token);
            return true;
        }
        return token.kind() == Kind.DELIMITER || (token.is(";") && lexer.endsAtSemicolon() && shape.mayEnd());
    }

    /** Whether what stands behind all statements ends here. */
    long offset() {
        return lexer.offset();
    }

    private void add(Token token) {
        boolean first = tokens.isEmpty();
        if (!first && token.kind() == Kind.STRING && lexer.isContinuation() && whole) {
            whole = room > token.text().length();
            if (whole) {
                continued.add(token);
                room -= token.text().length();
            }
            return;
        }
        joinContinued();
        shape.next(token);
        if (shape.isSkimmed()) {
            room = Math.min(room, SKIMMED);
        }
        if (room <= token.text().length() && !first) {
            whole = false;
            room = 0;
            skip(token);
            return;
        }
        room -= token.text().length() + 1;
        tokens.add(token);
    }

    /** Keeps of what is skipped the calls of functions that are watched, each once. */
    private void skip(Token token) {
        if (afterWatched && token.is("(")) {
            seen.add(lower(tokens.get(tokens.size() - 1)));
            tokens.add(token);
        }
        afterWatched = token.isName() && watched.contains(lower(token)) && !seen.contains(lower(token));
        if (afterWatched) {
            tokens.add(token);
        }
    }

    private static String lower(Token name) {
        return name.text().replace("\"", "").toLowerCase(Locale.ROOT);
    }

    private void joinContinued() {
        if (!continued.isEmpty()) {
            tokens.add(tokens.remove(tokens.size() - 1).joinedWith(continued));
            continued.clear();
        }
    }

    private SqlStatement finished(long end) {
        joinContinued();
        SqlStatement statement = new SqlStatement(tokens, whole, location, start, end);
        rules = rules.after(statement);
        lexer.rules(rules);
        return statement;
    }

    private SqlStatement finishedByMeta(Token meta) {
        if (meta.text().startsWith("\\copy") && CopyCommand.readsScript(meta.text())) {
            lexer.skipCopyData();
        }
        return finished(lexer.offset());
    }

    /** Whether the command sends the statement before it to the server, as a semicolon does. */
    private static boolean sends(Token meta) {
        return meta.text().startsWith("\\g") || meta.text().startsWith("\\crosstabview");
    }

    @Override
    public void close() {
        lexer.close();
    }
}
