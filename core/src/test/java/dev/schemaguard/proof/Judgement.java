package dev.schemaguard.proof;

import dev.schemaguard.drift.Effect;
import dev.schemaguard.drift.Kind;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.proof.Trial.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Holds what the guard said against what was measured. */
final class Judgement {

    private final Trial trial;
    private final Confusion confusion = new Confusion();
    private final List<String> misses = new ArrayList<>();
    private final List<String> falseAlarms = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final List<String> otherwise = new ArrayList<>();
    private int breaking;

    Judgement(Trial trial) {
        this.trial = trial;
    }

    void judge(Mutation mutation, Outcome outcome) {
        if (!outcome.report().unverified().isEmpty()) {
            // Who could not look has not said that it works.
            open.add("unverified: " + mutation.name());
            return;
        }
        for (ReleaseTable table : trial.tables(mutation)) {
            for (StatementKind kind : StatementKind.values()) {
                if (!table.isView() || kind == StatementKind.SELECT) {
                    judge(mutation, outcome, table.name(), kind);
                }
            }
        }
        for (Finding finding : outcome.report().findings()) {
            boolean saysEvery = finding.drift().message().startsWith("every ");
            if (saysEvery != (finding.severity() == Severity.BREAKING)) {
                falseAlarms.add(
                        "its words are not its severity: " + finding.drift().message());
            }
            if (finding.severity() == Severity.BREAKING) {
                breaking++;
                if (mutation.tables().stream().noneMatch(table -> isTrue(finding, outcome, table))) {
                    falseAlarms.add(finding.id() + ": " + mutation.name());
                }
            }
        }
    }

    private void judge(Mutation mutation, Outcome outcome, String table, StatementKind kind) {
        Effect said = trial.said(outcome, table, kind);
        Effect measured = trial.measured(outcome, table, kind);
        String what = table + " " + kind + " said " + said.id() + ", measured " + measured.id() + ": " + mutation.name()
                + ": " + ids(outcome);
        if (measured.compareTo(Effect.MAY_FAIL) >= 0 && said.compareTo(Effect.MAY_FAIL) < 0) {
            if (isNotComparable(outcome)) {
                // Two checks that cannot be shown equal or different are advisory by law.
                open.add("not comparable: " + what);
                return;
            }
            misses.add(what);
        }
        if ((said == Effect.FAILS) != (measured == Effect.FAILS)) {
            otherwise.add(what);
        }
        confusion.count(kind, said, measured);
    }

    private static boolean isNotComparable(Outcome outcome) {
        return outcome.report().findings().stream()
                .filter(finding -> finding.drift().kind() == Kind.MISSING_CHECK
                        || finding.drift().kind() == Kind.MISSING_INDEX)
                .anyMatch(finding -> finding.drift().message().contains("not comparable"));
    }

    /** Whether a kind of statement fails of which the finding says so. */
    private boolean isTrue(Finding finding, Outcome outcome, String table) {
        return trial.isAbout(finding.drift(), table)
                && Arrays.stream(StatementKind.values())
                        .anyMatch(kind -> finding.drift().impact().on(kind) == Effect.FAILS
                                && trial.measured(outcome, table, kind) == Effect.FAILS);
    }

    /** The findings of both changes must be there, none hidden by the other. */
    void judgePair(Mutation both, Outcome outcome, Outcome one, Outcome other) {
        judge(both, outcome);
        Set<String> expected = ids(one);
        expected.addAll(ids(other));
        Set<String> found = ids(outcome);
        expected.removeAll(found);
        // Of a column that is gone nothing else can be said, such as those of a view that is no longer valid.
        expected.removeIf(id -> found.contains("missing-column" + id.substring(id.indexOf(':'))));
        if (!expected.isEmpty()) {
            lost.add(expected + ": " + both.name());
        }
    }

    private static Set<String> ids(Outcome outcome) {
        Set<String> ids = new TreeSet<>();
        outcome.report().findings().forEach(finding -> ids.add(finding.id()));
        return ids;
    }

    List<String> misses() {
        return misses;
    }

    List<String> falseAlarms() {
        return falseAlarms;
    }

    List<String> lost() {
        return lost;
    }

    void print(Sheet sheet) {
        confusion.print(sheet);
        sheet.line("breaking findings: " + breaking + ", of which nothing fails: " + falseAlarms.size()
                + "; failing statements unsaid: " + misses.size());
        print(sheet, "MISS", misses);
        print(sheet, "FALSE ALARM", falseAlarms);
        print(sheet, "LOST", lost);
        print(sheet, "OPEN", open);
        print(sheet, "OTHERWISE", otherwise);
    }

    private static void print(Sheet sheet, String title, List<String> lines) {
        lines.forEach(line -> sheet.line(title + " " + line));
    }
}
