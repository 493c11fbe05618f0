package dev.schemaguard.ddl;

import dev.schemaguard.ddl.script.LexicalRules;
import dev.schemaguard.ddl.script.MarkedText;
import dev.schemaguard.ddl.script.NotUnderstood;
import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import dev.schemaguard.input.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A text that somebody wants to be taken for one statement that reads or writes rows. */
public sealed interface RowStatement {

    /** Longer ones are not sent anywhere. In characters. */
    int LONGEST = 256 * 1024;

    /** What such a statement begins with. */
    Set<String> VERBS = Set.of("select", "insert", "update", "delete", "merge", "replace", "values", "with");

    /**
     * It is one, from its first to its last character.
     *
     * @param text the statement, without a semicolon at its end, and with a question mark wherever a value is to come
     * @param marks how many question marks stand for values
     * @param holdsText whether a string stands in it
     * @param calls what is called in it, or looks so, in lower case
     */
    record One(String text, int marks, boolean holdsText, Set<String> calls) implements RowStatement {

        public One {
            calls = Set.copyOf(calls);
        }
    }

    /**
     * It is none, or that is not sure.
     *
     * @param reason why not, for people
     */
    record None(String reason) implements RowStatement {}

    /** What a text is by the rules of a kind of database. */
    static RowStatement of(String text, LexicalRules rules) {
        if (text.length() > LONGEST) {
            return new None("it is longer than " + LONGEST + " characters");
        }
        try {
            return of(MarkedText.of(withoutEnd(text), rules));
        } catch (NotUnderstood e) {
            return new None(String.valueOf(e.getMessage()));
        }
    }

    private static RowStatement of(MarkedText sent) {
        List<Token> tokens = sent.tokens();
        for (Token token : tokens) {
            switch (token.kind()) {
                case PLACEHOLDER -> {
                    return new None("a part of it comes only when it runs: " + token.shown());
                }
                case META_COMMAND, DELIMITER -> {
                    return new None("it holds a command of a client");
                }
                default -> {
                    if (token.is(";")) {
                        return new None("it holds more than one statement");
                    }
                    if (token.isGarbled()) {
                        return new None("it holds characters that no server takes");
                    }
                }
            }
        }
        return tokens.stream()
                .filter(token -> !token.is("("))
                .findFirst()
                .map(first -> isVerb(first) ? one(sent) : other(first))
                .orElse(new None("it is empty"));
    }

    private static boolean isVerb(Token first) {
        return first.kind() == Kind.WORD && isVerb(first.text());
    }

    /** Whether a statement that begins with this word reads or writes rows. */
    static boolean isVerb(String word) {
        return VERBS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static RowStatement other(Token first) {
        return new None("it begins with `" + Excerpt.of(first.shown()) + "` and is no query, insert, update or delete");
    }

    private static RowStatement one(MarkedText sent) {
        List<Token> tokens = sent.tokens();
        List<String> calls = new ArrayList<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isName() && tokens.get(i + 1).is("(")) {
                calls.add(tokens.get(i).text().replace("\"", "").toLowerCase(Locale.ROOT));
            }
        }
        boolean holdsText = tokens.stream().anyMatch(token -> token.kind() == Kind.STRING);
        return new One(sent.text(), sent.marks(), holdsText, Set.copyOf(calls));
    }

    /** Semicolons and blanks at the end say nothing. */
    private static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ';' || Character.isWhitespace(text.charAt(end - 1)))) {
            end--;
        }
        return text.substring(0, end);
    }
}
