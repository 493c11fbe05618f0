package dev.schemaguard.jdbc.gate;

import dev.schemaguard.policy.Severity;
import dev.schemaguard.report.DriftReport;
import java.util.Optional;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * A line of the log about a report. Beside its text it has what a machine filters by as fields of their own: {@code verdict},
 * {@code breaking}, {@code risky}, {@code advisory} (counts), {@code database} (the URL without credentials) and
 * {@code dataSource} (its name, if it was named).
 */
final class VerdictLine {

    private VerdictLine() {}

    static LoggingEventBuilder of(LoggingEventBuilder line, DriftReport report, Optional<String> dataSource) {
        LoggingEventBuilder filled = line.addKeyValue(
                        "verdict", report.verdict().id())
                .addKeyValue("breaking", report.count(Severity.BREAKING))
                .addKeyValue("risky", report.count(Severity.RISKY))
                .addKeyValue("advisory", report.count(Severity.ADVISORY));
        if (report.database().isPresent()) {
            filled = filled.addKeyValue("database", report.database().get().url());
        }
        return dataSource.isPresent() ? filled.addKeyValue("dataSource", dataSource.get()) : filled;
    }
}
