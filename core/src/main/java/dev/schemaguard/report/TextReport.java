package dev.schemaguard.report;

import dev.schemaguard.model.Gap;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Fix;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A report for people: the verdict, then the gravest first, then what to do and how much was looked at. What does not count
 * is only counted, so that forty remarks never bury the one finding that breaks a release.
 */
final class TextReport {

    private static final int MOST_GAPS = 20;
    private static final int MOST_NAMED = 3;
    private static final int LONGEST_VALUE = 300;

    private final DriftReport report;
    private final Wording wording;
    private final TextOptions options;
    private final ReportWriter paper;

    private TextReport(DriftReport report, TextOptions options) {
        this.report = report;
        this.wording = new Wording(report);
        this.options = options;
        this.paper = new ReportWriter(options);
    }

    static String render(DriftReport report, TextOptions options) {
        TextReport text = new TextReport(report, options);
        text.paper.heading("", AnsiStyle.of(report.verdict()), headline(report), "");
        text.findings();
        text.asides();
        text.unverified();
        text.statements();
        text.migrations();
        text.baseline();
        text.whatToDo();
        text.coverage();
        return text.paper.toString();
    }

    static String headline(DriftReport report) {
        return "Schema Guard: " + new Wording(report).verdict();
    }

    /** The headline with what it comes from by name, for who has room for one line only. */
    static String line(DriftReport report) {
        List<String> names = report.verdict() == Verdict.UNVERIFIED
                ? report.unverified().stream().map(Unverified::reason).toList()
                : report.findings().stream()
                        .filter(finding ->
                                finding.counts(report.policy().failOn().threshold()))
                        .map(Finding::id)
                        .toList();
        int more = names.size() - MOST_NAMED;
        return headline(report)
                + (names.isEmpty() ? "" : ": ")
                + names.stream()
                        .limit(MOST_NAMED)
                        .map(name -> Printable.line(name, LONGEST_VALUE))
                        .collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private boolean isListed(Finding finding) {
        return options.verbose() || !wording.isAside(finding);
    }

    /** By severity, and within a severity by table. */
    private void findings() {
        Map<String, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : report.findings()) {
            if (isListed(finding)) {
                groups.computeIfAbsent(finding.severity() + Wording.owner(finding), key -> new ArrayList<>())
                        .add(finding);
            }
        }
        groups.values().forEach(findings -> {
            paper.gap();
            paper.heading("  ", AnsiStyle.BOLD, Printable.line(Wording.owner(findings.get(0))), "");
            findings.forEach(this::finding);
        });
    }

    private void finding(Finding finding) {
        paper.heading(
                "    ",
                AnsiStyle.of(finding.severity()),
                finding.severity().id().toUpperCase(Locale.ROOT),
                "  " + finding.drift().kind().id() + "  "
                        + Printable.line(finding.subject())
                        + finding.group()
                                .map(group -> "  (only for " + Printable.line(group) + ")")
                                .orElse("")
                        + finding.accepted()
                                .map(why -> "  (accepted: " + Printable.line(why) + ")")
                                .orElse(""));
        paper.line("      ", value(wording.message(finding)));
        String origin =
                finding.drift().origin().isKnown() ? "  (" + finding.drift().origin() + ")" : "";
        paper.line("      expected: ", value(Wording.expected(finding)) + Printable.line(origin));
        paper.line("      found:    ", value(Wording.found(finding)));
        if (report.expectations().size() > 1) {
            paper.line("      by:       ", Printable.line(finding.expectation()));
        }
        Wording.breaks(finding).ifPresent(statements -> paper.line("      ", AnsiStyle.BOLD, statements));
        finding.hint().ifPresent(hint -> paper.line("      hint:     ", value(hint)));
        if (options.verbose()) {
            finding.fixes().forEach(this::fix);
        }
    }

    /** The statement as it could be run; one that loses data only as a comment, so that nobody pastes it unread. */
    private void fix(Fix fix) {
        String lead = "      fix:      ";
        List<String> lines = (fix.sql() + ";").lines().toList();
        for (String line : lines) {
            paper.heading(lead, AnsiStyle.PLAIN, "", (fix.destructive() ? "-- " : "") + Printable.line(line));
            lead = "                ";
        }
        fix.hazards().forEach(hazard -> paper.line("                -- ", AnsiStyle.FAINT, Printable.line(hazard)));
    }

