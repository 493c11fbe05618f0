package dev.schemaguard;

import dev.schemaguard.fix.FixPlan;
import dev.schemaguard.report.DriftReport;
import java.util.Objects;

/**
 * What a check found, and what would cure it.
 *
 * @param report what the check found
 * @param plan what would cure it, in an order in which it can run
 */
public record ReportWithFixes(DriftReport report, FixPlan plan) {

    public ReportWithFixes {
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(plan, "plan");
    }
}
