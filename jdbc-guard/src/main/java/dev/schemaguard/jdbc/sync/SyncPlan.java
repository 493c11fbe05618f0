package dev.schemaguard.jdbc.sync;

import dev.schemaguard.policy.Finding;
import java.util.List;
import java.util.Objects;

/**
 * What a sync would run, and what it would leave.
 *
 * @param statements the statements that only add, in order, without semicolons
 * @param blocking what has to be cured and cannot be had by adding, so that nothing is run
 * @param left what is not had by adding either, but counts too little to stand in the way
 */
public record SyncPlan(List<String> statements, List<Leftover> blocking, List<Leftover> left) {

    public SyncPlan {
        statements = List.copyOf(statements);
        blocking = List.copyOf(blocking);
        left = List.copyOf(left);
    }

    /**
     * A finding that a sync does not cure.
     *
     * @param finding the finding
     * @param reason why it is not had by adding
     */
    public record Leftover(Finding finding, String reason) {

        public Leftover {
            Objects.requireNonNull(finding, "finding");
            Objects.requireNonNull(reason, "reason");
        }

        /** The finding and the reason, in one line. */
        @Override
        public String toString() {
            return finding.id() + ": " + reason;
        }
    }
}
