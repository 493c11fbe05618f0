package dev.schemaguard.recording;

import java.util.List;

/**
 * A statement that was sent.
 *
 * @param text its SQL, with marks in place of values
 * @param origins who sent it, such as {@code com.acme.PostRepository#findTop}, sorted; empty where nobody is known
 */
public record SentStatement(String text, List<String> origins) {

    public SentStatement {
        origins = List.copyOf(origins);
    }
}
