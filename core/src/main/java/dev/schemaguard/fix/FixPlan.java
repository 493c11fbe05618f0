package dev.schemaguard.fix;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Fix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What would cure all findings of a check, in an order in which it can run.
 *
 * @param cures the cures, one for each finding
 * @param lookIn the statement behind which their names without a schema mean what they mean to the check; empty where the database
 *     has none
 */
public record FixPlan(List<FindingFix> cures, String lookIn) {

    /** There is nothing to cure. */
    public static final FixPlan NOTHING = new FixPlan(List.of(), "");

    public FixPlan {
        cures = List.copyOf(cures);
    }

    /**
     * The cures of the findings of one expectation.
     *
     * @param expected what the release expects
     * @param live what the database has of it
     * @param role the role of the release; empty where it is not known
     * @param dialect how the database spells
     * @param fixes writes what would cure it
     */
    public static FixPlan of(
            List<Finding> findings, Schema expected, Schema live, String role, Dialect dialect, Fixes fixes) {
        List<Drift> drifts = findings.stream()
                .filter(finding -> finding.accepted().isEmpty())
                .map(Finding::drift)
                .toList();
        List<FindingFix> cures = findings.stream()
                .map(finding -> cure(
                        fixes,
                        new FixContext(expected, live, role, new SqlWriter(dialect, fixes.rules()), drifts),
                        finding))
                .toList();
        return new FixPlan(cures, fixes.lookIn(live.searchPath()));
    }

    /** What a check found stays true where no cure can be made of it. */
    private static FindingFix cure(Fixes fixes, FixContext context, Finding finding) {
        try {
            return FixBuilder.made(context.sql(), () -> fixes.writer(context).of(finding.drift()))
                    .of(finding, context.sql());
        } catch (RuntimeException e) {
            return new FixBuilder()
                    .noSafeFix("making one broke (" + e + "); please report it as a bug")
                    .of(finding, context.sql());
        }
    }

    /** The plan for both. Of two cures of one finding that which says more is kept, for only one of them can run. */
    public FixPlan and(FixPlan other) {
        Map<String, FindingFix> distinct = new LinkedHashMap<>();
        Stream.concat(cures.stream(), other.cures.stream())
                .forEach(cure -> distinct.merge(
                        cure.finding().drift().subject().schema() + "|"
                                + cure.finding().id(),
                        cure,
                        (one, another) -> length(another) > length(one) ? another : one));
        return new FixPlan(List.copyOf(distinct.values()), lookIn.isEmpty() ? other.lookIn : lookIn);
    }

    private static int length(FindingFix cure) {
        return cure.fixes().stream().mapToInt(fix -> fix.sql().length()).sum();
    }

    /** The findings, each with its fixes. */
    public List<Finding> findings() {
        return cures.stream().map(FindingFix::finding).toList();
    }

    /** All statements that lose nothing, in an order in which they can run, each once. */
    public List<Fix> statements() {
        return inOrder().stream()
                .map(cured -> cured.step().fix())
                .filter(fix -> !fix.destructive())
                .toList();
    }

    /** All statements in an order in which they can run, each once, with the cure that it belongs to. */
    List<Cured> inOrder() {
        Map<String, Cured> distinct = new LinkedHashMap<>();
        for (FindingFix cure : cures) {
            // An accepted finding needs no cure.
            if (cure.finding().accepted().isEmpty()) {
                cure.steps().forEach(step -> distinct.putIfAbsent(step.fix().sql(), new Cured(cure, step)));
            }
        }
        List<Cured> sorted = new ArrayList<>(distinct.values());
        sorted.sort(Comparator.comparing(cured -> cured.step().phase()));
        return sorted;
    }

    /** All that only adds, in an order in which it can run, each statement once. */
    public List<Addition> additions() {
        Map<String, Addition> distinct = new LinkedHashMap<>();
        cures.stream()
                .filter(cure -> cure.finding().accepted().isEmpty())
                .flatMap(cure -> cure.additions().stream())
                .forEach(addition -> distinct.putIfAbsent(addition.sql(), addition));
        return distinct.values().stream()
                .sorted(Comparator.comparing(Addition::phase))
                .collect(Collectors.toList());
    }

    /**
     * The plan as a script, made to be read: each statement with its reason and its hazards, what would destroy something as
     * a comment only.
     *
     * @param head lines that say what the script is for
     * @param elsewhere whether names without a schema are to be looked for where the check did, and not as the session of whoever
     *     runs the script does
     */
    public String toSql(List<String> head, boolean elsewhere) {
        return FixScript.render(this, head, elsewhere);
    }

    /** A statement and the cure that it is part of. */
    record Cured(FindingFix cure, FixStep step) {}
}
