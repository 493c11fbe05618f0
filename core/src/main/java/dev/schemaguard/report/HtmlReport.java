package dev.schemaguard.report;

import dev.schemaguard.inspect.DatabaseInfo;
import dev.schemaguard.model.Gap;
import dev.schemaguard.policy.Unverified;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A report as one page for people, which needs no other file, no script and no network: the verdict, then what is expected
 * beside what is there, table by table.
 */
final class HtmlReport {

    private final DriftReport report;
    private final Wording wording;
    private final StringBuilder out = new StringBuilder(1 << 14);

    private HtmlReport(DriftReport report) {
        this.report = report;
        this.wording = new Wording(report);
    }

    static String render(DriftReport report) {
        return new HtmlReport(report).page();
    }

    private String page() {
        List<SideBySide> parts = SideBySide.of(report);
        HtmlTables tables = new HtmlTables(report, out);
        head();
        List<SideBySide> drifted =
                parts.stream().filter(part -> !part.findings().isEmpty()).toList();
        List<SideBySide> same =
                parts.stream().filter(part -> part.findings().isEmpty()).toList();
        tables.contents(drifted);
        out.append("<main id=\"report\">\n");
        summary();
        unverified();
        tables.drifted(drifted);
        tables.asExpected(same);
        stale();
        out.append("</main>\n<footer><p>")
                .append(Xml.line(ToolVersion.current()))
                .append("</p></footer>\n</body>\n</html>\n");
        return out.toString();
    }

    private void head() {
        String verdict = report.verdict().id();
        String title = "Schema Guard: " + verdict;
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                        + " 'unsafe-inline'\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
                .append(title)
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n")
                .append("<a class=\"skip\" href=\"#report\">Skip to the report</a>\n<header class=\"")
                .append(verdict)
                .append("\">\n<h1>Schema Guard: <span class=\"verdict\">")
                .append(verdict.toUpperCase(Locale.ROOT))
                .append("</span></h1>\n<p>")
                .append(Xml.line(wording.sentence()))
                .append("</p>\n</header>\n");
    }

    private void summary() {
        out.append("<section aria-labelledby=\"summary\">\n<h2 id=\"summary\">What was looked at</h2>\n<dl>\n");
        report.database().ifPresent(this::database);
        report.lookedAt().ifPresent(name -> fact("Looked at", Html.code(name) + ", which is no live database"));
        fact("Expected by", list(report.expectations()));
        fact("Checked", wording.looked());
        fact("Found", wording.counts().isEmpty() ? "nothing that differs" : Xml.line(wording.counts()));
        fact("Fails on", Xml.line(report.policy().failOn().id()));
        out.append("</dl>\n");
        if (!wording.whatToDo("below").isEmpty()) {
            out.append("<p><strong>What to do:</strong> ")
                    .append(Html.sentence(String.join(" ", wording.whatToDo("below"))))
                    .append("</p>\n");
        }
        out.append("</section>\n");
    }

    private void database(DatabaseInfo database) {
        fact("Database", Xml.line(database.product() + " " + database.version()) + ", " + Html.code(database.url()));
        fact("Role", Html.code(database.user()));
        if (!database.schemas().isEmpty()) {
            fact(database.schemas().size() == 1 ? "Schema" : "Schemas", list(database.schemas()));
        }
    }

    /** The value is HTML. */
    private void fact(String name, String value) {
        out.append("<div><dt>").append(name).append("</dt><dd>").append(value).append("</dd></div>\n");
    }

    private static String list(List<String> names) {
        return String.join(", ", names.stream().map(Html::code).toList());
    }

    private void unverified() {
        if (report.unverified().isEmpty()) {
            return;
        }
        out.append(
                "<section aria-labelledby=\"unverified\">\n<h2 id=\"unverified\">What could not be found out</h2>\n<ul>\n");
        for (Unverified unknown : report.unverified()) {
            out.append("<li><strong>")
                    .append(unknown.code().id())
                    .append("</strong>: ")
                    .append(Xml.line(unknown.reason()))
                    .append("</li>\n");
        }
        for (Gap gap : report.coverage().notReadable()) {
            out.append("<li>")
                    .append(Html.code(gap.origin().toString()))
                    .append(": ")
                    .append(Xml.line(gap.reason()))
                    .append("</li>\n");
        }
        out.append("</ul>\n</section>\n");
    }

    private void stale() {
        if (!report.stale().isEmpty()) {
            out.append(
                    "<section aria-labelledby=\"stale\">\n<h2 id=\"stale\">Accepted by the baseline, no longer found</h2>\n<ul>\n");
            report.stale()
                    .forEach(id -> out.append("<li>").append(Html.code(id)).append("</li>\n"));
            out.append("</ul>\n</section>\n");
        }
    }

    private static String style() {
        try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
            if (css == null) {
                throw new IllegalStateException("report.css is missing beside " + HtmlReport.class.getName());
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("report.css cannot be read", e);
        }
    }
}
