package dev.schemaguard.jdbc;

import dev.schemaguard.model.LoggedFailure;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Tells log and listener what became of a gate, once per change. */
final class GateEvents {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedDataSource.class);

    private static final String REFUSING = "refusing connections until the schema is as expected";
    private static final String HANDING_OUT = "handing out connections although the schema is not as expected";
    private static final String NOT_AS_EXPECTED = "the schema is not as expected";
    private static final String NO_LONGER = "the schema is no longer as expected";
    private static final String STILL_HANDING_OUT = NO_LONGER + "; connections are still handed out";

    private final SchemaGuardListener listener;
    private final boolean firstRefusalIsTold;
    private final boolean onlyLooking;
    private final Optional<String> dataSource;

    GateEvents(GuardedDataSource.Builder settings) {
        this.listener = settings.listener;
        this.firstRefusalIsTold = settings.firstRefusalIsTold;
        this.onlyLooking = settings.onlyLooking;
        this.dataSource = settings.name;
    }

    /** A look ended; whether it brought news is another matter. */
    void looked(Verification found) {
        tell((heard, report) -> heard.looked(report, found.took()), found.report());
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
        if (isTold) {
            line(LOG.atWarn(), report).log("{}", report);
        } else {
            line(LOG.atError(), report).log("{}\n{}", onlyLooking ? NOT_AS_EXPECTED : REFUSING, report.toText());
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
                line(LOG.atWarn(), report).log("{}\n{}", onlyLooking ? NOT_AS_EXPECTED : HANDING_OUT, report.toText());
            } else {
                line(LOG.atInfo(), report).log("{}", report);
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
                line(LOG.atInfo(), report).log("{}", report);
            }
            return;
        }
        line(LOG.atError(), report).log("{}\n{}", onlyLooking ? NO_LONGER : STILL_HANDING_OUT, report.toText());
        tell(
                report.verdict() == Verdict.DRIFTED
                        ? SchemaGuardListener::driftedLater
                        : SchemaGuardListener::unverified,
                report);
    }

    private void healed(DriftReport report) {
        line(LOG.atInfo(), report).log("the schema is as expected again: {}", report);
        tell(SchemaGuardListener::healed, report);
    }

    private LoggingEventBuilder line(LoggingEventBuilder line, DriftReport report) {
        return VerdictLine.of(line, report, dataSource);
    }

    private void tell(BiConsumer<SchemaGuardListener, DriftReport> event, DriftReport report) {
        try {
            event.accept(listener, report);
        } catch (RuntimeException e) {
            LOG.warn(
                    "the listener {} broke on news about the schema",
                    listener.getClass().getName(),
                    LoggedFailure.of(e));
        }
    }
}
