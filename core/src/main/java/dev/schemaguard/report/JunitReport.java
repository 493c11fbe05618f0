package dev.schemaguard.report;

import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.OnUnverified;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.text.Printable;
import java.time.Duration;
import java.util.Locale;

/**
 * A report as JUnit's XML. There is a test case for each expectation, so that a clean run shows that something was checked,
 * one for each finding and one for each thing that could not be found out. What counts fails; what is accepted is skipped.
 */
final class JunitReport {

    private static final String SUITE = "schema-guard";

    private final DriftReport report;
    private final StringBuilder cases = new StringBuilder();
    private int tests;
    private int failures;
    private int errors;
    private int skipped;

    private JunitReport(DriftReport report) {
        this.report = report;
    }

    static String render(DriftReport report) {
        JunitReport junit = new JunitReport(report);
        report.expectations().forEach(junit::expectation);
        report.unverified().forEach(junit::unverified);
        report.findings().forEach(junit::finding);
        return junit.document();
    }

    private String document() {
        Duration took = report.took().expectation().plus(report.took().inspection());
        String counts = " tests=\"" + tests + "\" failures=\"" + failures + "\" errors=\"" + errors + "\" skipped=\""
                + skipped + "\" time=\"" + String.format(Locale.ROOT, "%.3f", took.toNanos() / 1e9) + "\"";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"" + SUITE + "\"" + counts
                + ">\n  <testsuite name=\"" + SUITE + "\"" + counts + ">\n" + cases + "  </testsuite>\n</testsuites>\n";
    }

    private void expectation(String name) {
        open("", "expectation " + name);
        cases.append("      <system-out>")
                .append(Xml.line(new Wording(report).coverage()))
                .append("</system-out>\n");
        close();
    }

    private void unverified(Unverified unknown) {
        boolean fails = report.policy().onUnverified() == OnUnverified.FAIL;
        open("", "unverified: " + unknown.code().id());
        if (fails) {
            errors++;
            outcome("error", unknown.reason(), " type=\"" + unknown.code().id() + "\"", "");
        } else {
            skipped++;
            outcome("skipped", unknown.reason(), "", "");
        }
        close();
    }

    private void finding(Finding finding) {
        open("." + Wording.owner(finding), finding.id());
        String origin =
                finding.drift().origin().isKnown() ? " (" + finding.drift().origin() + ")" : "";
        String details = Printable.line("expected: " + Wording.expected(finding) + origin) + "\n"
                + Printable.line("found: " + Wording.found(finding))
                + Wording.breaks(finding)
                        .map(statements -> "\n" + Printable.line(statements))
                        .orElse("")
                + finding.hint()
                        .map(hint -> "\n" + Printable.line("hint: " + hint))
                        .orElse("");
        String said = finding.severity().id() + ": " + new Wording(report).message(finding);
        boolean counts = finding.group().isEmpty()
                && finding.counts(report.policy().failOn().threshold());
        if (finding.accepted().isPresent()) {
            skipped++;
            outcome("skipped", "accepted: " + finding.accepted().orElse(""), "", "");
        } else if (counts) {
            failures++;
            outcome("failure", said, " type=\"" + finding.drift().kind().id() + "\"", details);
        } else {
            cases.append("      <system-out>")
                    .append(Xml.text(Printable.line(said) + "\n" + details))
                    .append("</system-out>\n");
        }
        close();
    }

    private void open(String owner, String name) {
        tests++;
        cases.append("    <testcase classname=\"")
                .append(Xml.line(SUITE + owner))
                .append("\" name=\"")
                .append(Xml.line(name))
                .append("\" time=\"0\">\n");
    }

    private void close() {
        cases.append("    </testcase>\n");
    }

    private void outcome(String element, String message, String type, String details) {
        cases.append("      <")
                .append(element)
                .append(" message=\"")
                .append(Xml.line(message))
                .append('"');
        cases.append(type)
                .append('>')
                .append(Xml.text(details))
                .append("</")
                .append(element)
                .append(">\n");
    }
}
