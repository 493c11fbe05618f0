package dev.schemaguard.ddl.script;

import dev.schemaguard.ddl.script.Token.Kind;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A statement as a program sends it, cut into tokens, with a question mark wherever a value is to come: {@code :name}, {@code ?1},
 * {@code $1} and <code>#{name}</code> become one.
 *
 * @param text the statement with those marks
 * @param tokens its tokens, as they were written
 * @param marks how many marks it has
 */
public record MarkedText(String text, List<Token> tokens, int marks) {

    private static final SourceText NOWHERE = SourceText.text("", "");

    /**
     * A mark of mappers, or an expression of Spring that gives a value. Neither can be left to the lexer, for the sign begins a comment
     * on one database and an operator on another; so no more is taken for one than has neither quotes nor ends of statements.
     */
    private static final Pattern MAPPED = Pattern.compile(":?#\\{[\\w., =<>:\\-\\[\\]()#?!+*/&|$]{1,500}}");

    private static final Set<String> COMPARISONS = Set.of("=", "<", ">", "<=", ">=", "<>", "!=", "<=>");

    private static final Set<String> OPERATOR_WORDS =
            Set.of("like", "ilike", "and", "or", "not", "between", "then", "else", "when");

    public MarkedText {
        tokens = List.copyOf(tokens);
    }

    /**
     * Reads a statement.
     *
     * @throws NotUnderstood if a quote or comment in it does not end
     */
    public static MarkedText of(String written, LexicalRules rules) {
        return of(written, rules, false);
    }

    /**
     * A statement without its literals: a mark in place of each text that does not stand behind a word, and of each number that
     * something is compared with.
     *
     * @throws NotUnderstood if a quote or comment in it does not end
     */
    public static String masked(String written, LexicalRules rules) {
        return of(written, rules, true).text();
    }

    /** The text with a question mark in place of each mark that no lexer can read. */
    public static String plain(String written) {
        return written.indexOf('#') < 0 ? written : MAPPED.matcher(written).replaceAll("?");
    }

    private static MarkedText of(String written, LexicalRules rules, boolean masking) {
        String text = plain(written);
        Marking marking = new Marking(text, masking);
        try (Lexer lexer = new Lexer(new CharStream(NOWHERE, new StringReader(text), text.length() + 1), rules)) {
            Token token = lexer.next(text.length());
            while (token.kind() != Kind.END) {
                marking.add(token, (int) lexer.tokenStart(), (int) lexer.offset());
                token = lexer.next(text.length());
            }
        } catch (SchemaSourceException e) {
            throw new NotUnderstood(e.reason().replace("that begins here", "in it"));
        }
        return marking.done();
    }

    /** Replaces marks while the tokens pass. */
    private static final class Marking {

        private final String text;
        private final boolean masking;
        private final StringBuilder marked = new StringBuilder();
        private final List<Token> tokens = new ArrayList<>();
        private int copied;
        private int marks;

        Marking(String text, boolean masking) {
            this.text = text;
            this.masking = masking;
        }

        void add(Token token, int start, int end) {
            if (token.kind() == Kind.PARAMETER || masking && isValue(token)) {
                replace(start, end);
            } else if (isNamed(token)) {
                // The colon came before.
                replace(start - 1, end);
            } else if (isNumbered(token)) {
                marked.append(text, copied, start);
                copied = end;
            } else if (token.kind() == Kind.SYMBOL) {
                marks += single(token.text());
            }
            tokens.add(token);
        }

        private void replace(int start, int end) {
            marked.append(text, copied, start).append('?');
            copied = end;
            marks++;
        }

        /** Behind the words of an operator a value can stand; behind others it is part of what they say. */
        private boolean isValue(Token token) {
            if (tokens.isEmpty()) {
                return false;
            }
            Token before = tokens.get(tokens.size() - 1);
            boolean compared = COMPARISONS.contains(before.text());
            return token.kind() == Kind.NUMBER && compared
                    || token.kind() == Kind.STRING
                            && (before.kind() == Kind.SYMBOL
                                    || OPERATOR_WORDS.contains(before.text().toLowerCase(Locale.ROOT)));
        }

        /** Not the bound of a slice, {@code a[m:n]}, whose colon stands directly behind a name. */
        private boolean isNamed(Token token) {
            if (token.kind() != Kind.WORD || token.spaced() || !last(0, ":")) {
                return false;
            }
            Token colon = tokens.get(tokens.size() - 1);
            boolean begins = tokens.size() < 2 || colon.spaced();
            return begins || isOpen(tokens.get(tokens.size() - 2));
        }

        private static boolean isOpen(Token before) {
            return before.kind() == Kind.SYMBOL && !before.is(")") && !before.is("]");
        }

        private boolean isNumbered(Token token) {
            boolean digits = token.kind() == Kind.NUMBER && !token.spaced();
            return digits && !tokens.isEmpty() && endsInMark(tokens.get(tokens.size() - 1));
        }

        private static boolean endsInMark(Token token) {
            return token.kind() == Kind.SYMBOL && token.text().endsWith("?") && single(token.text()) > 0;
        }

        private boolean last(int back, String symbol) {
            return tokens.size() > back && tokens.get(tokens.size() - 1 - back).is(symbol);
        }

        /** Two question marks are one of an operator, as drivers have it. */
        private static int single(String symbol) {
            int marks = 0;
            for (int i = 0; i < symbol.length(); i++) {
                if (symbol.charAt(i) == '?') {
                    boolean pair = i + 1 < symbol.length() && symbol.charAt(i + 1) == '?';
                    marks += pair ? 0 : 1;
                    i += pair ? 1 : 0;
                }
            }
            return marks;
        }

        MarkedText done() {
            marked.append(text, copied, text.length());
            return new MarkedText(marked.toString(), tokens, marks);
        }
    }
}
