package dev.schemaguard.policy;

import dev.schemaguard.drift.Effect;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.StatementKind;
import java.util.Objects;

/**
 * A statement of the release that meets a drift.
 *
 * @param origin who sends it: {@code com.acme.PostRepository#findTop}, or the file and line where it stands
 * @param kind what it does to the table in question
 * @param effect what becomes of it
 */
public record Broken(Origin origin, StatementKind kind, Effect effect) {

    public Broken {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(effect, "effect");
    }
}
