package dev.schemaguard.statements.reading;

import dev.schemaguard.ddl.script.LexicalRules;
import dev.schemaguard.ddl.script.MarkedText;
import dev.schemaguard.ddl.script.NotUnderstood;
import dev.schemaguard.ddl.script.SqlExpression;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The text of a statement as the parser takes it, whatever the database: without comments, its literals in plain quotes, each token on
 * its line, marks of frameworks as question marks.
 */
final class ParserText {

    private static final Pattern PLAIN_STRING = Pattern.compile("'[^'\\\\]*'");

    /** JDBC's escapes (specification, 13.4), which are braces around what the server gets. */
    private static final Set<String> ESCAPES = Set.of("ts", "d", "t", "fn", "oj", "escape");

    private static final Pattern OPERATOR = Pattern.compile("[+\\-*/<>=~!@#%^&|?]{2,}");

    private static final Set<String> KNOWN_OPERATORS = Set.of("<>", "!=", "<=", ">=", "||", "->", "->>", "#>", "#>>");

    /** What stands behind AS and is no alias. */
    private static final Set<String> BEHIND_AS =
            Set.of("not", "materialized", "select", "values", "double", "character", "timestamp", "time", "bit");

    private final List<Token> tokens;

    private ParserText(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Cuts a text into tokens, and leaves out what is no part of the statement. */
    static ParserText of(String text, LexicalRules rules) {
        List<Token> all;
        try {
            all = SqlExpression.tokens(MarkedText.plain(text), rules);
        } catch (NotUnderstood e) {
            throw new NotReadable("its text cannot be read: " + e.getMessage());
        }
        List<Token> own = withoutEscapes(withoutEnd(all));
        for (Token token : own) {
            if (token.kind() == Kind.PLACEHOLDER || token.kind() == Kind.META_COMMAND) {
                throw new NotReadable("it has a placeholder that something else replaces, in its line " + token.line());
            }
        }
        return new ParserText(new ParserWords(own).rewritten());
    }

    private static List<Token> withoutEnd(List<Token> all) {
        int end = all.size();
        while (end > 0 && all.get(end - 1).is(";")) {
            end--;
        }
        List<Token> own = all.subList(0, end);
        if (own.stream().anyMatch(token -> token.is(";"))) {
            throw new NotReadable("it holds several statements");
        }
        return own;
    }

    private static List<Token> withoutEscapes(List<Token> all) {
        List<Token> own = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Token token = all.get(i);
            if (token.is("{") && i + 1 < all.size() && isEscape(all.get(i + 1))) {
                i++;
            } else if (!token.is("}")) {
                own.add(token);
            }
        }
        return own;
    }

    private static boolean isEscape(Token token) {
        return token.kind() == Kind.WORD && ESCAPES.contains(token.text().toLowerCase(Locale.ROOT));
    }

    /** The word that it begins with, in upper case; empty where there is none. */
    String firstWord() {
        return tokens.stream()
                .filter(token -> token.kind() == Kind.WORD)
                .findFirst()
                .map(token -> token.text().toUpperCase(Locale.ROOT))
                .orElse("");
    }

    String plain() {
        return written(token -> false, false, UnaryOperator.identity());
    }

    /**
     * The text with names in quotes, for some are words to the parser that are none to the database, and with one operator in place of
     * all that are not everywhere, for which columns an expression names does not depend on them.
     */
    String insistent(Names names) {
        return written(names::isKnown, true, names::quoted);
    }

    private String written(Predicate<String> known, boolean insists, UnaryOperator<String> quoted) {
        StringBuilder text = new StringBuilder();
        int line = 1;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean again =
                    i > 0 && token.kind() == Kind.STRING && tokens.get(i - 1).kind() == Kind.STRING;
            if (again) {
                continue;
            }
            for (; line < token.line(); line++) {
                text.append('\n');
            }
            boolean name = insists && token.kind() == Kind.WORD && (isName(i) || known.test(token.text()));
            boolean called = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
            text.append(token.spaced() || token.kind() == Kind.STRING ? " " : "");
            text.append(name && !called ? quoted.apply(token.text()) : spelled(token, insists));
        }
        return text.toString();
    }

    /** Whether a word stands where only names do: beside a dot, or behind AS, unless it is a type there. */
    private boolean isName(int at) {
        boolean dotted = at + 1 < tokens.size() && tokens.get(at + 1).is(".");
        boolean last = at + 1 >= tokens.size();
        if (at == 0 || dotted) {
            return dotted;
        }
        boolean alias = tokens.get(at - 1).is("AS")
                && (last || !tokens.get(at + 1).is(")"))
                && !BEHIND_AS.contains(tokens.get(at).text().toLowerCase(Locale.ROOT));
        return alias || tokens.get(at - 1).is(".");
    }

    private static String spelled(Token token, boolean oneOperator) {
        String text = token.text();
        return switch (token.kind()) {
            case STRING -> PLAIN_STRING.matcher(text).matches() ? text : "'x'";
            case QUOTED_NAME -> text.startsWith("\"") || text.startsWith("`") ? text : unicode(token);
            case SYMBOL -> operator(text, oneOperator);
            default -> text;
        };
    }

    private static String unicode(Token token) {
        return token.text().substring(2);
    }

    /** Two question marks are JDBC's spelling of the one that is an operator. */
    private static String operator(String text, boolean oneOperator) {
        if (text.startsWith("??")) {
            return " || ";
        }
        boolean own = oneOperator
                && OPERATOR.matcher(text).matches()
                && !KNOWN_OPERATORS.contains(text)
                && text.indexOf('?') < 0;
        return own ? " || " : text;
    }
}
