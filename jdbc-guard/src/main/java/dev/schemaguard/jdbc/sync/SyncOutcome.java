package dev.schemaguard.jdbc.sync;

import dev.schemaguard.report.DriftReport;
import java.util.List;

/**
 * What became of a sync. But for {@link Applied}, the database is as it was; or, where the server takes no DDL back (MySQL), has more
 * of what is expected, and the reasons name what ran.
 */
public sealed interface SyncOutcome {

    /**
     * There was nothing to add; perhaps another sync has just done it.
     *
     * @param plan what is left, with no statements
     * @param report what the check found
     */
    record NothingToAdd(SyncPlan plan, DriftReport report) implements SyncOutcome {}

    /**
     * The plan of a dry run, which would have been applied.
     *
     * @param plan what would have been run
     * @param report what the check found
     */
    record Planned(SyncPlan plan, DriftReport report) implements SyncOutcome {}

    /**
     * The plan ran and the database conforms.
     *
     * @param plan what was run
     * @param report what the check found afterwards
     */
    record Applied(SyncPlan plan, DriftReport report) implements SyncOutcome {}

    /**
     * The database needs more than additions, or belongs to a migration tool, or is read only, or did not take an addition, or
     * something that was there would be gone.
     *
     * @param plan what would have been run
     * @param report what the last check found
     * @param reasons why not, and what to do
     */
    record Refused(SyncPlan plan, DriftReport report, List<String> reasons) implements SyncOutcome {

        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * It is not known whether the database has what the release expects, or a sync could not be carried out.
     *
     * @param reasons what stood in the way, and what to do
     */
    record Unverified(List<String> reasons) implements SyncOutcome {

        public Unverified {
            reasons = List.copyOf(reasons);
        }
    }
}
