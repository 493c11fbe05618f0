package dev.schemaguard.statements.reading;

import java.util.Set;

/**
 * One of the texts that a statement may have.
 *
 * @param text the SQL, or empty where it cannot be told
 * @param parts the parts of the statement that are in it, by numbers of their own
 * @param problem why the text cannot be told; empty where it can
 */
public record Variant(String text, Set<Integer> parts, String problem) {

    public Variant {
        parts = Set.copyOf(parts);
    }
}
