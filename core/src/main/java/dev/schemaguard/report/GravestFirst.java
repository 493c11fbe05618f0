package dev.schemaguard.report;

import dev.schemaguard.policy.Finding;
import java.util.Comparator;
import java.util.List;

/** The order of findings in a report. */
final class GravestFirst {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .reversed()
            .thenComparing(finding -> finding.drift().subject().table().orElse(""))
            .thenComparing(Finding::id);

    private GravestFirst() {}

    static List<Finding> sorted(List<Finding> findings) {
        return findings.stream().sorted(ORDER).toList();
    }
}
