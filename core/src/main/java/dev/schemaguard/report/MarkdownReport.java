package dev.schemaguard.report;

import dev.schemaguard.drift.Kind;
import dev.schemaguard.model.Gap;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Fix;
import dev.schemaguard.text.Printable;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A report as Markdown, for a comment or a job's summary: what counts is open, the rest folded. */
final class MarkdownReport {

    /** GitHub refuses a comment of more than 65,536 characters. */
    private static final int MOST = 60_000;

    private static final int LONGEST_VALUE = 200;

    private final DriftReport report;
    private final Wording wording;
    private final StringBuilder out = new StringBuilder();

    private MarkdownReport(DriftReport report) {
        this.report = report;
        this.wording = new Wording(report);
    }

    static String render(DriftReport report) {
        return new MarkdownReport(report).document();
    }

    private String document() {
        out.append("### ").append(Markdown.text(TextReport.headline(report))).append("\n\n");
        List<Finding> open =
                report.findings().stream().filter(one -> !wording.isAside(one)).toList();
        list(open, this::row, TABLE);
        fixes(open);
        folded("advisory", advisory());
        folded("accepted", accepted());
        unverified();
        stale();
        if (!wording.whatToDo("above").isEmpty()) {
            out.append("**What to do:** ")
                    .append(Markdown.text(String.join(" ", wording.whatToDo("above"))))
                    .append("\n\n");
        }
        out.append("<sub>")
                .append(Markdown.text(wording.coverage()))
                .append(" Expected by ")
                .append(String.join(
                        ", ", report.expectations().stream().map(Markdown::text).toList()))
                .append(". ")
                .append(Markdown.text(ToolVersion.current()))
                .append("</sub>\n");
        return out.toString();
    }

    private static final String TABLE = "| severity | what | expected | found | why |\n|---|---|---|---|---|\n";

    private List<Finding> advisory() {
        return report.findings().stream()
                .filter(one -> wording.isAside(one) && one.accepted().isEmpty())
                .toList();
    }

    private List<Finding> accepted() {
        return report.findings().stream()
                .filter(one -> one.accepted().isPresent())
                .toList();
    }

    private String row(Finding finding) {
        String origin = finding.drift().origin().isKnown()
                ? "<br>" + Markdown.code(finding.drift().origin().toString())
                : "";
        String why = finding.accepted()
                .map(reason -> "accepted: " + Markdown.text(reason))
                .orElseGet(() -> Markdown.sentence(brief(wording.message(finding)))
                        + Wording.breaks(finding)
                                .map(statements -> "<br>" + Markdown.sentence(statements))
                                .orElse("")
                        + finding.hint()
                                .map(hint -> "<br>Hint: " + Markdown.sentence(brief(hint)))
                                .orElse(""));
        return "| " + strong(finding) + " | " + page(finding.drift().kind()) + "<br>"
                + Markdown.code(finding.subject()) + " | "
                + Markdown.code(brief(Wording.expected(finding))) + origin + " | "
                + Markdown.code(brief(Wording.found(finding))) + " | " + why + " |\n";
    }

    private static String page(Kind kind) {
        return "[" + kind.id() + "](" + FindingPages.of(kind) + ")";
    }

    private static String strong(Finding finding) {
        return "**" + finding.severity().id().toUpperCase(Locale.ROOT) + "**";
    }

    private static String brief(String text) {
        return Printable.line(text, LONGEST_VALUE);
    }

    /** As many lines as fit. */
    private void list(List<Finding> findings, Function<Finding, String> form, String head) {
        if (findings.isEmpty()) {
            return;
        }
        out.append(head);
        int shown = 0;
        for (Finding finding : findings) {
            String line = form.apply(finding);
            if (out.length() + line.length() > MOST) {
                break;
            }
            out.append(line);
            shown++;
        }
        if (shown < findings.size()) {
            out.append("\nand ").append(findings.size() - shown).append(" more, which do not fit here\n");
        }
        out.append('\n');
    }

    private void fixes(List<Finding> findings) {
        StringBuilder sql = new StringBuilder();
        for (Finding finding : findings) {
            for (Fix fix : finding.fixes()) {
                fix.hazards()
                        .forEach(hazard ->
                                sql.append("-- ").append(Printable.line(hazard)).append('\n'));
                (fix.sql() + ";")
                        .lines()
                        .forEach(line -> sql.append(fix.destructive() ? "-- " : "")
                                .append(line)
                                .append('\n'));
            }
        }
        if (!sql.isEmpty() && out.length() + sql.length() < MOST) {
            out.append("<details><summary>SQL that would cure it</summary>\n\n")
                    .append(Markdown.block(sql.toString()))
                    .append("\n</details>\n\n");
        }
    }

    private void folded(String what, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        out.append("<details><summary>")
                .append(findings.size())
                .append(' ')
                .append(what)
                .append(", which do not count here</summary>\n\n");
        list(findings, this::row, TABLE);
        out.append("</details>\n\n");
    }

    private void unverified() {
        report.unverified()
                .forEach(unknown -> out.append("- **unverified: ")
                        .append(unknown.code().id())
                        .append(":** ")
                        .append(Markdown.sentence(unknown.reason()))
                        .append('\n'));
        if (!report.unverified().isEmpty()) {
            out.append('\n');
        }
        List<Gap> gaps = report.coverage().notReadable();
        if (!gaps.isEmpty()) {
            out.append("<details><summary>").append(gaps.size()).append(" not readable</summary>\n\n");
            gaps.stream()
                    .limit(100)
                    .forEach(gap -> out.append("- ")
                            .append(Markdown.code(gap.origin().toString()))
                            .append(": ")
                            .append(Markdown.sentence(brief(gap.reason())))
                            .append('\n'));
            out.append("\n</details>\n\n");
        }
    }

    private void stale() {
        if (!report.stale().isEmpty()) {
            out.append("The baseline accepts what is no longer found: ")
                    .append(String.join(
                            ", ",
                            report.stale().stream()
                                    .limit(20)
                                    .map(Markdown::code)
                                    .toList()))
                    .append(
                            report.stale().size() > 20
                                    ? " and " + (report.stale().size() - 20) + " more"
                                    : "")
                    .append("\n\n");
        }
    }
}
