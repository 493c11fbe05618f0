package dev.schemaguard.report;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The forms in which a report can be written. */
public enum ReportFormat {
    /** For people, in a terminal or a log. */
    TEXT(DriftReport::toText),
    /** For programs, version 1; described by {@code dev/schemaguard/report-v1.schema.json} on the class path. */
    JSON(DriftReport::toJson),
    /** For a pull request's comment or a job's summary, in GitHub's flavour and short enough for both. */
    MARKDOWN(MarkdownReport::render),
    /** For people, one page that needs nothing else: what is expected beside what is there, table by table. */
    HTML(HtmlReport::render),
    /** For pipelines that show test results: JUnit's XML, a test case for each finding. */
    JUNIT(JunitReport::render),
    /** For GitHub Actions: a workflow command for each finding, shown at the line that expects it. */
    GITHUB(GithubReport::render);

    private final Function<DriftReport, String> renderer;

    ReportFormat(Function<DriftReport, String> renderer) {
        this.renderer = renderer;
    }

    String render(DriftReport report) {
        return renderer.apply(report);
    }

    /** The identifier in options: {@code markdown}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form with that identifier, if there is one. */
    public static Optional<ReportFormat> of(String id) {
        for (ReportFormat format : values()) {
            if (format.id().equals(id.toLowerCase(Locale.ROOT))) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
