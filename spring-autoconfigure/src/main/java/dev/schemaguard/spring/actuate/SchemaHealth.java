package dev.schemaguard.spring.actuate;

import dev.schemaguard.jdbc.GuardedDataSource;
import dev.schemaguard.jdbc.gate.GateState;
import dev.schemaguard.jdbc.gate.Mode;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.spring.SchemaGuards;
import dev.schemaguard.spring.SchemaGuards.Guarded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the schemas of an application are, in the terms of a health indicator but without its types, which moved.
 *
 * <p>It follows the gates: {@code UP} while they are open, so that later drift is told and changes nothing;
 * {@code OUT_OF_SERVICE} while one refuses; {@code UNKNOWN} where nothing is guarded, or nobody knows. It is never {@code DOWN}.
 *
 * @param status the whole of it
 * @param details a detail for each DataSource, or why there is none
 */
record SchemaHealth(Status status, Map<String, Object> details) {

    /** The names are those of Spring Boot's own statuses; the gravest comes first, as it does there. */
    enum Status {
        OUT_OF_SERVICE,
        UP,
        UNKNOWN
    }

    static SchemaHealth of(Optional<SchemaGuards> guards) {
        List<Guarded> all = guards.map(SchemaGuards::all).orElse(List.of());
        if (all.isEmpty()) {
            String reason = guards.map(known -> known.inactive().orElse("nothing was looked at yet"))
                    .orElse("the application has no DataSource");
            return new SchemaHealth(Status.UNKNOWN, Map.of("reason", reason));
        }
        Status status = Status.UNKNOWN;
        Map<String, Object> details = new LinkedHashMap<>();
        for (Guarded one : all) {
            Status its = status(one);
            status = its.compareTo(status) < 0 ? its : status;
            details.put(one.name(), GuardedDetails.of(one));
        }
        return new SchemaHealth(status, details);
    }

    private static Status status(Guarded one) {
        if (!one.ready()) {
            return Status.OUT_OF_SERVICE;
        }
        boolean isOpen = one.gate()
                .filter(gate -> gate.mode() != Mode.OFF)
                .map(GuardedDataSource::state)
                .filter(GateState.Open.class::isInstance)
                .isPresent();
        boolean isKnown = one.lastReport()
                .filter(report -> report.verdict() != Verdict.UNVERIFIED)
                .isPresent();
        return isOpen && isKnown ? Status.UP : Status.UNKNOWN;
    }
}
