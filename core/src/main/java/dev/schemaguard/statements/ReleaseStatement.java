package dev.schemaguard.statements;

import dev.schemaguard.model.Origin;
import java.util.List;
import java.util.Objects;

/**
 * A statement that a release sends.
 *
 * @param text its SQL, with marks in place of values
 * @param origins who sends it: {@code com.acme.PostRepository#findTop}, or the file and line where it stands; sorted
 * @param use what it uses of the schema
 */
public record ReleaseStatement(String text, List<Origin> origins, StatementUse use) {

    public ReleaseStatement {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a statement has no text");
        }
        origins = List.copyOf(origins);
        Objects.requireNonNull(use, "use");
    }

    /** All who send it, one at least: {@link Origin#NONE} where nobody is known. */
    public List<Origin> senders() {
        return origins.isEmpty() ? List.of(Origin.NONE) : origins;
    }

    /** The first of those who send it; {@link Origin#NONE} where nobody is known. */
    public Origin origin() {
        return senders().get(0);
    }
}
