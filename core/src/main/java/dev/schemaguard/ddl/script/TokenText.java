package dev.schemaguard.ddl.script;

import dev.schemaguard.ddl.script.Token.Kind;
import java.util.List;

/** Makes a text of tokens again. */
final class TokenText {

    /** Expressions are spelled by recursion; people do not nest like this. */
    private static final int DEEPEST = 200;

    private TokenText() {}

    /**
     * The tokens as text, blanks and comments made one blank and strings spelled as the server prints them.
     *
     * @throws NotUnderstood if one of them is not wholly known
     */
    static String of(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (Token token : tokens) {
            depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
            if (depth > DEEPEST) {
                throw new NotUnderstood("it is nested more than " + DEEPEST + " times");
            }
            if (token.kind() == Kind.PLACEHOLDER || token.isGarbled()) {
                throw new NotUnderstood("'" + token.shown() + "' is not understood there");
            }
            if (token.spaced() && text.length() > 0) {
                text.append(' ');
            }
            text.append(token.kind() == Kind.STRING ? Literals.spelled(token) : token.text());
        }
        return text.toString();
    }
}
