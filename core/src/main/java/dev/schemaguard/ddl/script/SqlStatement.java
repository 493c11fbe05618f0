package dev.schemaguard.ddl.script;

import dev.schemaguard.model.Origin;
import java.util.List;

/**
 * One statement of a script.
 *
 * @param tokens its tokens without the semicolon, at least one; only the first ones where it is skipped or too long
 * @param whole whether these are all tokens
 * @param location the script
 * @param start the offset behind the statement before it
 * @param end the offset behind its semicolon
 */
public record SqlStatement(List<Token> tokens, boolean whole, String location, long start, long end) {

    private static final int SHOWN = 80;

    public SqlStatement {
        tokens = List.copyOf(tokens);
    }

    /** Where its first word stands. */
    public Origin origin() {
        return originOf(tokens.get(0));
    }

    /** Where one of its tokens stands. */
    Origin originOf(Token token) {
        return Origin.of(location, token.line());
    }

    /** Whether its first tokens are these words or symbols. */
    public boolean startsWith(String... words) {
        if (tokens.size() < words.length) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!tokens.get(i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** The beginning of the statement for messages; literals lose their content, for it may be a secret. */
    public String opening() {
        return opening(tokens);
    }

    /** The beginning of some tokens for messages. */
    public static String opening(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens) {
            if (text.length() > 0 && token.spaced()) {
                text.append(' ');
            }
            text.append(token.shown());
            if (text.length() > SHOWN) {
                return text.substring(0, SHOWN).strip() + "...";
            }
        }
        return text.toString();
    }
}
