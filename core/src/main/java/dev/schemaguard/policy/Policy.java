package dev.schemaguard.policy;

import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.Effect;
import dev.schemaguard.drift.Kind;
import dev.schemaguard.model.Glob;
import dev.schemaguard.model.Schema;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * From which severity on a check fails, what becomes of one that could not find out everything, and what a team decided
 * about single kinds of drift.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param failOn from which severity on a finding fails a check
 * @param onUnverified whether a check fails that could not find out everything
 * @param rules what the team decided, the first rule about a drift winning
 * @param baseline the findings that the team knows and accepts
 */
public record Policy(FailOn failOn, OnUnverified onUnverified, List<PolicyRule> rules, Baseline baseline) {

    /** Breaking findings fail a check, and so does what could not be found out. */
    public static final Policy DEFAULT = new Policy(FailOn.BREAKING, OnUnverified.FAIL, List.of(), Baseline.NONE);

    public Policy {
        Objects.requireNonNull(failOn, "failOn");
        Objects.requireNonNull(onUnverified, "onUnverified");
        rules = List.copyOf(rules);
        Objects.requireNonNull(baseline, "baseline");
    }

    /** The default policy, failing from the given severity on. */
    public static Policy failOn(Severity severity) {
        return DEFAULT.withFailOn(FailOn.valueOf(severity.name()));
    }

    /** The same policy with another threshold. */
    public Policy withFailOn(FailOn newFailOn) {
        return new Policy(newFailOn, onUnverified, rules, baseline);
    }

    /** The same policy, doing something else with what could not be found out. */
    public Policy withOnUnverified(OnUnverified newOnUnverified) {
        return new Policy(failOn, newOnUnverified, rules, baseline);
    }

    /** The same policy, accepting these findings. */
    public Policy baseline(Baseline newBaseline) {
        return new Policy(failOn, onUnverified, rules, newBaseline);
    }

    /**
     * The same policy, accepting the findings that a file names.
     *
     * @throws BaselineException if the file cannot be read
     */
    public Policy baseline(Path file) {
        return baseline(Baseline.read(file));
    }

    /** The same policy, in which a kind of drift does not count in some tables or columns. */
    public Policy ignore(Kind kind, String glob, String reason) {
        return rule(new PolicyRule(kind, new Glob(glob), reason, Optional.empty()));
    }

    /** The same policy, in which a kind of drift does not count in some tables or columns up to a last day. */
    public Policy ignore(Kind kind, String glob, String reason, LocalDate until) {
        return rule(new PolicyRule(kind, new Glob(glob), reason, Optional.of(until)));
    }

    /** The same policy with one more rule, behind those that are there. */
    public Policy rule(PolicyRule rule) {
        List<PolicyRule> more = new ArrayList<>(rules);
        more.add(rule);
        return new Policy(failOn, onUnverified, more, baseline);
    }

    /**
     * The findings that drifts of one expectation amount to, in the order of the drifts.
     *
     * @param today the day by which rules expire
     */
    public List<Finding> judge(List<Drift> drifts, String expectation, Optional<String> group, LocalDate today) {
        return judge(drifts, new SeveralSchemas(Set.of()), Evidence.NONE, expectation, group, today);
    }

    /**
     * The same for drifts from an expectation that may name several schemas, which its findings then name, too.
     *
     * @param today the day by which rules expire
     */
    public List<Finding> judge(
            List<Drift> drifts, Schema expected, String expectation, Optional<String> group, LocalDate today) {
        return judge(drifts, expected, Evidence.NONE, expectation, group, today);
    }

    /**
     * The same for a release of which statements are known.
     *
     * @param evidence what is known of its statements
     * @param today the day by which rules expire
     */
    public List<Finding> judge(
            List<Drift> drifts,
            Schema expected,
            Evidence evidence,
            String expectation,
            Optional<String> group,
            LocalDate today) {
        return drifts.isEmpty()
                ? List.of()
                : judge(drifts, SeveralSchemas.of(expected), evidence, expectation, group, today);
    }

    private List<Finding> judge(
            List<Drift> drifts,
            SeveralSchemas schemas,
            Evidence evidence,
            String expectation,
            Optional<String> group,
            LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        for (Drift drift : drifts) {
            Evidence.Statements known = evidence.about(drift);
            SeverityRules.severity(drift, known)
                    .map(severity -> new Finding(
                            drift,
                            severity,
                            expectation,
                            group,
                            Optional.empty(),
                            List.of(),
                            Optional.empty(),
                            schemas.isSaidOf(drift.subject()),
                            broken(known)))
                    .map(finding -> ruled(finding, today))
                    .map(finding -> baseline.applyTo(finding, today))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    /** Those that fail before those that may. */
    private static List<Broken> broken(Evidence.Statements known) {
        return known.met().stream()
                .filter(statement -> statement.effect().compareTo(Effect.MAY_FAIL) >= 0)
                .sorted(Comparator.comparing(Broken::effect).reversed())
                .toList();
    }

    private Finding ruled(Finding finding, LocalDate today) {
        for (PolicyRule rule : rules) {
            if (!rule.isAbout(finding.drift().kind(), finding.drift().subject())) {
                continue;
            }
            if (rule.isExpired(today)) {
                return finding.withHint("the exception for it (" + rule.reason() + ") expired on "
                        + rule.until().map(LocalDate::toString).orElse(""));
            }
            return finding.withAccepted(rule.reason());
        }
        return finding;
    }

    /**
     * What findings and open questions amount to. Drift beats not knowing. Neither the drift of an optional group nor what is
     * not known of one counts against the whole.
     */
    public Verdict verdict(List<Finding> findings, List<Unverified> unverified) {
        for (Finding finding : findings) {
            if (finding.group().isEmpty() && finding.counts(failOn.threshold())) {
                return Verdict.DRIFTED;
            }
        }
        for (Unverified unknown : unverified) {
            if (unknown.group().isEmpty()) {
                return Verdict.UNVERIFIED;
            }
        }
        return Verdict.CONFORMS;
    }

    /** Whether a verdict fails the check under this policy. */
    public boolean fails(Verdict verdict) {
        return switch (verdict) {
            case CONFORMS -> false;
            case DRIFTED -> failOn != FailOn.NEVER;
            case UNVERIFIED -> onUnverified == OnUnverified.FAIL;
        };
    }
}
