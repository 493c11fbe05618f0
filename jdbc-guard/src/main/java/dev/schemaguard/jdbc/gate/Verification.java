package dev.schemaguard.jdbc.gate;

import dev.schemaguard.report.DriftReport;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What one look at the database came to.
 *
 * @param report what it found
 * @param cause what kept it from finding out everything, if anything did
 * @param took how long it took, waiting included; zero where nobody measured it
 */
record Verification(DriftReport report, Optional<Throwable> cause, Duration took) {

    Verification {
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(took, "took");
    }

    Verification(DriftReport report, Optional<Throwable> cause) {
        this(report, cause, Duration.ZERO);
    }

    static Verification of(DriftReport report) {
        return new Verification(report, Optional.empty());
    }

    Verification taking(Duration length) {
        return new Verification(report, cause, length);
    }

    boolean failed() {
        return report.failed();
    }

    GateState.Shut shut() {
        return new GateState.Shut(report, cause);
    }
}
