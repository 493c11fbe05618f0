package dev.schemaguard.jdbc;

import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells log and listener what became of a gate, once per change. */
final class GateEvents {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedDataSource.class);

    private final SchemaGuardListener listener;
    private final boolean firstRefusalIsTold;

    GateEvents(SchemaGuardListener listener, boolean firstRefusalIsTold) {
        this.listener = listener;
        this.firstRefusalIsTold = firstRefusalIsTold;
    }

    void moved(GateState before, GateState after) {
        if (after instanceof GateState.Shut shut) {
            if (isNews(before, shut.report())) {
                refused(shut.report(), before.lastReport().isEmpty() && firstRefusalIsTold);
            }
        } else if (after instanceof GateState.Open open) {
            opened(before, open.report());
        }
    }

    private static boolean isNews(GateState before, DriftReport report) {
        return before.lastReport()
                .map(last -> ReportChange.between(last, report))
                .orElse(true);
    }

    private void refused(DriftReport report, boolean isTold) {
        if (!isTold) {
            LOG.error("refusing connections until the schema is as expected\n{}", report.toText());
        }
        tell(report.verdict() == Verdict.DRIFTED ? SchemaGuardListener::shut : SchemaGuardListener::unverified, report);
    }

    private void opened(GateState before, DriftReport report) {
        if (before instanceof GateState.Open) {
            looked(before, report);
        } else if (before instanceof GateState.Shut) {
            healed(report);
        } else {
            if (report.failed()) {
                LOG.warn("handing out connections although the schema is not as expected\n{}", report.toText());
            } else {
                LOG.info("{}", report);
            }
            tell(SchemaGuardListener::opened, report);
        }
    }

    private void looked(GateState before, DriftReport report) {
        if (!isNews(before, report)) {
            return;
        }
        if (!report.failed()) {
            if (before.lastReport().filter(DriftReport::failed).isPresent()) {
                healed(report);
            } else {
                LOG.info("{}", report);
            }
            return;
        }
        LOG.error("the schema is no longer as expected; connections are still handed out\n{}", report.toText());
        tell(
                report.verdict() == Verdict.DRIFTED
                        ? SchemaGuardListener::driftedLater
                        : SchemaGuardListener::unverified,
                report);
    }

    private void healed(DriftReport report) {
        LOG.info("the schema is as expected again: {}", report);
        tell(SchemaGuardListener::healed, report);
    }

    private void tell(BiConsumer<SchemaGuardListener, DriftReport> event, DriftReport report) {
        try {
            event.accept(listener, report);
        } catch (RuntimeException e) {
            LOG.warn(
                    "the listener {} broke on news about the schema",
                    listener.getClass().getName(),
                    e);
        }
    }
}
