package dev.schemaguard.proof.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaCapture;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.drift.Effect;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.proof.Sheet;
import dev.schemaguard.proof.embedded.SmallExecution.Outcomes;
import dev.schemaguard.report.DriftReport;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Holds what the guard says of changed databases against what becomes of a release's statements there. */
final class SmallLaw {

    private final SmallRelease release;
    private final Opener opener;
    private final SchemaGuard guard;
    private final Outcomes usual;
    private final List<String> misses = new ArrayList<>();
    private final List<String> falseAlarms = new ArrayList<>();
    /** Risky findings of which no value shows anything. */
    private final List<String> empty = new ArrayList<>();

    private int mutations;
    private int statements;

    /** Opens a database with nothing in it. */
    interface Opener {

        Connection open() throws SQLException;
    }

    SmallLaw(SmallRelease release, Opener opener) throws SQLException {
        this.release = release;
        this.opener = opener;
        try (Connection connection = opener.open()) {
            release.make(connection);
            SmallExecution.seed(connection, release);
            release.finish(connection);
            Schema captured = captured(connection);
            this.guard = SchemaGuard.expecting(release.expectation(captured)).build();
            DriftReport report = guard.check(connection);
            if (!report.findings().isEmpty() || !report.unverified().isEmpty()) {
                throw new AssertionError(report.toText());
            }
            this.usual = SmallExecution.of(connection, release);
        }
    }

    private static Schema captured(Connection connection) throws SQLException {
        try {
            return SchemaCapture.capture(connection, InspectionScope.EVERYTHING);
        } catch (InspectionException e) {
            throw new AssertionError(e);
        }
    }

    /** Tries a changed database, if the server lets it be made so. */
    boolean tryOut(String what, SmallRelease changed) throws SQLException {
        try (Connection connection = opener.open()) {
            try {
                changed.make(connection);
                SmallExecution.seed(connection, release);
                changed.finish(connection);
            } catch (SQLException e) {
                return false;
            }
            DriftReport report = guard.check(connection);
            Outcomes outcomes = SmallExecution.of(connection, release);
            mutations++;
            judge(what, report, outcomes);
            return true;
        }
    }

    private void judge(String what, DriftReport report, Outcomes outcomes) {
        Map<StatementKind, Effect> measured = new EnumMap<>(StatementKind.class);
        for (StatementKind kind : StatementKind.values()) {
            measured.put(kind, outcomes.of(kind, usual));
            statements++;
            Effect said = report.findings().stream()
                    .map(finding -> finding.drift().impact().on(kind))
                    .max(Effect::compareTo)
                    .orElse(Effect.WORKS);
            if (measured.get(kind).compareTo(Effect.MAY_FAIL) >= 0 && said.compareTo(Effect.MAY_FAIL) < 0) {
                misses.add(what + ": " + kind + " said " + said + ", " + outcomes.sample(kind));
            }
        }
        if (!report.unverified().isEmpty()) {
            misses.add(what + ": " + report.unverified());
        }
        for (Finding finding : report.findings()) {
            boolean fails = measured.entrySet().stream()
                    .anyMatch(kind -> kind.getValue() == Effect.FAILS
                            && finding.drift().impact().on(kind.getKey()) == Effect.FAILS);
            if (finding.severity() == Severity.BREAKING && !fails) {
                falseAlarms.add(
                        what + ": " + finding.id() + " " + finding.drift().message() + " " + measured);
            }
            boolean felt = measured.values().stream().anyMatch(effect -> effect != Effect.WORKS);
            if (finding.severity() == Severity.RISKY && !felt) {
                empty.add(what + ": " + finding.id());
            }
        }
    }

    /** Keeps what came of it for people. */
    private void keep(String name) throws IOException {
        Sheet sheet = new Sheet(name)
                .line(mutations + " databases changed in one way, " + statements + " kinds of statement judged: "
                        + misses.size() + " failing ones unsaid, " + falseAlarms.size()
                        + " breaking findings of which nothing fails, " + empty.size()
                        + " risky ones of which no value shows anything");
        misses.forEach(line -> sheet.line("MISS " + line));
        falseAlarms.forEach(line -> sheet.line("FALSE ALARM " + line));
        empty.forEach(line -> sheet.line("NOT SHOWN " + line));
        sheet.keep();
    }

    /** Keeps what came of it for people, and fails where a failing statement is unsaid or a breaking finding untrue. */
    void mustHold(String name, int atLeast) throws IOException {
        keep(name);
        assertThat(misses).as("statements that fail, unsaid").isEmpty();
        assertThat(falseAlarms).as("breaking findings of which nothing fails").isEmpty();
        assertThat(mutations).isGreaterThan(atLeast);
    }
}
