package dev.schemaguard.jdbc.gate;

import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;

/**
 * Which state follows from what a look found.
 *
 * @param mode what to do about drift, and about not knowing
 * @param shutOnLaterDrift whether drift shuts a gate that was open; if not, a migration cannot take every replica of a
 *     service out at once
 * @param pauses how long a gate waits before it looks again by itself
 */
record GateRules(Mode mode, boolean shutOnLaterDrift, WaitSettings pauses) {

    GateState next(GateState before, Verification found) {
        if (!found.failed() || mode.letsEverythingThrough()) {
            return new GateState.Open(found.report());
        }
        boolean latched = before instanceof GateState.Open
                && !(shutOnLaterDrift && found.report().verdict() == Verdict.DRIFTED);
        return latched ? new GateState.Open(found.report()) : found.shut();
    }

    /** Whether a later look might find something better, so that pauses grow rather than begin anew. */
    boolean leavesToBeDesired(GateState state) {
        DriftReport report = state.lastReport().orElseThrow();
        return report.failed() || !OptionalGroups.missingIn(report).isEmpty();
    }
}
