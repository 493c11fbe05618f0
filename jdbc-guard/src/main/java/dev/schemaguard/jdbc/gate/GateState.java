package dev.schemaguard.jdbc.gate;

import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaUnverifiedException;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;

/** Where the gate in front of a DataSource stands. Each state is a value that never changes. */
public sealed interface GateState {

    /** Nobody has looked yet. */
    record Unverified() implements GateState {}

    /** The first look is under way. */
    record Verifying() implements GateState {}

    /**
     * Connections are handed out.
     *
     * @param report the last look. Where the gate stays open although something was found, the report says what
     */
    record Open(DriftReport report) implements GateState {

        public Open {
            Objects.requireNonNull(report, "report");
        }
    }

    /**
     * Connections are refused until a later look finds the schema as expected.
     *
     * @param report the last look
     * @param cause what kept the look from finding out everything, if anything did
     */
    record Shut(DriftReport report, Optional<Throwable> cause) implements GateState {

        public Shut {
            Objects.requireNonNull(report, "report");
            Objects.requireNonNull(cause, "cause");
        }

        /** A new exception for one caller: exceptions carry the stack of whoever asked, so they are not shared. */
        public SQLException refusal() {
            return report.verdict() == Verdict.DRIFTED
                    ? new SchemaDriftException(report)
                    : new SchemaUnverifiedException(report, cause.orElse(null));
        }
    }

    /** The last look, if there was one. */
    default Optional<DriftReport> lastReport() {
        if (this instanceof Open open) {
            return Optional.of(open.report());
        }
        return this instanceof Shut shut ? Optional.of(shut.report()) : Optional.empty();
    }
}
