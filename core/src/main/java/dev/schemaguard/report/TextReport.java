package dev.schemaguard.report;

import dev.schemaguard.inspect.DatabaseInfo;
import dev.schemaguard.model.Gap;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report for people: the verdict, then the gravest first, then what to do and how much was looked at. */
final class TextReport {

    private static final int MOST_GAPS = 20;

    private final DriftReport report;
    private final StringBuilder out = new StringBuilder();

    private TextReport(DriftReport report) {
        this.report = report;
    }

    static String render(DriftReport report) {
        TextReport text = new TextReport(report);
        text.line(headline(report));
        text.findings();
        text.unverified();
        text.whatToDo();
        text.coverage();
        return text.out.toString();
    }

    static String headline(DriftReport report) {
        return switch (report.verdict()) {
            case CONFORMS ->
                "Schema Guard: conforms: the database has what this release expects" + besides(report, Severity.RISKY);
            case DRIFTED -> "Schema Guard: DRIFTED: " + counts(report);
            case UNVERIFIED ->
                "Schema Guard: UNVERIFIED: it is not known whether the database has what this release expects";
        };
    }

    private static String besides(DriftReport report, Severity gravest) {
        return report.count(gravest) + report.count(Severity.ADVISORY) == 0 ? "" : " (" + counts(report) + ")";
    }

    private static String counts(DriftReport report) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : List.of(Severity.BREAKING, Severity.RISKY, Severity.ADVISORY)) {
            if (report.count(severity) > 0) {
                counts.add(report.count(severity) + " " + severity.id());
            }
        }
        if (report.accepted() > 0) {
            counts.add(report.accepted() + " accepted");
        }
        return String.join(", ", counts);
    }

    private void findings() {
        Map<String, List<Finding>> byTable = new LinkedHashMap<>();
        for (Finding finding : report.findings()) {
            byTable.computeIfAbsent(owner(finding), table -> new ArrayList<>()).add(finding);
        }
        byTable.forEach((table, findings) -> {
            line("");
            line("  " + table);
            findings.forEach(this::finding);
        });
    }

    private static String owner(Finding finding) {
        return finding.drift()
                .subject()
                .table()
                .orElseGet(() -> "schema " + finding.drift().subject().schema());
    }

    private void finding(Finding finding) {
        String severity = finding.severity().id().toUpperCase(Locale.ROOT);
        line("    " + severity + "  " + finding.drift().kind().id() + "  "
                + finding.drift().subject()
                + finding.accepted().map(why -> "  (accepted: " + why + ")").orElse(""));
        line("      " + finding.drift().message());
        String expected = finding.drift().expected().orElse("nothing");
        String actual = finding.drift().actual().orElse("nothing");
        String origin =
                finding.drift().origin().isKnown() ? "  (" + finding.drift().origin() + ")" : "";
        line("      expected: " + expected + origin);
        line("      found:    " + actual);
        finding.hint().ifPresent(hint -> line("      hint:     " + hint));
    }

    private void unverified() {
        if (report.unverified().isEmpty()) {
            return;
        }
        line("");
        for (Unverified unknown : report.unverified()) {
            line("  " + unknown.code().id()
                    + unknown.group()
                            .map(group -> " (optional group " + group + ")")
                            .orElse("") + ": "
                    + unknown.reason());
        }
        List<Gap> gaps = report.coverage().notReadable();
        gaps.stream().limit(MOST_GAPS).forEach(gap -> line("    " + gap.origin() + ": " + gap.reason()));
        if (gaps.size() > MOST_GAPS) {
            line("    and " + (gaps.size() - MOST_GAPS) + " more");
        }
    }

    private void whatToDo() {
        if (report.verdict() == Verdict.DRIFTED) {
            line("");
            line("What to do: run this release's pending migrations against this database, or deploy the release that");
            line("matches it. Until then its statements fail as said above.");
        }
    }

    private void coverage() {
        line("");
        Coverage coverage = report.coverage();
        report.database()
                .ifPresentOrElse(
                        database -> line("Checked " + coverage.tablesChecked() + " of "
                                + counted(coverage.tablesExpected(), "table") + ", "
                                + counted(coverage.columnsChecked(), "column") + ", " + where(database)),
                        () -> line("Nothing was looked at."));
        line("Expected by " + String.join(", ", report.expectations()) + ".");
    }

    private static String where(DatabaseInfo database) {
        String schemas = database.schemas().isEmpty()
                ? ""
                : " in schema" + (database.schemas().size() == 1 ? " " : "s ") + String.join(", ", database.schemas());
        return "as role " + database.user() + schemas + " of " + database.product() + " " + database.version() + " ("
                + database.url() + ").";
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
