package dev.schemaguard.fix;

import dev.schemaguard.policy.Fix;
import java.util.Objects;

/**
 * A statement of a cure, and when it can run.
 *
 * @param phase its place among the statements of all cures
 * @param fix the statement, and what it does to a running system
 */
public record Step(Phase phase, Fix fix) {

    public Step {
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(fix, "fix");
    }
}
