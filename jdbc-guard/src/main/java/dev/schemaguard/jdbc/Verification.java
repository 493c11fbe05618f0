package dev.schemaguard.jdbc;

import dev.schemaguard.report.DriftReport;
import java.util.Objects;
import java.util.Optional;

/**
 * What one look at the database came to.
 *
 * @param report what it found
 * @param cause what kept it from finding out everything, if anything did
 */
record Verification(DriftReport report, Optional<Throwable> cause) {

    Verification {
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(cause, "cause");
    }

    static Verification of(DriftReport report) {
        return new Verification(report, Optional.empty());
    }

    boolean failed() {
        return report.failed();
    }

    GateState.Shut shut() {
        return new GateState.Shut(report, cause);
    }
}
