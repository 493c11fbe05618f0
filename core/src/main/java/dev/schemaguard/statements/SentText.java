package dev.schemaguard.statements;

import dev.schemaguard.model.Origin;
import java.util.Objects;

/**
 * The text of a statement, of which nobody has read yet what it uses.
 *
 * @param text its SQL
 * @param origin who sends it, or where it stands
 */
public record SentText(String text, Origin origin) {

    public SentText {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(origin, "origin");
    }
}
