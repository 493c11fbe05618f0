package dev.schemaguard.fix;

import dev.schemaguard.dialect.Dialect;
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
 */
public record FixPlan(List<Cure> cures) {

    /** There is nothing to cure. */
    public static final FixPlan NOTHING = new FixPlan(List.of());

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
     */
    public static FixPlan of(List<Finding> findings, Schema expected, Schema live, String role, Dialect dialect) {
        return new FixPlan(findings.stream()
                .map(finding -> cure(new Ground(expected, live, role, new Spelling(dialect)), finding))
                .toList());
    }

    /** What a check found stays true where no cure can be made of it. */
    private static Cure cure(Ground ground, Finding finding) {
        try {
            return Recipe.made(ground.sql(), () -> Cures.on(ground).of(finding.drift()))
                    .of(finding, ground.sql());
        } catch (RuntimeException e) {
            return new Recipe()
                    .noSafeFix("making one broke (" + e + "); please report it as a bug")
                    .of(finding, ground.sql());
        }
    }

    /** The plan for both. Of two cures of one finding that which says more is kept, for only one of them can run. */
    public FixPlan and(FixPlan other) {
        Map<String, Cure> distinct = new LinkedHashMap<>();
        Stream.concat(cures.stream(), other.cures.stream())
                .forEach(cure -> distinct.merge(
                        cure.finding().drift().subject().schema() + "|"
                                + cure.finding().id(),
                        cure,
                        (one, another) -> length(another) > length(one) ? another : one));
        return new FixPlan(List.copyOf(distinct.values()));
    }

    private static int length(Cure cure) {
        return cure.fixes().stream().mapToInt(fix -> fix.sql().length()).sum();
    }

    /** The findings, each with its fixes. */
    public List<Finding> findings() {
        return cures.stream().map(Cure::finding).toList();
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
        for (Cure cure : cures) {
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
     * @param schemas the schemas in which unqualified names are looked for; empty for those of the session
     */
    public String toSql(List<String> head, List<String> schemas) {
        return FixScript.render(this, head, schemas);
    }

    /** A statement and the cure that it is part of. */
    record Cured(Cure cure, Step step) {}
}
