package dev.schemaguard.recording;

import java.util.List;

/**
 * A statement that was sent.
 *
 * @param text its SQL, with marks in place of values
 * @param origins who sent it, such as {@code com.acme.PostRepository#findTop}, sorted; empty where nobody is known
 * @param types by which methods of JDBC its values were set, mark by mark: {@code Long}, {@code String}; empty texts for marks that
 *     were not set
 */
public record SentStatement(String text, List<String> origins, List<String> types) {

    public SentStatement {
        origins = List.copyOf(origins);
        types = List.copyOf(types);
    }
}
