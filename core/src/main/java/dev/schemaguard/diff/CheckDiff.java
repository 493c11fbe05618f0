package dev.schemaguard.diff;

import dev.schemaguard.drift.ConstraintDrift;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.Kind;
import dev.schemaguard.drift.LabelDrift;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.Check;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares checks. One that only lists values is an enum and compares label by label. Two that differ in their text may
 * still mean the same: they are called not comparable, never drift.
 */
final class CheckDiff {

    private final Table expected;
    private final Table live;
    private final List<Drift> drifts;

    CheckDiff(Table expected, Table live, List<Drift> drifts) {
        this.expected = expected;
        this.live = live;
        this.drifts = drifts;
    }

    void compare() {
        List<Check> wanted = checks(expected, false);
        List<Check> found = checks(live, true);
        removeEqual(wanted, found);
        if (wanted.isEmpty() && (found.isEmpty() || !expected.isComplete(Family.CHECKS))) {
            return;
        }
        labels(wanted, found);
        bounds(wanted, found);
        // What the release does not ask the database to enforce it does not miss.
        wanted.removeIf(check -> !check.enforcement().enforced());
        for (Check check : wanted) {
            Optional<Check> inItsPlace = partner(check, found);
            inItsPlace.ifPresent(found::remove);
            drifts.add(new ConstraintDrift.Missing(
                    Kind.MISSING_CHECK,
                    expected,
                    live.name(),
                    ConstraintDrift.rule(check),
                    inItsPlace.map(other -> ConstraintDrift.rule(other).text()),
                    check.origin().isKnown() ? check.origin() : expected.origin()));
        }
        if (expected.isComplete(Family.CHECKS)) {
            found.stream()
                    .filter(check -> !followsFromTypes(check))
                    .forEach(check -> drifts.add(new ConstraintDrift.Extra(
                            Kind.EXTRA_CHECK, expected, live.name(), ConstraintDrift.rule(check))));
        }
    }

    private static List<Check> checks(Table table, boolean onlyEnforced) {
        List<Check> checks = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Check check
                    && (!onlyEnforced || check.enforcement().enforced())) {
                checks.add(check);
            }
        }
        return checks;
    }

    /** In plain loops, for this much every start does that conforms. */
    private static void removeEqual(List<Check> wanted, List<Check> found) {
        Set<String> both = expressions(wanted);
        both.retainAll(expressions(found));
        if (!both.isEmpty()) {
            removeAll(wanted, both);
            removeAll(found, both);
        }
    }

    private static Set<String> expressions(List<Check> checks) {
        Set<String> expressions = new HashSet<>();
        for (Check check : checks) {
            expressions.add(check.expression());
        }
        return expressions;
    }

    private static void removeAll(List<Check> checks, Set<String> expressions) {
        for (Iterator<Check> each = checks.iterator(); each.hasNext(); ) {
            if (expressions.contains(each.next().expression())) {
                each.remove();
            }
        }
    }

    /** Of two checks that only bound the same thing it can be told which refuses more. */
    private void bounds(List<Check> wanted, List<Check> found) {
        wanted.removeIf(check -> {
            Optional<CheckBound> bound = CheckBound.of(check.expression());
            Optional<Check> other = found.stream()
                    .filter(one -> bound.isPresent()
                            && CheckBound.of(one.expression())
                                    .filter(bound.get()::comparesWith)
                                    .isPresent())
                    .findFirst();
            other.ifPresent(one -> {
                found.remove(one);
                bound(
                        check,
                        bound.orElseThrow(),
                        one,
                        CheckBound.of(one.expression()).orElseThrow());
            });
            return other.isPresent();
        });
    }

    private void bound(Check check, CheckBound bound, Check other, CheckBound otherBound) {
        if (otherBound.isTighterThan(bound)) {
            drifts.add(new ConstraintDrift.Extra(Kind.EXTRA_CHECK, expected, live.name(), ConstraintDrift.rule(other)));
        } else if (bound.isTighterThan(otherBound)) {
            drifts.add(new ConstraintDrift.Missing(
                    Kind.MISSING_CHECK,
                    expected,
                    live.name(),
                    ConstraintDrift.rule(check),
                    Optional.empty(),
                    check.origin().isKnown() ? check.origin() : expected.origin()));
        }
    }

    private void labels(List<Check> wanted, List<Check> found) {
        Map<String, AllowedLabels> liveLabels = new HashMap<>();
        for (Check check : found) {
            AllowedLabels.of(check.expression()).ifPresent(labels -> liveLabels.put(labels.column(), labels));
        }
        Set<String> compared = new HashSet<>();
        wanted.removeIf(check -> {
            Optional<AllowedLabels> labels = AllowedLabels.of(check.expression());
            if (labels.isEmpty() || !liveLabels.containsKey(labels.get().column())) {
                return false;
            }
            String column = labels.get().column();
            compared.add(column);
            LabelDrift.Listed listed = new LabelDrift.Listed(
                    live.name(),
                    Optional.of(labels.get().columnName()),
                    expected.use(),
                    check.origin().isKnown() ? check.origin() : expected.origin());
            LabelDiff.compare(
                    listed,
                    labels.get().labels(),
                    Optional.ofNullable(liveLabels.get(column))
                            .map(AllowedLabels::labels)
                            .orElse(Set.of()),
                    drifts);
            return true;
        });
        found.removeIf(check -> AllowedLabels.of(check.expression())
                .filter(labels -> compared.contains(labels.column()))
                .isPresent());
    }

    /**
     * A live check that may well be the same one: it bears the same name, or speaks of the same columns. A name that the server gave
     * may be that of another one here, so that it counts for nothing where they have no column in common.
     */
    private Optional<Check> partner(Check check, List<Check> found) {
        return found.stream()
                .filter(other ->
                        !check.name().isEmpty() && check.name().equals(other.name()) && !isOfOthers(check, other))
                .findFirst()
                .or(() -> found.stream()
                        .filter(other -> columns(other).equals(columns(check)))
                        .findFirst());
    }

    private boolean isOfOthers(Check one, Check other) {
        Set<String> columns = columns(one);
        Set<String> others = columns(other);
        return !columns.isEmpty() && !others.isEmpty() && Collections.disjoint(columns, others);
    }

    /** Those that it speaks of, be they expected or there: one that was renamed is no column of both. */
    private Set<String> columns(Check check) {
        String text = " " + check.expression().replaceAll("[^A-Za-z0-9_$]+", " ") + " ";
        return Stream.concat(expected.columns().stream(), live.columns().stream())
                .map(Column::name)
                .filter(name -> text.contains(" " + name + " "))
                .collect(Collectors.toSet());
    }

    /** A check that a column is not null says what the column says itself. */
    private static boolean followsFromTypes(Check check) {
        return check.expression().matches("\\([A-Za-z0-9_\"$]+ is not null\\)");
    }
}
