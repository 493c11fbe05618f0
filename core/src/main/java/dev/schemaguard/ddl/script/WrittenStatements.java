package dev.schemaguard.ddl.script;

import dev.schemaguard.ddl.script.Token.Kind;
import dev.schemaguard.input.SourceText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into whole statements, for those who need them to the letter; {@link SqlScript} keeps of most only what tells what
 * they are. The text is held whole, so it is bounded.
 */
public final class WrittenStatements {

    /** In bytes. What is longer is a dump, and no list of statements that a program sends. */
    private static final long LARGEST = 16L * 1024 * 1024;

    private final String text;
    private final String location;
    private final Lexer lexer;
    private final List<WrittenStatement> found = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();
    private LexicalRules rules;
    private StatementShape shape;
    private int last;
    private int start;
    private int end;

    private WrittenStatements(String text, SourceText source, LexicalRules rules) {
        this.text = text;
        this.location = source.location();
        this.lexer = new Lexer(new CharStream(source, new StringReader(text)), rules);
        this.rules = rules;
        this.shape = rules.shape();
    }

    /**
     * The statements of a text in order.
     *
     * @throws dev.schemaguard.input.SchemaSourceException if it cannot be read, is too large, or a quote or a comment does not end
     */
    public static List<WrittenStatement> of(SourceText source, LexicalRules rules) {
        try (Reader reader = new BufferedReader(source.upTo(LARGEST).open())) {
            StringWriter whole = new StringWriter();
            reader.transferTo(whole);
            return new WrittenStatements(whole.toString(), source, rules).cut();
        } catch (IOException e) {
            throw source.unreadable(e);
        }
    }

    private List<WrittenStatement> cut() {
        while (true) {
            Token token = lexer.next(text.length());
            if (token.kind() == Kind.END) {
                finish();
                return List.copyOf(found);
            }
            boolean ends = token.kind() == Kind.DELIMITER
                    || token.kind() == Kind.META_COMMAND
                    || token.is(";") && lexer.endsAtSemicolon() && shape.mayEnd();
            if (ends) {
                if (shape.isCopyFromStdin()) {
                    lexer.skipCopyData();
                }
                finish();
                last = Math.toIntExact(lexer.offset());
            } else {
                add(token);
            }
        }
    }

    private void add(Token token) {
        if (tokens.isEmpty()) {
            start = Math.toIntExact(lexer.tokenStart());
        }
        shape.next(token);
        tokens.add(token);
        end = Math.toIntExact(lexer.offset());
    }

    private void finish() {
        if (!tokens.isEmpty()) {
            found.add(new WrittenStatement(
                    text.substring(start, end),
                    text.substring(last, start),
                    tokens.get(0).line()));
            rules = rules.after(new SqlStatement(tokens, true, location, last, end));
            lexer.rules(rules);
            tokens.clear();
            last = end;
        }
        shape = rules.shape();
    }
}
