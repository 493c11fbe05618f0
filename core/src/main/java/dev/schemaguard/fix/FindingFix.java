package dev.schemaguard.fix;

import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Fix;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What would cure a finding.
 *
 * @param finding the finding, its fixes attached
 * @param steps the statements in order, each in its safest form; destructive ones are for people to decide about
 * @param noSafeFix why no statement cures it without losing something, where that is so
 * @param additions the same in a form that only adds, if it can be had by adding
 * @param notAdditive why it cannot, where that is so
 */
public record FindingFix(
        Finding finding,
        List<FixStep> steps,
        Optional<String> noSafeFix,
        List<Addition> additions,
        Optional<String> notAdditive) {

    public FindingFix {
        Objects.requireNonNull(finding, "finding");
        steps = List.copyOf(steps);
        Objects.requireNonNull(noSafeFix, "noSafeFix");
        additions = List.copyOf(additions);
        Objects.requireNonNull(notAdditive, "notAdditive");
    }

    /** The statements in order. */
    public List<Fix> fixes() {
        return steps.stream().map(FixStep::fix).toList();
    }
}
