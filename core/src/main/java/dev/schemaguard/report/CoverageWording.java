package dev.schemaguard.report;

import dev.schemaguard.inspect.DatabaseInfo;
import dev.schemaguard.model.Family;
import dev.schemaguard.policy.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sentences about how much a check looked at.
 *
 * @param report the report that they are about
 */
record CoverageWording(DriftReport report) {

    /** How many of many schemas came to which verdict: {@code 9997 conform, 3 drifted}. */
    private String targets() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        report.targets().forEach(target -> counts.merge(target.verdict(), 1, Integer::sum));
        List<String> words = new ArrayList<>();
        counts.forEach((verdict, count) ->
                words.add(count + " " + (verdict == Verdict.CONFORMS && count != 1 ? "conform" : verdict.id())));
        return Wording.counted(report.targets().size(), "schema") + ": " + String.join(", ", words);
    }

    /** How much was looked at, and where. */
    String sentences() {
        if (report.database().isEmpty() && report.lookedAt().isEmpty()) {
            return "Nothing was looked at.";
        }
        return "Checked " + looked() + byDigests(report.coverage()) + ", "
                + report.database()
                        .map(CoverageWording::where)
                        .orElseGet(() -> "of " + report.lookedAt().orElse("") + ", which is no live database.")
                + notByDigests(report.coverage().byDigests())
                + notLookedAt(report.coverage().notLookedAt())
                + statements(report.coverage().statements())
                + libraries(report.coverage().libraries())
                + (report.targets().isEmpty() ? "" : " " + targets() + ".");
    }

    /** What was looked at, and what was not: it never reads like all where it was not. */
    String looked() {
        Coverage coverage = report.coverage();
        String forgotten =
                coverage.tablesNotFollowed() == 0 ? "" : "; " + coverage.tablesNotFollowed() + " could not be followed";
        String open = open(coverage, Family.COLUMNS, "what columns ", "view", " should have")
                + open(coverage, Family.UNIQUE_KEYS, "whether all unique keys of ", "table", " are there")
                + open(coverage, Family.CHECKS, "whether all checks of ", "table", " are there");
        return coverage.tablesChecked() + " of " + Wording.counted(coverage.tablesExpected(), "table") + forgotten
                + ", " + Wording.counted(coverage.columnsChecked(), "column") + open;
    }

    /** How much of it the database told by digests. */
    private static String byDigests(Coverage coverage) {
        int tables = coverage.byDigests().tables();
        if (tables == 0) {
            return "";
        }
        return tables == coverage.tablesChecked()
                ? ", by digests"
                : ", " + Wording.counted(tables, "table") + " by digests";
    }

    /** Why digests were not enough; nothing where there are none, as for most expectations. */
    private static String notByDigests(DigestCoverage digests) {
        String why = digests.whyNot().map(DigestCoverage.Reason::words).orElse("");
        return why.isEmpty() ? "" : " Digests were not enough: " + why + ".";
    }

    /** What nobody knows how to look at in such a database, so that none of it is found or missing. */
    private static String notLookedAt(Set<Family> families) {
        String words = families.stream()
                .sorted()
                .map(family -> family.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : " Not looked at there: " + words + ".";
    }

    /** What is known of the tables of libraries; nothing where no library says anything of them. */
    private static String libraries(List<LibraryCoverage> libraries) {
        String words = libraries.stream()
                .map(library -> library.library()
                        + library.whyNot()
                                .map(why -> " not compared (" + why + ")")
                                .orElse(
                                        library.tables() == 0
                                                ? " has none here"
                                                : " " + Wording.counted(library.tables(), "table") + " compared"))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : " Tables of libraries: " + words + ".";
    }

    /** What is known of the release's own statements. */
    private static String statements(List<StatementCoverage> statements) {
        if (statements.isEmpty()) {
            return "";
        }
        int read = statements.stream().mapToInt(StatementCoverage::read).sum();
        int unread =
                statements.stream().mapToInt(one -> one.notReadable().size()).sum();
        int others = statements.stream().mapToInt(StatementCoverage::others).sum();
        return " " + Wording.counted(read, "statement") + " of the release known"
                + (others == 0 ? "" : ", " + others + " beside them neither read nor write rows")
                + (unread == 0 ? "" : ", " + unread + " not readable") + described(statements) + ".";
    }

    /** Of how many the server said whether it would take them; nothing where none was asked. */
    private static String described(List<StatementCoverage> statements) {
        int described =
                statements.stream().mapToInt(StatementCoverage::described).sum();
        int not = statements.stream().mapToInt(one -> one.notDescribed().size()).sum();
        return described + not == 0
                ? ""
                : ", " + described + " described by the server" + (not == 0 ? "" : ", " + not + " not described");
    }

    private static String open(Coverage coverage, Family family, String what, String object, String verb) {
        int count = (int) coverage.notKnown().stream()
                .filter(unknown -> unknown.what() == family)
                .count();
        return count == 0 ? "" : " (" + what + Wording.counted(count, object) + verb + " is not known)";
    }

    private static String where(DatabaseInfo database) {
        String schemas = database.schemas().isEmpty()
                ? ""
                : " in " + (database.schemas().size() == 1 ? "schema " : "schemas ")
                        + String.join(", ", database.schemas());
        String role = database.user().isEmpty() ? "" : "as role " + database.user();
        return (role + schemas + " of " + database.product() + " " + database.version()).strip() + " (" + database.url()
                + ").";
    }
}
