package dev.schemaguard.statements;

import dev.schemaguard.model.Origin;
import java.util.Objects;

/**
 * A statement that could not be read, so that it states nothing.
 *
 * @param origin where it stands, or who sends it
 * @param reason why it cannot be read, for people
 */
public record UnreadStatement(Origin origin, String reason) {

    public UnreadStatement {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(reason, "reason");
    }
}
