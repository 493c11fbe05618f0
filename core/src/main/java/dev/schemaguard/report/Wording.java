package dev.schemaguard.report;

import dev.schemaguard.drift.Effect;
import dev.schemaguard.drift.Kind;
import dev.schemaguard.drift.Subject;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sentences that every form of a report for people shares.
 *
 * @param report the report that they are about
 */
record Wording(DriftReport report) {

    private static final int MOST_SCHEMAS = 5;
    private static final int MOST_SENDERS = 3;
    private static final int LONGEST_SENDER = 120;

    /** The verdict with its counts, without the tool's name. */
    String verdict() {
        return (report.verdict() == Verdict.CONFORMS
                        ? report.verdict().id()
                        : report.verdict().name())
                + ": " + sentence();
    }

    /** What the verdict rests on. */
    String sentence() {
        return switch (report.verdict()) {
            case CONFORMS -> subject() + " has what this release expects" + besides();
            case DRIFTED -> counts();
            case UNVERIFIED -> "it is not known whether " + subject() + " has what this release expects" + besides();
        };
    }

    private String subject() {
        return report.lookedAt().isPresent() ? "what was looked at" : "the database";
    }

    private String besides() {
        String counts = counts();
        return counts.isEmpty() ? "" : " (" + counts + ")";
    }

    /** How many findings there are of each severity: {@code 2 breaking, 1 advisory}. */
    String counts() {
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

    /** What a finding does to the release's statements, and in which schemas, where many were checked. */
    String message(Finding finding) {
        String message = finding.drift().message();
        if (report.targets().isEmpty()) {
            return message;
        }
        List<String> schemas = report.schemasWith(finding);
        String names = String.join(", ", schemas.stream().limit(MOST_SCHEMAS).toList());
        int more = schemas.size() - MOST_SCHEMAS;
        return message + "; in " + schemas.size() + " of "
                + counted(report.targets().size(), "schema") + ": " + names
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** Which of the release's statements a finding breaks: {@code breaks A and B; may break C and 4 more}. */
    static Optional<String> breaks(Finding finding) {
        String words = Stream.of(
                        some(finding, Effect.FAILS).map("breaks "::concat),
                        some(finding, Effect.MAY_FAIL).map("may break "::concat))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return Optional.of(words).filter(text -> !text.isEmpty());
    }

    private static Optional<String> some(Finding finding, Effect effect) {
        List<String> senders = finding.breaks().stream()
                .filter(statement -> statement.effect() == effect)
                .map(statement -> statement.origin().isKnown()
                        ? Printable.line(statement.origin().toString(), LONGEST_SENDER)
                        : "a statement of unknown origin")
                .distinct()
                .toList();
        int more = senders.size() - MOST_SENDERS;
        String named = String.join(", ", senders.stream().limit(MOST_SENDERS).toList());
        return senders.isEmpty() ? Optional.empty() : Optional.of(named + (more > 0 ? " and " + more + " more" : ""));
    }

    /** How much was looked at, and where. */
    String coverage() {
        return new CoverageWording(report).sentences();
    }

    /** What was looked at, and what was not: it never reads like all where it was not. */
    String looked() {
        return new CoverageWording(report).looked();
    }

    /**
     * What to do about drift; empty where there is none.
     *
     * @param where where the findings stand: above or below
     */
    List<String> whatToDo(String where) {
        if (report.verdict() != Verdict.DRIFTED) {
            return List.of();
        }
        if (report.lookedAt().isPresent() && isAllAboutStatements()) {
            return List.of(
                    "keep what these statements use as long as a release runs that sends them: add first, and take",
                    "away one release later. They fail as said " + where + ".");
        }
        boolean curable =
                report.findings().stream().anyMatch(finding -> !finding.fixes().isEmpty());
        List<String> cure = cure();
        return List.of(
                cure.get(0),
                cure.get(1) + " Until then its statements " + (report.count(Severity.BREAKING) > 0 ? "" : "may ")
                        + "fail as said " + where + "."
                        + (curable ? " `schema-guard fix` prints SQL that cures it." : ""));
    }

    private boolean isAllAboutStatements() {
        return report.findings().stream()
                .filter(finding -> finding.counts(report.policy().failOn().threshold()))
                .noneMatch(finding -> finding.breaks().isEmpty());
    }

    /** In two lines. To migrate is no advice where the histories say that it was done. */
    private List<String> cure() {
        List<Finding> counting = report.findings().stream()
                .filter(finding -> finding.counts(report.policy().failOn().threshold()))
                .toList();
        if (counting.stream().allMatch(finding -> finding.drift().kind() == Kind.SESSION_SETTING)) {
            return List.of(
                    "give this release's connections the settings that it was made with, by the URL, the pool or the",
                    "server, or deploy the release that was made with these.");
        }
        List<Boolean> ran =
                counting.stream().map(Finding::isSinceItsMigration).distinct().toList();
        if (!ran.contains(true)) {
            return List.of(
                    "run this release's pending migrations against this database, or deploy the release that",
                    "matches it.");
        }
        return ran.contains(false)
                ? List.of(
                        "run this release's pending migrations against this database and undo what changed it since the",
                        "others ran, or deploy the release that matches it.")
                : List.of(
                        "undo what changed this database since its migrations ran, or deploy the release that",
                        "matches it.");
    }

    /** Whether a finding is only counted in short forms: it is accepted, or advisory and under the threshold. */
    boolean isAside(Finding finding) {
        return finding.accepted().isPresent()
                || finding.severity() == Severity.ADVISORY
                        && !finding.counts(report.policy().failOn().threshold());
    }

    /** What a finding is about, when it stands on its own: {@code catalog.products} where there are several schemas. */
    static String owner(Finding finding) {
        Subject subject = finding.drift().subject();
        return finding.qualified() && !subject.isSchema() ? subject.schema() + "." + owner(subject) : owner(subject);
    }

    /** The table, or whatever it is that is in no table. */
    static String owner(Subject subject) {
        return subject.table().or(subject::object).orElseGet(() -> "schema " + subject.schema());
    }

    static String expected(Finding finding) {
        return finding.drift().expected().orElse("nothing");
    }

    static String found(Finding finding) {
        return finding.drift().actual().orElse("nothing");
    }

    static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
