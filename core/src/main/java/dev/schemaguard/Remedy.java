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
public record Remedy(DriftReport report, FixPlan plan) {

    public Remedy {
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(plan, "plan");
    }
}
