package dev.schemaguard.jdbc.verb;

import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a check says to a monitor: Prometheus' text format, version 0.0.4, for the textfile collector of its node exporter. The names
 * are those that an application's own meters have.
 *
 * @param database what was checked, without secrets; the same in each run, whatever is found
 * @param report what was found
 * @param at when the check ended
 */
public record CheckMetrics(String database, DriftReport report, Instant at) {

    private static final double NANOS = 1e9;

    public CheckMetrics {
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(at, "at");
    }

    public String text() {
        List<String> lines = new ArrayList<>();
        gauge(lines, "verdict", "1 for the verdict of the last check, 0 for the others");
        for (Verdict verdict : Verdict.values()) {
            lines.add(sample("verdict", ",verdict=\"" + verdict.id() + "\"", report.verdict() == verdict ? "1" : "0"));
        }
        gauge(lines, "failed", "Whether the last check failed under its policy");
        lines.add(sample("failed", "", report.failed() ? "1" : "0"));
        gauge(lines, "findings", "What the last check found and nobody accepted, by severity");
        Arrays.stream(Severity.values())
                .map(severity -> sample(
                        "findings", ",severity=\"" + severity.id() + "\"", String.valueOf(report.count(severity))))
                .forEach(lines::add);
        gauge(lines, "accepted", "Findings of the last check that somebody accepted");
        lines.add(sample("accepted", "", String.valueOf(report.accepted())));
        gauge(lines, "inspection_seconds", "How long the last check looked at the database");
        lines.add(sample("inspection_seconds", "", seconds(report.took().inspection())));
        gauge(lines, "last_check_timestamp_seconds", "When the last check ended");
        lines.add(sample("last_check_timestamp_seconds", "", String.valueOf(at.getEpochSecond())));
        return String.join("\n", lines) + "\n";
    }

    private static void gauge(List<String> lines, String name, String help) {
        lines.add("# HELP schema_guard_" + name + " " + help);
        lines.add("# TYPE schema_guard_" + name + " gauge");
    }

    private String sample(String name, String labels, String value) {
        String escaped = database.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return "schema_guard_" + name + "{database=\"" + escaped + "\"" + labels + "} " + value;
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.6f", duration.toNanos() / NANOS);
    }
}