    private void asides() {
        if (options.verbose()) {
            return;
        }
        List<Finding> asides =
                report.findings().stream().filter(wording::isAside).toList();
        asides(
                "advisory",
                asides.stream().filter(one -> one.accepted().isEmpty()).toList());
        asides(
                "accepted",
                asides.stream().filter(one -> one.accepted().isPresent()).toList());
    }

    private void asides(String what, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        paper.gap();
        paper.heading(
                "  ",
                AnsiStyle.BOLD,
                findings.size() + " " + what,
                ", which do not count here ("
                        + (options.commandLine() ? "--verbose and JSON list each)" : "the report as JSON lists each)"));
        Map<String, List<Finding>> kinds = new LinkedHashMap<>();
        for (Finding finding : findings) {
            kinds.computeIfAbsent(finding.drift().kind().id(), kind -> new ArrayList<>())
                    .add(finding);
        }
        kinds.forEach(
                (kind, ones) -> paper.line("    " + ones.size() + " " + kind + ": ", AnsiStyle.FAINT, some(ones)));
    }

    private static String some(List<Finding> findings) {
        int shown = findings.size() > 4 ? 3 : findings.size();
        String names = String.join(
                ", ",
                findings.stream()
                        .limit(shown)
                        .map(finding -> Printable.line(finding.subject(), 80))
                        .toList());
        return shown == findings.size() ? names : names + " and " + (findings.size() - shown) + " more";
    }

    private void unverified() {
        if (report.unverified().isEmpty()) {
            return;
        }
        paper.gap();
        for (Unverified unknown : report.unverified()) {
            String group = unknown.group()
                    .map(name -> " (optional group " + Printable.line(name) + ")")
                    .orElse("");
            paper.line("  " + unknown.code().id() + group + ": ", Printable.line(unknown.reason()));
        }
        List<Gap> gaps = report.coverage().notReadable();
        gaps.stream().limit(MOST_GAPS).forEach(gap -> paper.line("    ", value(gap.origin() + ": " + gap.reason())));
        if (gaps.size() > MOST_GAPS) {
            paper.line("    and " + (gaps.size() - MOST_GAPS) + " more");
        }
    }

    /** The statements that state nothing, for nobody could read them. */
    private void statements() {
        List<StatementCoverage.NotReadable> unread = report.coverage().statements().stream()
                .flatMap(known -> known.notReadable().stream())
                .toList();
        if (unread.isEmpty()) {
            return;
        }
        paper.gap();
        paper.line("  statements that could not be read and state nothing:");
        unread.stream().limit(MOST_GAPS).forEach(one -> paper.line("    ", value(one.origin() + ": " + one.reason())));
        if (unread.size() > MOST_GAPS) {
            paper.line("    and " + (unread.size() - MOST_GAPS) + " more");
        }
    }

    /** What migrations say beside the mapping, apart from what decides. */
    private void migrations() {
        report.migrations().filter(beside -> !beside.findings().isEmpty()).ifPresent(beside -> {
            paper.gap();
            paper.heading(
                    "  ",
                    AnsiStyle.BOLD,
                    "what the packaged migrations say beside the mapping",
                    Printable.line(" (" + String.join(", ", beside.sources()) + "), which does not count here"));
            beside.findings().forEach(this::finding);
        });
    }

    private void baseline() {
        List<String> stale = report.stale();
        if (!stale.isEmpty()) {
            paper.gap();
            paper.line("The baseline accepts what is no longer found; take it out or write the baseline again:");
            stale.forEach(id -> paper.line("  ", Printable.line(id)));
        }
    }

    private void whatToDo() {
        List<String> lines = wording.whatToDo("above");
        if (!lines.isEmpty()) {
            paper.gap();
            paper.line("What to do: " + lines.get(0));
            lines.stream().skip(1).forEach(paper::line);
        }
    }

    private void coverage() {
        paper.gap();
        paper.line(Printable.line(wording.coverage()));
        paper.line(Printable.line("Expected by " + String.join(", ", report.expectations()) + "."));
        report.findings().stream().findFirst().ifPresent(this::page);
    }

    /** Where the kinds are explained; one line for all of them. */
    private void page(Finding first) {
        paper.line(
                "What a finding means: ",
                options.commandLine()
                        ? "schema-guard explain " + first.drift().kind().id()
                        : FindingPages.all());
    }

    private static String value(String text) {
        return Printable.line(text, LONGEST_VALUE);
    }
}
