package dev.schemaguard.fix;

import dev.schemaguard.policy.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A statement of a cure, and when it can run.
 *
 * @param phase its place among the statements of all cures
 * @param fix the statement, and what it does to a running system
 */
public record FixStep(Phase phase, Fix fix) {

    public FixStep {
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(fix, "fix");
    }

    /** The same, with a hazard for each function of which nobody knows what it does. */
    FixStep calling(Calls calls) {
        if (calls.unknown().isEmpty()) {
            return this;
        }
        List<String> hazards = new ArrayList<>(fix.hazards());
        calls.unknown().stream().sorted().map(Hazards::calls).forEach(hazards::add);
        return new FixStep(phase, new Fix(fix.sql(), hazards, fix.destructive()));
    }
}
