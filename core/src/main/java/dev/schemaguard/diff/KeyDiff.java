package dev.schemaguard.diff;

import dev.schemaguard.drift.ConstraintDrift;
import dev.schemaguard.drift.ConstraintDrift.Held;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.Effect;
import dev.schemaguard.drift.Kind;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Nullability;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.model.Table;
import dev.schemaguard.model.Use;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Compares what two tables hold unique: primary keys, unique keys and unique indexes, by structure. */
final class KeyDiff {

    private final Table expected;
    private final Table live;
    private final List<Drift> drifts;
    private final Set<Index> perhapsTheSame = new HashSet<>();
    private final List<Uniqueness> ofLive;
    private List<Uniqueness> ofExpected = List.of();

    KeyDiff(Table expected, Table live, List<Drift> drifts) {
        this.expected = expected;
        this.live = live;
        this.drifts = drifts;
        this.ofLive = Uniqueness.of(live);
    }

    void compare() {
        for (Constraint constraint : expected.constraints()) {
            if (constraint instanceof Constraint.Key key) {
                key(key);
            }
        }
        for (Index index : expected.indexes()) {
            if (index.unique()) {
                uniqueIndex(index);
            }
        }
        if (expected.isComplete(Family.UNIQUE_KEYS)) {
            extras();
        }
    }

    private void extras() {
        ofExpected = Uniqueness.of(expected);
        live.constraints(Constraint.Key.class)
                .filter(key -> key.enforcement().enforced())
                .filter(key -> !followsFromExpected(Set.copyOf(key.columns()), Uniqueness.isNullsNotDistinct(key)))
                .forEach(key -> extra(ConstraintDrift.rule(key)));
        live.indexes().stream()
                .filter(index -> index.unique() && !isExpected(index) && !perhapsTheSame.contains(index))
                .forEach(index -> extra(ConstraintDrift.rule(index)));
    }

    private void key(Constraint.Key key) {
        Set<String> columns = Set.copyOf(key.columns());
        if (!liveHas(columns)
                || !(key instanceof Constraint.PrimaryKey) && isPerhapsServed(columns)
                || isServed(columns, key.enforcement().deferrable(), Uniqueness.isNullsNotDistinct(key))) {
            return;
        }
        boolean primary = key instanceof Constraint.PrimaryKey;
        Held held = held(columns, Uniqueness.isNullsNotDistinct(key));
        missing(new ConstraintDrift.Missing(
                        primary ? Kind.MISSING_PRIMARY_KEY : Kind.MISSING_UNIQUE,
                        expected,
                        live.name(),
                        ConstraintDrift.rule(key),
                        inItsPlace(columns, primary),
                        key.origin().isKnown() ? key.origin() : expected.origin())
                .where(held));
    }

    /** A key that is only checked late lacks nothing where no upsert can mean it. */
    private void missing(ConstraintDrift.Missing drift) {
        boolean upserts =
                drift.impact().on(StatementKind.UPSERT) != Effect.WORKS && drift.use(StatementKind.UPSERT) != Use.NEVER;
        if (drift.held() != Held.LATE || upserts) {
            drifts.add(drift);
        }
    }

    private Held held(Set<String> columns, boolean nullsNotDistinct) {
        return isServed(columns, true, nullsNotDistinct)
                ? Held.LATE
                : isServed(columns, false, false) ? Held.BUT_FOR_NULLS : Held.NOT;
    }

    private void uniqueIndex(Index index) {
        Optional<Set<String>> columns = Uniqueness.columns(index);
        boolean served = columns.isPresent()
                ? !liveHas(columns.get())
                        || isPerhapsServed(columns.get())
                        || isServed(columns.get(), false, index.nullsNotDistinct())
                : live.indexes().stream().anyMatch(found -> IndexDiff.same(index, found));
        if (served) {
            return;
        }
        Optional<Index> inItsPlace =
                columns.isPresent() ? Optional.empty() : IndexDiff.perhapsTheSame(index, expected, live);
        if (inItsPlace.isPresent()) {
            perhapsTheSame.add(inItsPlace.get());
            drifts.add(IndexDiff.missing(
                    index, Optional.of(ConstraintDrift.rule(inItsPlace.get()).text()), expected, live));
        } else {
            Held held =
                    columns.map(names -> held(names, index.nullsNotDistinct())).orElse(Held.NOT);
            missing(new ConstraintDrift.Missing(
                            Kind.MISSING_UNIQUE,
                            expected,
                            live.name(),
                            ConstraintDrift.rule(index),
                            Optional.empty(),
                            index.origin().isKnown() ? index.origin() : expected.origin())
                    .where(held));
        }
    }

    /** A key over a missing column is not worth a finding of its own: the column's says it all. */
    private boolean liveHas(Set<String> columns) {
        for (String name : columns) {
            if (live.column(name).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Whether the live table holds exactly these columns unique. */
    private boolean isServed(Set<String> columns, boolean deferrable, boolean nullsNotDistinct) {
        for (Uniqueness one : ofLive) {
            if (one.serves(columns, deferrable, nullsNotDistinct)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the live table has an index over exactly these columns of which it is not known whether it is unique. */
    private boolean isPerhapsServed(Set<String> columns) {
        return live.notKnown().contains(Family.UNIQUE_KEYS)
                && live.indexes().stream()
                        .filter(index -> !index.unique() && index.predicate().isEmpty())
                        .anyMatch(index -> index.parts().size() == columns.size()
                                && index.parts().stream()
                                        .allMatch(part -> part instanceof Index.ColumnPart column
                                                && column.prefix() == 0
                                                && columns.contains(column.name())));
    }

    private Optional<String> inItsPlace(Set<String> columns, boolean primary) {
        Stream<Constraint.Key> others = live.constraints(Constraint.Key.class)
                .filter(found -> Set.copyOf(found.columns()).equals(columns)
                        || primary && found instanceof Constraint.PrimaryKey);
        return others.findFirst()
                .map(found -> ConstraintDrift.rule(found).text()
                        + (found.enforcement().deferrable() ? " deferrable" : ""));
    }

    /**
     * A key that holds more columns than an expected one never refuses what the expected one lets in, unless it takes two nulls
     * for the same where the expected one does not.
     */
    private boolean followsFromExpected(Set<String> columns, boolean nullsNotDistinct) {
        boolean stricter = nullsNotDistinct && columns.stream().anyMatch(this::mayBeNull);
        return ofExpected.stream()
                .anyMatch(one -> columns.containsAll(one.columns()) && (!stricter || one.refusesEqualNulls()));
    }

    private boolean mayBeNull(String column) {
        return live.column(column)
                .filter(found -> found.nullability() == Nullability.NOT_NULL)
                .isEmpty();
    }

    private boolean isExpected(Index found) {
        Set<String> columns = new HashSet<>();
        for (Index.Part part : found.parts()) {
            if (part instanceof Index.ColumnPart column && column.prefix() == 0) {
                columns.add(column.name());
            }
        }
        return followsFromExpected(columns, found.nullsNotDistinct())
                || expected.indexes().stream().anyMatch(index -> index.unique() && IndexDiff.same(index, found));
    }

    private void extra(ConstraintDrift.Rule rule) {
        drifts.add(new ConstraintDrift.Extra(Kind.EXTRA_UNIQUE, expected, live.name(), rule));
    }
}
