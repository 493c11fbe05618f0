package dev.schemaguard.statements.reading;

import dev.schemaguard.ddl.script.Token;
import dev.schemaguard.ddl.script.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Says what some statements mean in words that the parser knows, too. */
final class ParserWords {

    private final List<Token> tokens;

    ParserWords(List<Token> tokens) {
        this.tokens = new ArrayList<>(tokens);
    }

    List<Token> rewritten() {
        if (tokens.isEmpty()) {
            return tokens;
        }
        dropOnly();
        if (startsWith("INSERT", "OR")) {
            insertOr();
        } else if (startsWith("MERGE", "INTO")) {
            if (outermost("USING") < 0) {
                mergeByKey();
            } else {
                dropNothings();
            }
        }
        return tokens;
    }

    private boolean startsWith(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (i >= tokens.size() || !tokens.get(i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** {@code ONLY} leaves out the tables that inherit, which use the same columns. */
    private void dropOnly() {
        for (int i = tokens.size() - 2; i > 0; i--) {
            Token before = tokens.get(i - 1);
            boolean table = before.is("UPDATE") || before.is("FROM") || before.is("JOIN");
            if (tokens.get(i).is("ONLY") && table && tokens.get(i + 1).isName()) {
                tokens.remove(i);
            }
        }
    }

    /** SQLite: only {@code OR REPLACE} and {@code OR IGNORE} change what is done with rows that exist. */
    private void insertOr() {
        if (tokens.size() > 2 && !tokens.get(2).is("REPLACE")) {
            tokens.remove(1);
            if (!tokens.get(1).is("IGNORE")) {
                tokens.remove(1);
            }
        }
    }

    /** H2: {@code MERGE INTO t (a, b) KEY (a) VALUES ...} is an upsert by that key, or else by the primary key. */
    private void mergeByKey() {
        tokens.set(0, word("INSERT", tokens.get(0).line()));
        List<Token> conflict = new ArrayList<>(List.of(word("ON"), word("CONFLICT")));
        int key = outermost("KEY");
        if (key >= 0 && key + 1 < tokens.size() && tokens.get(key + 1).is("(")) {
            int end = key + 1;
            while (end < tokens.size() && !tokens.get(end).is(")")) {
                end++;
            }
            List<Token> columns = tokens.subList(key, Math.min(end + 1, tokens.size()));
            conflict.addAll(columns.subList(1, columns.size()));
            columns.clear();
        }
        conflict.add(word("DO"));
        conflict.add(word("NOTHING"));
        tokens.addAll(conflict);
    }

    /** {@code THEN DO NOTHING} does nothing. */
    private void dropNothings() {
        for (int i = tokens.size() - 3; i > 0; i--) {
            boolean nothing = tokens.get(i).is("THEN")
                    && tokens.get(i + 1).is("DO")
                    && tokens.get(i + 2).is("NOTHING");
            int start = i;
            while (nothing && start > 0 && !tokens.get(start).is("WHEN")) {
                start--;
            }
            if (nothing && start > 0) {
                tokens.subList(start, i + 3).clear();
                i = start;
            }
        }
    }

    private int outermost(String word) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.is(word)) {
                return i;
            }
        }
        return -1;
    }

    private Token word(String text) {
        return word(text, tokens.get(tokens.size() - 1).line());
    }

    private static Token word(String text, int line) {
        return new Token(Kind.WORD, text, line, true);
    }
}
