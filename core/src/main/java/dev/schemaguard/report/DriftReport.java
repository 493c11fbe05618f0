package dev.schemaguard.report;

import dev.schemaguard.inspect.DatabaseInfo;
import dev.schemaguard.policy.Baseline;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a check found, with its verdict. The one object that gate, command line, health and endpoint pass on.
 *
 * <p>Immutable and safe for use by many threads. It holds no password.
 *
 * @param expectations the names of the expectations that were checked
 * @param database the database that was looked at; empty where none could be reached
 * @param lookedAt what stood in for a database, such as a snapshot; empty where a database was to be looked at
 * @param findings what was found, gravest first
 * @param unverified what could not be found out
 * @param coverage how much was looked at
 * @param policy what the verdict follows from
 * @param took how long the parts of the check took
 * @param targets where many schemas were checked, each of them, by name; otherwise empty
 * @param migrations what packaged migrations say beside the mapping that was checked; empty where they were not compared
 */
public record DriftReport(
        List<String> expectations,
        Optional<DatabaseInfo> database,
        Optional<String> lookedAt,
        List<Finding> findings,
        List<Unverified> unverified,
        Coverage coverage,
        Policy policy,
        Timing took,
        List<SchemaResult> targets,
        Optional<MigrationFindings> migrations) {

    public DriftReport {
        expectations = List.copyOf(expectations);
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(lookedAt, "lookedAt");
        findings = findings.isEmpty() ? List.of() : GravestFirst.sorted(findings);
        unverified = List.copyOf(unverified);
        Objects.requireNonNull(coverage, "coverage");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(took, "took");
        targets = List.copyOf(targets);
        Objects.requireNonNull(migrations, "migrations");
    }

    /** What a check found that compared no migrations beside a mapping. */
    public DriftReport(
            List<String> expectations,
            Optional<DatabaseInfo> database,
            Optional<String> lookedAt,
            List<Finding> findings,
            List<Unverified> unverified,
            Coverage coverage,
            Policy policy,
            Timing took,
            List<SchemaResult> targets) {
        this(expectations, database, lookedAt, findings, unverified, coverage, policy, took, targets, Optional.empty());
    }

    /** What a check of a database found. */
    public DriftReport(
            List<String> expectations,
            Optional<DatabaseInfo> database,
            List<Finding> findings,
            List<Unverified> unverified,
            Coverage coverage,
            Policy policy,
            Timing took) {
        this(expectations, database, Optional.empty(), findings, unverified, coverage, policy, took, List.of());
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

    /** The names of the schemas that a finding is about, where many were checked. */
    public List<String> schemasWith(Finding finding) {
        return targets.stream()
                .filter(target -> target.findings().contains(finding.id()))
                .map(SchemaResult::schema)
                .toList();
    }

    /** How many findings somebody accepted. */
    public long accepted() {
        return findings.stream()
                .filter(finding -> finding.accepted().isPresent())
                .count();
    }

    /**
     * The identifiers of what the policy's baseline accepts although it was not found, sorted. None where not everything could
     * be looked at: what was not seen may still be there.
     */
    public List<String> stale() {
        return unverified.isEmpty() ? policy.baseline().stale(withThoseOfMigrations()) : List.of();
    }

    private List<Finding> withThoseOfMigrations() {
        return Stream.concat(findings.stream(), migrations.stream().flatMap(beside -> beside.findings().stream()))
                .toList();
    }

    /** The same report with what migrations say beside the mapping: neither its verdict nor whether it failed changes. */
    public DriftReport with(MigrationFindings beside) {
        return new DriftReport(
                expectations,
                database,
                lookedAt,
                findings,
                unverified,
                coverage,
                policy,
                took,
                targets,
                Optional.of(beside));
    }

    /**
     * The same report, judged by another baseline besides what is accepted already.
     *
     * @param today the day by which entries expire
     */
    public DriftReport under(Baseline baseline, LocalDate today) {
        return new DriftReport(
                expectations,
                database,
                lookedAt,
                under(baseline, today, findings),
                unverified,
                coverage,
                policy.baseline(baseline),
                took,
                targets,
                migrations.map(
                        beside -> new MigrationFindings(beside.sources(), under(baseline, today, beside.findings()))));
    }

    private static List<Finding> under(Baseline baseline, LocalDate today, List<Finding> findings) {
        return findings.stream()
                .map(finding -> baseline.applyTo(finding, today))
                .toList();
    }

    /** The verdict and the first of what it comes from by name, in one line: what an exception has room for. */
    public String toLine() {
        return TextReport.line(this);
    }

    /** The report for people, several lines, ending with a line break. */
    public String toText() {
        return toText(TextOptions.PLAIN);
    }

    /** The report for people, several lines, ending with a line break. */
    public String toText(TextOptions options) {
        return TextReport.render(this, options);
    }

    /** The report for programs: JSON, version 1, ending with a line break. */
    public String toJson() {
        return JsonReport.render(this);
    }

    /** The report in another form, ending with a line break. */
    public String to(ReportFormat format) {
        return format.render(this);
    }

    /** The report's first line. */
    @Override
    public String toString() {
        return TextReport.headline(this);
    }
}
