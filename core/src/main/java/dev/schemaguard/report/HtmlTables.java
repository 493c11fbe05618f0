package dev.schemaguard.report;

import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Fix;
import dev.schemaguard.policy.Severity;
import java.util.List;
import java.util.Locale;

/** The tables of the page: those with drift open and gravest first, the others folded. */
final class HtmlTables {

    /** A browser bears more, but nobody unfolds so many. */
    private static final int MOST_UNFOLDABLE = 2_000;

    private final Wording wording;
    private final boolean manyExpectations;
    private final StringBuilder out;
    private int number;

    HtmlTables(DriftReport report, StringBuilder out) {
        this.wording = new Wording(report);
        this.manyExpectations = report.expectations().size() > 1;
        this.out = out;
    }

    /** Links to the parts, where there are several. */
    void contents(List<SideBySide> parts) {
        if (parts.size() < 2) {
            return;
        }
        out.append("<nav aria-label=\"Tables that differ\">\n<ol>\n");
        int link = 0;
        for (SideBySide part : parts) {
            out.append("<li><a href=\"#t")
                    .append(++link)
                    .append("\">")
                    .append(title(part))
                    .append("</a> (")
                    .append(gravest(part).id())
                    .append(")</li>\n");
        }
        out.append("</ol>\n</nav>\n");
    }

    void drifted(List<SideBySide> parts) {
        if (parts.isEmpty()) {
            return;
        }
        out.append("<section aria-labelledby=\"drifted\">\n<h2 id=\"drifted\">What differs</h2>\n");
        for (SideBySide part : parts) {
            number++;
            out.append("<section aria-labelledby=\"t")
                    .append(number)
                    .append("\">\n<h3 id=\"t")
                    .append(number)
                    .append("\">")
                    .append(title(part))
                    .append("</h3>\n");
            table(part);
            out.append("</section>\n");
        }
        out.append("</section>\n");
    }

    void asExpected(List<SideBySide> parts) {
        if (parts.isEmpty()) {
            return;
        }
        out.append("<section aria-labelledby=\"same\">\n<h2 id=\"same\">As expected: ")
                .append(Wording.counted(parts.size(), "table"))
                .append("</h2>\n");
        for (SideBySide part : parts.subList(0, Math.min(parts.size(), MOST_UNFOLDABLE))) {
            number++;
            out.append("<details>\n<summary id=\"t")
                    .append(number)
                    .append("\">")
                    .append(title(part))
                    .append(" (")
                    .append(Wording.counted(part.rows().size(), "column"))
                    .append(")</summary>\n");
            table(part);
            out.append("</details>\n");
        }
        if (parts.size() > MOST_UNFOLDABLE) {
            out.append("<p>and ").append(parts.size() - MOST_UNFOLDABLE).append(" more tables</p>\n");
        }
        out.append("</section>\n");
    }

    private String title(SideBySide part) {
        return Html.code(part.name()) + (manyExpectations ? " by " + Html.code(part.expectation()) : "");
    }

    private static Severity gravest(SideBySide part) {
        return part.findings().stream()
                .map(Finding::severity)
                .max(Severity::compareTo)
                .orElse(Severity.ADVISORY);
    }

    private void table(SideBySide part) {
        out.append("<div class=\"scroll\" role=\"region\" aria-labelledby=\"t")
                .append(number)
                .append("\" tabindex=\"0\">\n<table aria-labelledby=\"t")
                .append(number)
                .append("\">\n<thead><tr><th scope=\"col\">What</th><th scope=\"col\">Expected</th>"
                        + "<th scope=\"col\">Live</th><th scope=\"col\">Drift</th></tr></thead>\n<tbody>\n");
        part.rows().forEach(this::row);
        out.append("</tbody>\n</table>\n</div>\n");
    }

    private void row(SideBySide.Row row) {
        String kind = row.findings().isEmpty()
                ? ""
                : " class=\"" + row.findings().get(0).severity().id() + "\"";
        out.append("<tr")
                .append(kind)
                .append("><th scope=\"row\">")
                .append(Html.code(row.name()))
                .append("</th><td>");
        out.append(value(row.expected()));
        if (row.origin().isKnown()) {
            out.append("<br><small>").append(Xml.line(row.origin().toString())).append("</small>");
        }
        out.append("</td><td>").append(value(row.live())).append("</td><td>");
        if (row.findings().isEmpty()) {
            out.append(agreement(row));
        }
        row.findings().forEach(this::finding);
        out.append("</td></tr>\n");
    }

    private static String agreement(SideBySide.Row row) {
        if (row.live().equals(SideBySide.NOTHING)) {
            return "missing with its table";
        }
        return row.expected().equals(row.live()) ? "as expected" : "differs, but works";
    }

    private static String value(String text) {
        return SideBySide.NOTHING.equals(text) ? "<em>nothing</em>" : Html.code(text);
    }

    private void finding(Finding finding) {
        out.append("<div class=\"finding\"><p><strong class=\"severity\">")
                .append(mark(finding.severity()))
                .append(finding.severity().id().toUpperCase(Locale.ROOT))
                .append("</strong> <a href=\"")
                .append(FindingPages.of(finding.drift().kind()))
                .append("\">")
                .append(finding.drift().kind().id())
                .append("</a></p><p>")
                .append(Html.sentence(wording.message(finding)))
                .append("</p>");
        finding.accepted().ifPresent(why -> labelled("Accepted", why));
        finding.group().ifPresent(group -> labelled("Only for", group));
        Wording.breaks(finding).ifPresent(statements -> labelled("Statements", statements));
        finding.hint().ifPresent(hint -> labelled("Hint", hint));
        if (!finding.fixes().isEmpty()) {
            out.append("<details><summary>SQL that would cure it</summary><pre><code>");
            finding.fixes().forEach(this::fix);
            out.append("</code></pre></details>");
        }
        out.append("</div>");
    }

    /** A sign beside the word, so that neither colour nor reading is needed to tell severities apart. */
    private static String mark(Severity severity) {
        return "<span aria-hidden=\"true\">"
                + switch (severity) {
                    case BREAKING -> "✕";
                    case RISKY -> "!";
                    case ADVISORY -> "i";
                }
                + "</span> ";
    }

    private void labelled(String label, String text) {
        out.append("<p><b>")
                .append(label)
                .append(":</b> ")
                .append(Html.sentence(text))
                .append("</p>");
    }

    private void fix(Fix fix) {
        fix.hazards()
                .forEach(hazard -> out.append("-- ").append(Xml.line(hazard)).append('\n'));
        (fix.sql() + ";")
                .lines()
                .forEach(line -> out.append(fix.destructive() ? "-- " : "")
                        .append(Xml.line(line))
                        .append('\n'));
    }
}
