package dev.schemaguard.fix;

import dev.schemaguard.fix.FixPlan.Cured;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Fix;
import dev.schemaguard.text.Printable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A plan as a script: each statement with its reason and its hazards, what would destroy something as a comment only. */
final class FixScript {

    private static final String CONCURRENTLY = " CONCURRENTLY ";

    private final FixPlan plan;
    private final StringBuilder out = new StringBuilder();

    private FixScript(FixPlan plan) {
        this.plan = plan;
    }

    static String render(FixPlan plan, List<String> head, boolean elsewhere) {
        FixScript script = new FixScript(plan);
        script.head(head);
        if (elsewhere) {
            script.lookIn();
        }
        script.statements();
        script.foot();
        return script.out.toString();
    }

    private void head(List<String> head) {
        head.forEach(this::comment);
        if (plan.statements().isEmpty()) {
            return;
        }
        comment("Read the hazards before you run it. What would destroy something is commented out.");
        if (plan.statements().stream().anyMatch(fix -> fix.sql().contains(CONCURRENTLY))) {
            comment(
                    "No BEGIN, and none is to be put around it: CREATE INDEX CONCURRENTLY does not run in a transaction.");
        }
    }

    /** Types and functions are named without their schemas. */
    private void lookIn() {
        if (!plan.lookIn().isEmpty() && !plan.statements().isEmpty()) {
            out.append('\n').append(plan.lookIn()).append(";\n");
        }
    }

    private void statements() {
        Set<Finding> told = new HashSet<>();
        Optional<Finding> before = Optional.empty();
        for (Cured cured : plan.inOrder()) {
            Finding finding = cured.cure().finding();
            if (told.add(finding)) {
                about(cured.cure());
            } else if (!before.equals(Optional.of(finding))) {
                out.append('\n');
                comment(finding.id() + ", continued");
            }
            before = Optional.of(finding);
            statement(cured.step().fix());
        }
    }

    private void about(FindingFix cure) {
        Finding finding = cure.finding();
        out.append('\n');
        comment(finding.id() + "  " + finding.severity().id().toUpperCase(Locale.ROOT));
        comment("  " + finding.drift().message());
        cure.noSafeFix().ifPresent(reason -> comment("  no safe fix: " + reason));
    }

    private void statement(Fix fix) {
        fix.hazards().forEach(hazard -> comment("  hazard: " + hazard));
        if (fix.destructive()) {
            comment("  destructive, to be decided by people:");
            fix.sql().lines().forEach(line -> comment("    " + line));
            return;
        }
        out.append(fix.sql()).append(";\n");
    }

    private void foot() {
        List<FindingFix> open = plan.cures().stream()
                .filter(cure -> cure.finding().accepted().isEmpty())
                .filter(cure -> cure.noSafeFix().isPresent())
                .toList();
        out.append('\n');
        open.forEach(cure -> comment(
                "not cured: " + cure.finding().id() + ": " + cure.noSafeFix().orElse("")));
        List<String> summary = new ArrayList<>();
        summary.add(plan.statements().size() + " statement" + (plan.statements().size() == 1 ? "" : "s"));
        summary.add(
                open.isEmpty()
                        ? "nothing is left over"
                        : open.size() + " of " + plan.cures().size() + " findings have no safe fix");
        comment(String.join("; ", summary));
    }

    /** A name may hold a line break, and what follows it must not become a statement; nor may it steer a terminal. */
    private void comment(String text) {
        text.lines()
                .forEach(line -> out.append("-- ").append(Printable.line(line)).append('\n'));
    }
}
