package dev.schemaguard.ddl.script;

import dev.schemaguard.ddl.script.Token.Kind;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.SqlText;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The names within expressions such as checks: which occur, and the same expression after one of them was renamed.
 *
 * @param dialect how names are spelled
 * @param rules how its texts are cut into words
 */
public record SqlExpression(Dialect dialect, LexicalRules rules) {

    private static final SourceText NOWHERE = SourceText.text("", "");

    /**
     * The tokens of a text.
     *
     * @throws NotUnderstood if a quote or comment in it does not end
     */
    public static List<Token> tokens(String text) {
        return tokens(text, LexicalRules.standard());
    }

    /**
     * The tokens of a text.
     *
     * @throws NotUnderstood if a quote or comment in it does not end
     */
    public static List<Token> tokens(String text, LexicalRules rules) {
        List<Token> tokens = new ArrayList<>();
        try (Lexer lexer = new Lexer(new CharStream(NOWHERE, new StringReader(text), text.length() + 1), rules)) {
            Token token = lexer.next(text.length());
            while (token.kind() != Kind.END) {
                tokens.add(token);
                token = lexer.next(text.length());
            }
        } catch (SchemaSourceException e) {
            throw new NotUnderstood(e.reason().replace("that begins here", "in it"));
        }
        return tokens;
    }

    /** All names in an expression that may be columns: those that are not called. */
    public Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        List<Token> tokens = tokens(text, rules);
        for (int i = 0; i < tokens.size(); i++) {
            boolean called = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
            boolean type = isType(tokens, i);
            if (tokens.get(i).isName() && !called && !type) {
                names.add(Literals.identifier(tokens.get(i), dialect));
            }
        }
        return names;
    }

    /** The expression after a column was renamed. */
    public SqlText renamed(SqlText expression, String from, String to) {
        String text = renamed(expression.text(), from, to);
        return expression.isWrittenOtherwise()
                ? new SqlText(text, renamed(expression.written(), from, to))
                : SqlText.of(text);
    }

    /** The text after a column was renamed. */
    public String renamed(String text, String from, String to) {
        StringBuilder result = new StringBuilder();
        List<Token> tokens = tokens(text, rules);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean called = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
            boolean type = isType(tokens, i);
            boolean meant = token.isName()
                    && !called
                    && !type
                    && Literals.identifier(token, dialect).equals(from);
            if (token.spaced() && i > 0) {
                result.append(' ');
            }
            result.append(meant ? dialect.quote(to) : token.text());
        }
        return result.toString();
    }

    /** The expression after a type was renamed, which only the text with its casts names. */
    public SqlText retyped(SqlText expression, String from, String to) {
        if (!expression.isWrittenOtherwise()) {
            return expression;
        }
        StringBuilder result = new StringBuilder();
        List<Token> tokens = tokens(expression.written(), rules);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean meant = isType(tokens, i)
                    && !(i + 1 < tokens.size() && tokens.get(i + 1).is("."))
                    && Literals.identifier(token, dialect).equals(from);
            result.append(token.spaced() && i > 0 ? " " : "").append(meant ? dialect.quote(to) : token.text());
        }
        return new SqlText(expression.text(), result.toString());
    }

    /** Whether a name is that of a type, or of the schema before it: behind a cast, or before the text of a literal. */
    private static boolean isType(List<Token> tokens, int at) {
        if (!tokens.get(at).isName()) {
            return false;
        }
        int start = at;
        while (start >= 2 && tokens.get(start - 1).is(".")) {
            start -= 2;
        }
        boolean cast = start > 0
                && (tokens.get(start - 1).is("::") || tokens.get(start - 1).is("AS"));
        return cast || at + 1 < tokens.size() && tokens.get(at + 1).kind() == Kind.STRING;
    }
}
