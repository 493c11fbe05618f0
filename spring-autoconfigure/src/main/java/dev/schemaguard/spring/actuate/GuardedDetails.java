package dev.schemaguard.spring.actuate;

import dev.schemaguard.drift.Effect;
import dev.schemaguard.jdbc.GuardedDataSource;
import dev.schemaguard.jdbc.gate.GateState;
import dev.schemaguard.jdbc.gate.Mode;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.spring.SchemaGuards.Guarded;
import dev.schemaguard.text.Printable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What is shown of one DataSource, in short. It holds no secret: a report has none. */
final class GuardedDetails {

    private static final int FIRST = 5;

    private GuardedDetails() {}

    static Map<String, Object> of(Guarded one) {
        Map<String, Object> details = state(one);
        one.lastReport().ifPresent(report -> found(report, details));
        return details;
    }

    /** Where its gate stands, or why it has none. */
    static Map<String, Object> state(Guarded one) {
        Map<String, Object> details = new LinkedHashMap<>();
        if (one.gate().isEmpty()) {
            details.put("reason", Printable.line(one.expectation()));
            return details;
        }
        GuardedDataSource gate = one.gate().get();
        if (gate.mode() == Mode.OFF) {
            details.put("reason", "the mode is off");
            return details;
        }
        details.put("gate", name(gate.state()));
        details.put("mode", gate.mode().id());
        details.put("readiness", one.readiness().name().toLowerCase(Locale.ROOT));
        details.put("expectation", Printable.line(one.expectation()));
        one.why().ifPresent(why -> details.put("why", Printable.line(why)));
        gate.lastChecked().ifPresent(time -> details.put("checkedAt", time.toString()));
        return details;
    }

    static String name(GateState state) {
        return state.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static void found(DriftReport report, Map<String, Object> details) {
        details.put("verdict", report.verdict().id());
        report.database().ifPresent(database -> details.put("database", database.url()));
        Map<String, Object> counts = new LinkedHashMap<>();
        for (Severity severity : List.of(Severity.BREAKING, Severity.RISKY, Severity.ADVISORY)) {
            counts.put(severity.id(), report.count(severity));
        }
        counts.put("accepted", report.accepted());
        details.put("counts", counts);
        List<Finding> counting = report.findings().stream()
                .filter(finding -> finding.accepted().isEmpty())
                .toList();
        some("findings", "moreFindings", counting.stream().map(Finding::id), details);
        some(
                "breaks",
                "moreBreaks",
                counting.stream().flatMap(GuardedDetails::broken).distinct(),
                details);
        if (!report.unverified().isEmpty()) {
            details.put(
                    "unverified",
                    report.unverified().stream()
                            .limit(FIRST)
                            .map(unknown -> unknown.code().id() + ": " + Printable.line(unknown.reason()))
                            .toList());
        }
    }

    /** The senders of statements that fail. */
    private static Stream<String> broken(Finding finding) {
        return finding.breaks().stream()
                .filter(statement ->
                        statement.effect() == Effect.FAILS && statement.origin().isKnown())
                .map(statement -> statement.origin().toString());
    }

    private static void some(String name, String more, Stream<String> texts, Map<String, Object> details) {
        List<String> all = texts.map(Printable::line).toList();
        if (!all.isEmpty()) {
            details.put(name, all.stream().limit(FIRST).toList());
        }
        if (all.size() > FIRST) {
            details.put(more, all.size() - FIRST);
        }
    }
}
