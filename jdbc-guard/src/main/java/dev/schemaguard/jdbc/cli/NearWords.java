package dev.schemaguard.jdbc.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word of ours that somebody may have meant. */
final class NearWords {

    private static final int NEAR = 2;

    private NearWords() {}

    /** The nearest of the words, if it is a slip of the finger or two away; short ones are near to everything and never meant. */
    static Optional<String> nearest(String word, Collection<String> words) {
        return words.stream()
                .filter(one -> one.length() > NEAR + 1 && distance(one, word) <= NEAR)
                .min(Comparator.comparingInt(one -> distance(one, word)));
    }

    /** How many letters have to be put in, left out or changed (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
