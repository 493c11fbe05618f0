package dev.schemaguard.diff;

import dev.schemaguard.drift.ConstraintDrift;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.Kind;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.ForeignKey;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares foreign keys, by the columns that they pair and the table that they refer to. */
final class ReferenceDiff {

    private final Table expected;
    private final Table live;
    private final List<Drift> drifts;

    ReferenceDiff(Table expected, Table live, List<Drift> drifts) {
        this.expected = expected;
        this.live = live;
        this.drifts = drifts;
    }

    void compare() {
        for (Constraint constraint : expected.constraints()) {
            if (constraint instanceof ForeignKey key && !isAmong(live, key) && liveHas(key.columns())) {
                drifts.add(new ConstraintDrift.Missing(
                        Kind.MISSING_FOREIGN_KEY,
                        expected,
                        live.name(),
                        ConstraintDrift.rule(key),
                        Optional.empty(),
                        key.origin().isKnown() ? key.origin() : expected.origin()));
            }
        }
        if (expected.isComplete(Family.FOREIGN_KEYS)) {
            live.constraints(ForeignKey.class)
                    .filter(found -> found.enforcement().enforced())
                    .filter(found -> !isAmong(expected, found))
                    .forEach(found -> drifts.add(new ConstraintDrift.Extra(
                            Kind.EXTRA_FOREIGN_KEY, expected, live.name(), ConstraintDrift.rule(found))));
        }
    }

    private static boolean isAmong(Table table, ForeignKey key) {
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof ForeignKey other && same(key, other)) {
                return true;
            }
        }
        return false;
    }

    private boolean liveHas(List<String> columns) {
        for (String name : columns) {
            if (live.column(name).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(ForeignKey one, ForeignKey other) {
        if (!sameTarget(one, other)) {
            return false;
        }
        // An expectation that names no columns of the target means its primary key, and the server names them.
        return one.targetColumns().isEmpty() || other.targetColumns().isEmpty()
                ? Set.copyOf(one.columns()).equals(Set.copyOf(other.columns()))
                : pairs(one).equals(pairs(other));
    }

    static boolean sameTarget(ForeignKey one, ForeignKey other) {
        boolean bothQualified = one.target().isQualified() && other.target().isQualified();
        return bothQualified
                ? one.target().equals(other.target())
                : one.target().name().equals(other.target().name());
    }

    private static Set<List<String>> pairs(ForeignKey key) {
        Set<List<String>> pairs = new HashSet<>();
        for (int i = 0; i < Math.min(key.columns().size(), key.targetColumns().size()); i++) {
            pairs.add(List.of(key.columns().get(i), key.targetColumns().get(i)));
        }
        return pairs;
    }
}
