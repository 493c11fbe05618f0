package dev.schemaguard.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.schemaguard.policy.Baseline;
import dev.schemaguard.policy.FailOn;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Unverified;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextReportTest {

    private static final TextOptions COLOURED = TextOptions.PLAIN.onTerminal(true, 80);

    @Test
    void listsGravestFirstWhateverTheTable() {
        List<String> severities = text(EveryKind.findings())
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("BREAKING ") || line.startsWith("RISKY "))
                .map(line -> line.substring(0, 5))
                .toList();

        assertThat(severities).contains("BREAK", "RISKY").isSortedAccordingTo(String::compareTo);
    }

    @Test
    void fortyAdvisoriesDoNotBuryABreakingFinding() {
        Finding advisory = first(Severity.ADVISORY);
        Finding breaking = first(Severity.BREAKING);
        List<Finding> findings = new ArrayList<>(Collections.nCopies(40, advisory));
        findings.add(breaking);

        String text = text(findings);

        assertThat(text.lines().count()).isLessThan(18);
        assertThat(text)
                .contains("BREAKING")
                .contains("40 advisory, which do not count here")
                .doesNotContain("ADVISORY");
        assertThat(report(findings).toText(TextOptions.PLAIN.inFull())).contains("ADVISORY");
    }

    @Test
    void namesOptionsOnlyToWhoHasThem() {
        DriftReport report = report(EveryKind.findings());

        assertThat(report.toText()).doesNotContain("--verbose");
        assertThat(report.toText(new TextOptions(false, false, 0, true))).contains("(--verbose and JSON list each)");
    }

    @Test
    void listsAdvisoriesWhereTheyFailTheCheck() {
        Policy strict = Policy.DEFAULT.withFailOn(FailOn.ADVISORY);

        assertThat(EveryKind.report(strict, List.of(first(Severity.ADVISORY))).toText())
                .contains("ADVISORY")
                .doesNotContain("which do not count");
    }

    @Test
    void countsWhatIsAccepted() {
        Finding accepted = first(Severity.BREAKING).withAccepted("known since May");

        assertThat(text(List.of(accepted))).contains("1 accepted").doesNotContain("known since May");
        assertThat(report(List.of(accepted)).toText(TextOptions.PLAIN.inFull()))
                .contains("(accepted: known since May)");
    }

    @Test
    void showsTheCureAndNeverOneThatLosesDataAsAStatement() {
        assertThat(EveryKind.report().toText(TextOptions.PLAIN.inFull()))
                .contains(
                        "      fix:      ALTER TABLE posts ADD COLUMN quality jsonb;\n                -- takes a lock\n")
                .contains("      fix:      -- DROP TABLE posts;\n");
    }

    @Test
    void namesWhatTheBaselineAcceptsInVain() {
        Policy policy = Policy.DEFAULT.baseline(Baseline.NONE.accepting("missing-column:posts.old", "since May"));
        Unverified late = new Unverified(Unverified.Code.TIMED_OUT, "late");

        assertThat(EveryKind.report(policy, List.of()).toText())
                .contains("no longer found")
                .contains("posts.old");
        assertThat(EveryKind.report(policy, List.of(), late).toText())
                .as("what was not seen may still be there")
                .doesNotContain("posts.old");
    }

    @Test
    void breaksLinesAtTheTerminalsWidthAndNowhereElse() {
        String broken = report(EveryKind.findings()).toText(TextOptions.PLAIN.onTerminal(false, 60));

        assertThat(broken.lines().filter(line -> line.startsWith("      "))).allMatch(line -> line.length() <= 60);
        assertThat(broken.replaceAll("\\s+", " "))
                .isEqualTo(text(EveryKind.findings()).replaceAll("\\s+", " "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TextOptions(false, false, 10))
                .withMessageContaining("width was 10");
    }

    @Test
    void coloursAddNothingButColours() {
        String coloured = report(EveryKind.findings()).toText(COLOURED);

        assertThat(coloured).contains("\u001b[1;31mBREAKING\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(report(EveryKind.findings()).toText(TextOptions.PLAIN.onTerminal(false, 80)));
        assertThat(text(EveryKind.findings())).doesNotContain("\u001b");
    }

    @Test
    void aNameCannotDriveTheTerminal() {
        String text = report(Hostile.findings("a\u001b[2J\rb\u0007\u202Ec\nd")).toText(COLOURED);

        assertThat(text)
                .contains("a\\u001b[2J\\rb\\u0007\\u202ec\\nd")
                .doesNotContain("\u001b[2J", "\r", "\u0007", "\u202E");
    }

    @Test
    void cutsWhatNobodyReads() {
        Finding finding = first(Severity.BREAKING).withHint("x".repeat(10_000));

        assertThat(text(List.of(finding)).lines())
                .allMatch(line -> line.length() < 400)
                .anyMatch(line -> line.endsWith("…"));
    }

    @Test
    void saysWhatWasLookedAtInPlaceOfADatabase() {
        DriftReport report = new DriftReport(
                List.of("a.json"),
                Optional.empty(),
                Optional.of("b.json"),
                List.of(),
                List.of(),
                Coverage.NOTHING,
                Policy.DEFAULT,
                Timing.ZERO,
                List.of());

        assertThat(report.toText()).contains("of b.json, which is no live database");
    }

    private static Finding first(Severity severity) {
        return EveryKind.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .findFirst()
                .orElseThrow();
    }

    private static DriftReport report(List<Finding> findings) {
        return EveryKind.report(Policy.DEFAULT, findings);
    }

    private static String text(List<Finding> findings) {
        return report(findings).toText();
    }
}
