package dev.schemaguard.statements.reading;

import dev.schemaguard.input.Excerpt;
import java.util.concurrent.TimeoutException;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.statement.Statement;

/** Has the parser make a tree of a statement. */
final class SyntaxTree {

    /** Statements of real programs take some milliseconds; the rest is pathological. */
    private static final long PATIENCE_MILLIS = 2_000;

    private static final int DEEPEST = 50;

    private SyntaxTree() {}

    /**
     * The tree of a statement. Where the parser does not understand it, it is tried once more in words that it cannot misunderstand.
     *
     * @throws NotReadable if it does not understand these, either, with the reason for the first
     */
    static Statement of(ParserText text, Names names) {
        String plain = text.plain();
        if (CCJSqlParserUtil.getNestingDepth(plain) > DEEPEST) {
            throw new NotReadable("it is nested more than " + DEEPEST + " deep");
        }
        try {
            return parsed(plain);
        } catch (NotReadable first) {
            String insistent = text.insistent(names);
            if (insistent.equals(plain)) {
                throw first;
            }
            try {
                return parsed(insistent);
            } catch (NotReadable second) {
                throw first;
            }
        }
    }

    private static Statement parsed(String sql) {
        try {
            return CCJSqlParserUtil.parse(sql, parser -> parser.withTimeOut(PATIENCE_MILLIS));
        } catch (JSQLParserException e) {
            throw new NotReadable(reason(e));
        } catch (RuntimeException e) {
            // The parser throws both, for a generator of parsers made it.
            throw new NotReadable("the parser gave up (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** Why, without the text: of that only a word or a mark, and never a literal. */
    private static String reason(JSQLParserException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ParseException parsing && parsing.currentToken != null) {
                Token token = parsing.currentToken.next == null ? parsing.currentToken : parsing.currentToken.next;
                return "the parser does not understand " + shown(token) + " in its line " + token.beginLine;
            }
            if (cause instanceof TimeoutException) {
                return "the parser took longer than " + PATIENCE_MILLIS + " ms";
            }
            if (cause instanceof StackOverflowError) {
                return "it is nested too deeply";
            }
        }
        return "the parser does not understand it";
    }

    private static String shown(Token token) {
        if (token.image == null || token.image.isEmpty()) {
            return "its end";
        }
        boolean word = token.image.chars().allMatch(c -> Character.isLetter(c) || c == '_')
                || token.image.length() <= 2 && !Character.isDigit(token.image.charAt(0));
        return word ? "'" + Excerpt.of(token.image) + "'" : "what stands";
    }
}
