package dev.schemaguard.spring.start;

import dev.schemaguard.report.Coverage;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.spring.expectation.Expected;
import dev.schemaguard.text.Printable;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/**
 * What is expected of a DataSource, why, and what of that could not be read or compared: what {@code schema-guard doctor} says of a
 * project, of an application that starts with {@code debug=true}.
 *
 * @param dataSource its name
 * @param expected what is expected
 * @param report what was found
 */
record StartFacts(String dataSource, Expected expected, DriftReport report) {

    /** More of a kind is counted. */
    private static final int MOST = 20;

    /** Whether somebody asked for them, by what makes Spring Boot itself tell more. */
    static boolean wanted(Environment environment) {
        String debug = environment.getProperty("debug");
        return debug != null && !debug.equals("false");
    }

    String text() {
        Coverage coverage = report.coverage();
        List<String> lines = new ArrayList<>();
        lines.add("SCHEMA GUARD REPORT of '" + dataSource + "'");
        lines.add("expected:  " + expected.text());
        lines.add("why:       " + (expected.why().isEmpty() ? "a property names it" : expected.why()));
        lines.add("compared:  " + coverage.tablesChecked() + " of " + coverage.tablesExpected() + " tables, "
                + coverage.columnsChecked() + " columns"
                + (coverage.tablesNotFollowed() > 0
                        ? "; " + coverage.tablesNotFollowed() + " tables could not be followed"
                        : ""));
        some(
                lines,
                "not read:  ",
                coverage.notReadable().stream()
                        .map(gap -> gap.origin() + ": " + gap.reason())
                        .toList());
        some(
                lines,
                "open:      ",
                coverage.notKnown().stream()
                        .map(open -> open.object() + " (" + open.origin() + ")")
                        .toList());
        some(
                lines,
                "not known: ",
                report.unverified().stream()
                        .map(unknown -> unknown.code().id() + ": " + unknown.reason())
                        .toList());
        report.database()
                .ifPresent(database -> lines.add("database:  " + database.product() + " " + database.version() + " ("
                        + database.url() + "), as role " + database.user() + ", in "
                        + String.join(", ", database.schemas())));
        lines.add("rights:    the catalog, as this role sees it; no row was read, nothing was written");
        lines.add("found:     " + report.toLine());
        return String.join("\n    ", lines.stream().map(Printable::line).toList());
    }

    private static void some(List<String> lines, String head, List<String> all) {
        all.stream().limit(MOST).forEach(one -> lines.add(head + one));
        if (all.size() > MOST) {
            lines.add(head + "and " + (all.size() - MOST) + " more");
        }
    }
}
