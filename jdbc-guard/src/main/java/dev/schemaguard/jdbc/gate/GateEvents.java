package dev.schemaguard.jdbc.gate;

import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.text.LoggedFailure;
import dev.schemaguard.text.Printable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Tells log and listener what became of a gate, once per change. */
final class GateEvents {

    private static final Logger LOG = LoggerFactory.getLogger("dev.schemaguard.jdbc.GuardedDataSource");

    private static final String REFUSING = "refusing connections until the schema is as expected";
    private static final String HANDING_OUT = "handing out connections although the schema is not as expected";
    private static final String NOT_AS_EXPECTED = "the schema is not as expected";
    private static final String NO_LONGER = "the schema is no longer as expected";
    private static final String STILL_HANDING_OUT = NO_LONGER + "; connections are still handed out";

    private static final int MOST_RISKS = 5;

    private final SchemaGuardListener listener;
    private final boolean firstRefusalIsTold;
    private final boolean onlyLooking;
    private final Optional<String> dataSource;

    /**
     * Tells of one gate.
     *
     * @param listener who hears of it beside the log
     * @param dataSource by what name lines tell the DataSource from others
     * @param firstRefusalIsTold whether whoever asked shows a first refusal himself
     * @param onlyLooking whether nobody takes connections through the gate
     */
    GateEvents(
            SchemaGuardListener listener,
            Optional<String> dataSource,
            boolean firstRefusalIsTold,
            boolean onlyLooking) {
        this.listener = listener;
        this.dataSource = dataSource;
        this.firstRefusalIsTold = firstRefusalIsTold;
        this.onlyLooking = onlyLooking;
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
            line(LOG.atDebug(), report).log("{}", report);
        } else {
            line(LOG.atError(), report).log("{}\n{}", onlyLooking ? NOT_AS_EXPECTED : REFUSING, report.toText());
        }
        tell(report.verdict() == Verdict.DRIFTED ? SchemaGuardListener::shut : SchemaGuardListener::unverified, report);
    }

    private void opened(GateState before, DriftReport report) {
        if (before instanceof GateState.Open) {
            looked(before, report);
        } else if (before instanceof GateState.Shut) {
            healed(before, report);
        } else {
            if (report.failed()) {
                line(LOG.atWarn(), report).log("{}\n{}", onlyLooking ? NOT_AS_EXPECTED : HANDING_OUT, report.toText());
            } else {
                line(LOG.atInfo(), report).log("{}", report);
                nameRisks(before, report);
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
                healed(before, report);
            } else {
                line(LOG.atInfo(), report).log("{}", report);
                nameRisks(before, report);
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

    private void healed(GateState before, DriftReport report) {
        line(LOG.atInfo(), report).log("the schema is as expected again: {}", report);
        nameRisks(before, report);
        tell(SchemaGuardListener::healed, report);
    }

    /** Names what may fail although the check passed: each that the look before had not found. */
    private void nameRisks(GateState before, DriftReport report) {
        Set<String> known = before.lastReport().map(GateEvents::risks).orElse(List.of()).stream()
                .map(Finding::id)
                .collect(Collectors.toSet());
        List<Finding> risks = risks(report).stream()
                .filter(risk -> !known.contains(risk.id()))
                .toList();
        risks.stream()
                .limit(MOST_RISKS)
                .forEach(risk -> line(LOG.atWarn(), report)
                        .addKeyValue("finding", Printable.line(risk.id()))
                        .log("{}", RiskLine.of(risk)));
        if (risks.size() > MOST_RISKS) {
            line(LOG.atWarn(), report).log("and {} more of the kind; the report lists each", risks.size() - MOST_RISKS);
        }
    }

    private static List<Finding> risks(DriftReport report) {
        return report.findings().stream()
                .filter(finding -> finding.group().isEmpty() && finding.counts(Severity.RISKY))
                .toList();
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
