package dev.schemaguard.report;

import dev.schemaguard.inspect.DatabaseInfo;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a check found, with its verdict. The one object that gate, command line, health and endpoint pass on.
 *
 * <p>Immutable and safe for use by many threads. It holds no password.
 *
 * @param expectations the names of the expectations that were checked
 * @param database the database that was looked at; empty where none could be reached
 * @param findings what was found, gravest first
 * @param unverified what could not be found out
 * @param coverage how much was looked at
 * @param policy what the verdict follows from
 * @param took how long the parts of the check took
 */
public record DriftReport(
        List<String> expectations,
        Optional<DatabaseInfo> database,
        List<Finding> findings,
        List<Unverified> unverified,
        Coverage coverage,
        Policy policy,
        Timing took) {

    private static final Comparator<Finding> GRAVEST_FIRST = Comparator.comparing(Finding::severity)
            .reversed()
            .thenComparing(finding -> finding.drift().subject().table().orElse(""))
            .thenComparing(Finding::id);

    public DriftReport {
        expectations = List.copyOf(expectations);
        Objects.requireNonNull(database, "database");
        findings = findings.stream().sorted(GRAVEST_FIRST).toList();
        unverified = List.copyOf(unverified);
        Objects.requireNonNull(coverage, "coverage");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(took, "took");
    }

    /** The truth about the database, whatever the policy makes of it. */
    public Verdict verdict() {
        return policy.verdict(findings, unverified);
    }

    /** Whether the check fails under its policy. */
    public boolean failed() {
        return policy.fails(verdict());
    }

    /** How many findings of that severity there are, without accepted ones. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding ->
                        finding.severity() == severity && finding.accepted().isEmpty())
                .count();
    }

    /** How many findings somebody accepted. */
    public long accepted() {
        return findings.stream()
                .filter(finding -> finding.accepted().isPresent())
                .count();
    }

    /** The report for people, several lines, ending with a line break. */
    public String toText() {
        return TextReport.render(this);
    }

    /** The report for programs: JSON, version 1, ending with a line break. */
    public String toJson() {
        return JsonReport.render(this);
    }

    /** The report's first line. */
    @Override
    public String toString() {
        return TextReport.headline(this);
    }
}
