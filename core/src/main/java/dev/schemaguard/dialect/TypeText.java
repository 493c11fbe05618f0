package dev.schemaguard.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A type as written in SQL, taken apart: {@code timestamp (3) with time zone [4]} has the words {@code timestamp with time
 * zone}, the argument {@code 3} and is an array.
 *
 * @param words the words in lower case, single quoted or dotted names kept as they are written
 * @param arguments what stands in the parentheses
 * @param array whether brackets or the word {@code array} follow
 */
public record TypeText(List<String> words, List<String> arguments, boolean array) {

    public static TypeText parse(String written) {
        return new Parser(written).parse();
    }

    /** The words as one text. */
    public String name() {
        return String.join(" ", words);
    }

    /** Reads a type from left to right, once. */
    private static final class Parser {

        private final String text;
        private final List<String> words = new ArrayList<>();
        private final List<String> arguments = new ArrayList<>();
        private boolean array;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        TypeText parse() {
            while (at < text.length()) {
                char c = text.charAt(at);
                if (Character.isWhitespace(c)) {
                    at++;
                } else if (c == '(') {
                    readArguments();
                } else if (c == '[') {
                    array = true;
                    int end = text.indexOf(']', at);
                    at = end < 0 ? text.length() : end + 1;
                } else {
                    readWord();
                }
            }
            if (words.size() > 1 && words.get(words.size() - 1).equals("array")) {
                words.remove(words.size() - 1);
                array = true;
            }
            return new TypeText(List.copyOf(words), List.copyOf(arguments), array);
        }

        private void readWord() {
            int start = at;
            boolean quoted = false;
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '"') {
                    quoted = !quoted;
                } else if (!quoted && (Character.isWhitespace(c) || c == '(' || c == '[')) {
                    break;
                }
                at++;
            }
            String word = text.substring(start, at);
            words.add(word.indexOf('"') < 0 ? word.toLowerCase(Locale.ROOT) : word);
        }

        private void readArguments() {
            int depth = 0;
            boolean quoted = false;
            StringBuilder argument = new StringBuilder();
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == '\'') {
                    quoted = !quoted;
                }
                if (c == '(' && !quoted && depth++ == 0) {
                    continue;
                }
                if (c == ')' && !quoted && --depth == 0) {
                    break;
                }
                if (c == ',' && !quoted && depth == 1) {
                    arguments.add(argument.toString().strip());
                    argument.setLength(0);
                } else {
                    argument.append(c);
                }
            }
            // Some drivers print the parentheses of a length, and no length.
            if (!arguments.isEmpty() || !argument.toString().isBlank()) {
                arguments.add(argument.toString().strip());
            }
        }
    }
}
