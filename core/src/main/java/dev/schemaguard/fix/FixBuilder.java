package dev.schemaguard.fix;

import dev.schemaguard.model.ObjectName;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A cure in the making. */
public final class FixBuilder {

    private static final String ONLY_ADDS = "it changes what is there, and a sync only adds";

    private final List<FixStep> steps = new ArrayList<>();
    private final List<Addition> additions = new ArrayList<>();
    private Optional<String> noSafeFix = Optional.empty();
    private Optional<String> notAdditive = Optional.empty();

    /** What is made, each statement knowing what its expressions call; or why it cannot be written. */
    public static FixBuilder made(SqlWriter sql, Supplier<FixBuilder> making) {
        int before = sql.remembered();
        try {
            return making.get().calling(sql.takeFrom(before));
        } catch (UnsafeText e) {
            sql.takeFrom(before);
            return new FixBuilder().noSafeFix(e.reason());
        }
    }

    /** An expression is in those statements in which its text is, for it was written as it stands. */
    private FixBuilder calling(List<WrittenExpression> written) {
        List<WrittenExpression> calling = written.stream()
                .filter(expression -> !expression.calls().equals(Calls.NONE))
                .toList();
        if (!calling.isEmpty()) {
            steps.replaceAll(step -> step.calling(calls(step.fix().sql(), calling)));
            additions.replaceAll(addition -> addition.calling(calls(addition.sql(), calling)));
        }
        return this;
    }

    private static Calls calls(String sql, List<WrittenExpression> written) {
        return written.stream()
                .filter(expression -> sql.contains(expression.text()))
                .map(WrittenExpression::calls)
                .reduce(Calls.NONE, Calls::and);
    }

    /** A statement that loses nothing. */
    public FixBuilder step(Phase phase, String sql, String... hazards) {
        steps.add(new FixStep(phase, new Fix(sql, List.of(hazards), false)));
        return this;
    }

    /** A statement that loses data or protection, for people to decide about. */
    public FixBuilder destructive(Phase phase, String sql, String... hazards) {
        steps.add(new FixStep(phase, new Fix(sql, List.of(hazards), true)));
        return this;
    }

    /** A statement that loses nothing and only adds. */
    public FixBuilder add(Phase phase, String sql, String... hazards) {
        step(phase, sql, hazards);
        return addOnly(phase, sql);
    }

    /** A statement that only adds, in another form than that for people. */
    public FixBuilder addOnly(Phase phase, String sql) {
        additions.add(new Addition(phase, sql, Optional.empty(), true, Calls.NONE));
        return this;
    }

    /** The form in which a table without rows gets it at once. */
    public FixBuilder addWhereEmpty(ObjectName table, Phase phase, String sql) {
        additions.add(new Addition(phase, sql, Optional.of(table), true, Calls.NONE));
        return this;
    }

    /** All of another recipe; what it adds only where a table is empty is no longer essential. */
    public FixBuilder besides(FixBuilder other) {
        steps.addAll(other.steps);
        noSafeFix = noSafeFix.or(() -> other.noSafeFix);
        other.additions.stream()
                .map(addition -> new Addition(
                        addition.phase(),
                        addition.sql(),
                        addition.onlyWhereEmpty(),
                        addition.onlyWhereEmpty().isEmpty(),
                        addition.calls()))
                .forEach(additions::add);
        return this;
    }

    /** All of another recipe. */
    public FixBuilder with(FixBuilder other) {
        steps.addAll(other.steps);
        additions.addAll(other.additions);
        noSafeFix = noSafeFix.or(() -> other.noSafeFix);
        notAdditive = notAdditive.or(() -> other.notAdditive);
        return this;
    }

    /** Says why nothing cures it without losing something. */
    public FixBuilder noSafeFix(String reason) {
        noSafeFix = noSafeFix.or(() -> Optional.of(reason));
        return this;
    }

    /** Whether nothing stands in the way of a safe cure so far. */
    public boolean isSafe() {
        return noSafeFix.isEmpty();
    }

    /** Says why it cannot be had by adding. */
    public FixBuilder notAdditive(String reason) {
        notAdditive = notAdditive.or(() -> Optional.of(reason));
        return this;
    }

    /** The last gate: whatever a cure was made of, no more than one statement comes out. */
    private static void requireOneStatement(String statement, SqlWriter sql) {
        if (!sql.isOneStatement(statement)) {
            throw new IllegalStateException("not one statement: " + statement);
        }
    }

    /** The cure of a finding, the statements of which were written by that spelling. */
    FindingFix of(Finding finding, SqlWriter sql) {
        steps.forEach(step -> requireOneStatement(step.fix().sql(), sql));
        additions.forEach(addition -> requireOneStatement(addition.sql(), sql));
        Optional<String> reason = notAdditive
                .or(() -> noSafeFix)
                .or(() -> additions.isEmpty() ? Optional.of(ONLY_ADDS) : Optional.empty());
        List<Fix> fixes = steps.stream().map(FixStep::fix).toList();
        return new FindingFix(
                finding.withFixes(fixes), steps, noSafeFix, reason.isPresent() ? List.of() : additions, reason);
    }
}
