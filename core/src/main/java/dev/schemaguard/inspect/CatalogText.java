package dev.schemaguard.inspect;

import java.util.Optional;

/**
 * Facts that the catalog aggregated into one text: words, numbers, and names and texts quoted by the server's own
 * {@code quote_ident} and {@code quote_nullable}, each followed by one space. So a whole table takes one row of the answer
 * instead of one for each of its columns, and no name, however hostile, is taken for two.
 */
final class CatalogText {

    private final String text;
    private int at;

    CatalogText(String text) {
        this.text = text;
    }

    /** Whether something is left to read. */
    boolean hasNext() {
        return at < text.length();
    }

    /** The next number. */
    long number() {
        boolean negative = text.charAt(at) == '-';
        if (negative) {
            at++;
        }
        long value = 0;
        while (at < text.length() && text.charAt(at) != ' ') {
            value = value * 10 + (text.charAt(at++) - '0');
        }
        at++;
        return negative ? -value : value;
    }

    /** The next number, which fits an {@code int}. */
    int integer() {
        return (int) number();
    }

    /** The next word, which holds no space. */
    String word() {
        int end = text.indexOf(' ', at);
        String word = text.substring(at, end < 0 ? text.length() : end);
        at += word.length() + 1;
        return word;
    }

    /** Whether the next word is {@code t}, as the server prints a truth. */
    boolean truth() {
        return word().equals("t");
    }

    /** The next array of small numbers, printed as {@code {1,2}}. */
    int[] numbers() {
        String word = word();
        String[] parts = word.substring(1, word.length() - 1).split(",", -1);
        int[] numbers = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Integer.parseInt(parts[i]);
        }
        return numbers;
    }

    /** The next name, as {@code quote_ident} wrote it. */
    String name() {
        return text.charAt(at) == '"' ? quoted('"', false) : word();
    }

    /** The next text, as {@code quote_nullable} wrote it; empty where it was null. */
    Optional<String> text() {
        if (text.charAt(at) == 'N') {
            word();
            return Optional.empty();
        }
        boolean escaped = text.charAt(at) == 'E';
        if (escaped) {
            at++;
        }
        return Optional.of(quoted('\'', escaped));
    }

    /** What stands between two quotes, each quote inside doubled and, in an {@code E''} text, each backslash too. */
    private String quoted(char quote, boolean escaped) {
        int start = ++at;
        StringBuilder plain = new StringBuilder();
        while (true) {
            char c = text.charAt(at);
            boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == c;
            if (c == quote && !doubled) {
                plain.append(text, start, at);
                at += 2;
                return plain.toString();
            }
            if (c == quote || escaped && c == '\\') {
                plain.append(text, start, ++at);
                start = at + 1;
            }
            at++;
        }
    }
}
