package dev.schemaguard.database.postgres.catalog.query;

import dev.schemaguard.inspect.CatalogMovedException;
import dev.schemaguard.inspect.TextPool;
import org.jspecify.annotations.Nullable;

/**
 * Facts that the catalog aggregated into one text: words, numbers, and names and texts quoted by the server's own
 * {@code quote_ident} and {@code quote_nullable}, each followed by one space. So a whole table takes one row of the answer
 * instead of one for each of its columns, and no name, however hostile, is taken for two.
 */
public final class CatalogText {

    private final String text;
    private final @Nullable TextPool pool;
    private int at;

    /** A text whose parts occur once. */
    public CatalogText(String text) {
        this.text = text;
        this.pool = null;
    }

    /** A text whose names and expressions occur in others of the same pool too. */
    public CatalogText(String text, TextPool pool) {
        this.text = text;
        this.pool = pool;
    }

    /** Whether something is left to read. */
    public boolean hasNext() {
        return at < text.length();
    }

    /** The next number. */
    public long number() {
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
    public int integer() {
        return (int) number();
    }

    /** The next word, which holds no space. */
    public String word() {
        int end = text.indexOf(' ', at);
        String word = text.substring(at, end < 0 ? text.length() : end);
        at += word.length() + 1;
        return word;
    }

    /** The letters of the next word, one bit each, for {@link #has}. */
    public int letters() {
        int letters = 0;
        while (at < text.length() && text.charAt(at) != ' ') {
            letters |= 1 << (text.charAt(at++) & 31);
        }
        at++;
        return letters;
    }

    /** Whether a word had the letter; big and small ones count as the same. */
    public static boolean has(int letters, char letter) {
        return (letters & 1 << (letter & 31)) != 0;
    }

    /**
     * Whether the next word is {@code t}, as the server prints a truth, or {@code true}, as it casts one to text.
     *
     * @throws CatalogMovedException if the server could not tell
     */
    public boolean truth() {
        String word = word();
        if (word.equals("?")) {
            throw new CatalogMovedException("an object");
        }
        return word.startsWith("t");
    }

    /** The next array of small numbers, printed as {@code {1,2}}, at least one. */
    int[] numbers() {
        int count = 1;
        int end = at;
        while (text.charAt(end) != '}') {
            count += text.charAt(end++) == ',' ? 1 : 0;
        }
        int[] numbers = new int[count];
        int number = 0;
        for (int i = at + 1; i < end; i++) {
            char c = text.charAt(i);
            if (c == ',') {
                number++;
            } else {
                numbers[number] = numbers[number] * 10 + (c - '0');
            }
        }
        at = end + "} ".length();
        return numbers;
    }

    /** The next name, as {@code quote_ident} wrote it. */
    public String name() {
        if (text.charAt(at) == '"') {
            return quoted('"', false);
        }
        int start = at;
        int end = text.indexOf(' ', at);
        at = (end < 0 ? text.length() : end) + 1;
        return part(start, at - 1);
    }

    /** The next text, as {@code quote_nullable} wrote it; empty where it was null. */
    String text() {
        if (text.charAt(at) == 'N') {
            at += "NULL ".length();
            return "";
        }
        boolean escaped = text.charAt(at) == 'E';
        if (escaped) {
            at++;
        }
        return quoted('\'', escaped);
    }

    /**
     * The next expression, which is there wherever there is something to print.
     *
     * @throws CatalogMovedException if the server could not print it
     */
    public String expression() {
        if (text.charAt(at) == 'N') {
            throw new CatalogMovedException("the owner of an expression");
        }
        return text();
    }

    /** What stands between two quotes, each quote inside doubled and, in an {@code E''} text, each backslash too. */
    private String quoted(char quote, boolean escaped) {
        int start = ++at;
        StringBuilder plain = null;
        while (true) {
            if (!escaped) {
                // Only a quote means anything, and to go from one to the next is less than to look at each character.
                at = text.indexOf(quote, at);
            }
            char c = text.charAt(at);
            boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == c;
            if (c == quote && !doubled) {
                String rest = part(start, at);
                at += 2;
                return plain == null ? rest : plain.append(rest).toString();
            }
            if (c == quote || escaped && c == '\\') {
                plain = plain == null ? new StringBuilder() : plain;
                plain.append(text, start, ++at);
                start = at + 1;
            }
            at++;
        }
    }

    private String part(int start, int end) {
        return pool == null ? text.substring(start, end) : pool.text(text, start, end);
    }
}
