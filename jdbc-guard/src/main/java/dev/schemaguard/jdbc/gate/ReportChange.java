package dev.schemaguard.jdbc.gate;

import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What makes two reports tell the same story, whatever they took and whatever words a driver chose: so that a log gets one
 * line per change, not one per look.
 *
 * @param verdict the verdict
 * @param findings what was found, and how grave it is
 * @param unverified what could not be found out
 */
public record ReportChange(Verdict verdict, Map<String, Severity> findings, Set<Unverified.Code> unverified) {

    public static ReportChange of(DriftReport report) {
        return new ReportChange(
                report.verdict(),
                report.findings().stream()
                        .collect(Collectors.toMap(
                                finding -> finding.expectation() + "|" + finding.id(),
                                finding -> finding.severity(),
                                (first, second) -> first.isAtLeast(second) ? first : second)),
                report.unverified().stream().map(Unverified::code).collect(Collectors.toUnmodifiableSet()));
    }

    static boolean between(DriftReport before, DriftReport after) {
        return !of(before).equals(of(after));
    }
}
