package dev.schemaguard.jdbc.gate;

import dev.schemaguard.policy.FailOn;
import dev.schemaguard.policy.OnUnverified;
import dev.schemaguard.report.DriftReport;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which optional parts of the release the database can serve. A look that could not reach the database changes nothing: what
 * was there a minute ago most likely still is.
 */
final class OptionalGroups {

    private final Set<String> names;
    private volatile Set<String> missing;

    OptionalGroups(Set<String> names) {
        this.names = Set.copyOf(names);
        this.missing = this.names;
    }

    /** Takes in what a look found. */
    void looked(DriftReport report) {
        if (!names.isEmpty() && report.database().isPresent()) {
            missing = missingIn(report);
        }
    }

    boolean isAvailable(String group) {
        if (!names.contains(group)) {
            throw new IllegalArgumentException(
                    "no optional group is called \"" + group + "\"; there are " + names + ", named with optional(...)");
        }
        return !missing.contains(group);
    }

    static Set<String> missingIn(DriftReport report) {
        FailOn failOn = report.policy().failOn();
        Stream<String> drifted = report.findings().stream()
                .filter(finding -> finding.counts(failOn.threshold()))
                .flatMap(finding -> finding.group().stream());
        Stream<String> unknown = report.policy().onUnverified() == OnUnverified.WARN
                ? Stream.of()
                : report.unverified().stream().flatMap(one -> one.group().stream());
        return Stream.concat(drifted, unknown).collect(Collectors.toUnmodifiableSet());
    }
}
