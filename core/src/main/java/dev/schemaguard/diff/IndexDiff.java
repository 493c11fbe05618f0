package dev.schemaguard.diff;

import dev.schemaguard.drift.ConstraintDrift;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.Kind;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares the indexes that only make statements fast. A live index that begins with the expected parts serves as well. */
final class IndexDiff {

    private final Table expected;
    private final Table live;
    private final List<Drift> drifts;

    IndexDiff(Table expected, Table live, List<Drift> drifts) {
        this.expected = expected;
        this.live = live;
        this.drifts = drifts;
    }

    void compare() {
        for (Index index : expected.indexes()) {
            // One that its own server may not use serves no statement, so that none is slower without it.
            if (!index.unique() && index.valid() && liveHasItsColumns(index) && !isServed(index)) {
                drifts.add(missing(
                        index,
                        perhapsTheSame(index, expected, live)
                                .map(found -> ConstraintDrift.rule(found).text()),
                        expected,
                        live));
            }
        }
    }

    static ConstraintDrift.Missing missing(Index index, Optional<String> inItsPlace, Table expected, Table live) {
        return new ConstraintDrift.Missing(
                Kind.MISSING_INDEX,
                expected,
                live.name(),
                ConstraintDrift.rule(index),
                inItsPlace,
                index.origin().isKnown() ? index.origin() : expected.origin());
    }

    /**
     * A live index of the same shape over the same columns whose expressions are spelled otherwise, so that it may be the
     * expected one or not. None that is another expected one.
     */
    static Optional<Index> perhapsTheSame(Index wanted, Table expected, Table live) {
        return live.indexes().stream()
                .filter(found -> found.valid()
                        && shape(found).equals(shape(wanted))
                        && !shape(wanted).isPlain())
                .filter(found -> columns(found, live).equals(columns(wanted, live)))
                .filter(found -> expected.indexes().stream().noneMatch(index -> same(index, found)))
                .findFirst();
    }

    private static Shape shape(Index index) {
        List<String> parts = new ArrayList<>();
        index.parts().forEach(part -> parts.add(part instanceof Index.ColumnPart column ? column.text() : ""));
        return new Shape(
                index.method(), index.unique(), parts, !index.predicate().isEmpty());
    }

    private static Set<String> columns(Index index, Table live) {
        String text = String.join(" ", texts(index)) + " " + index.predicate();
        Set<String> words = new HashSet<>(List.of(text.split("[^A-Za-z0-9_$]+", -1)));
        Set<String> columns = new HashSet<>();
        live.columns().stream().map(Column::name).filter(words::contains).forEach(columns::add);
        return columns;
    }

    /** What of an index can be compared for sure: an expression stands as the empty text. */
    private record Shape(String method, boolean unique, List<String> parts, boolean partial) {

        boolean isPlain() {
            return !partial && !parts.contains("");
        }
    }

    private boolean liveHasItsColumns(Index index) {
        for (Index.Part part : index.parts()) {
            if (part instanceof Index.ColumnPart column
                    && live.column(column.name()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private boolean isServed(Index index) {
        for (Index found : live.indexes()) {
            if (serves(found, index)) {
                return true;
            }
        }
        for (Constraint constraint : live.constraints()) {
            if (constraint instanceof Constraint.Key key && serves(key, index)) {
                return true;
            }
        }
        return false;
    }

    private static boolean serves(Index found, Index wanted) {
        return found.valid()
                && sameMethod(found, wanted)
                && (found.predicate().isEmpty() || found.predicate().equals(wanted.predicate()))
                && found.parts().size() >= wanted.parts().size()
                && serveEach(found.parts(), wanted.parts());
    }

    private static boolean serveEach(List<Index.Part> found, List<Index.Part> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!serves(found.get(i), wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A longer prefix tells more values apart, and the whole column all. */
    private static boolean serves(Index.Part found, Index.Part wanted) {
        return found instanceof Index.ColumnPart column && wanted instanceof Index.ColumnPart prefixed
                ? column.name().equals(prefixed.name())
                        && (column.prefix() == 0 || prefixed.prefix() > 0 && column.prefix() >= prefixed.prefix())
                : found.text().equals(wanted.text());
    }

    /** A method that one side does not tell is no difference. */
    private static boolean sameMethod(Index found, Index wanted) {
        return found.method().isEmpty()
                || wanted.method().isEmpty()
                || found.method().equals(wanted.method());
    }

    private static boolean serves(Constraint.Key key, Index wanted) {
        return (wanted.method().isEmpty() || wanted.method().equals("btree"))
                && wanted.predicate().isEmpty()
                && key.columns().size() >= wanted.parts().size()
                && serveEach(
                        key.columns().stream()
                                .<Index.Part>map(Index.ColumnPart::of)
                                .toList(),
                        wanted.parts());
    }

    /** Whether two indexes are of the same structure, whatever their names. */
    static boolean same(Index wanted, Index found) {
        return found.valid()
                && found.unique() == wanted.unique()
                && found.predicate().equals(wanted.predicate())
                && texts(found).equals(texts(wanted));
    }

    /** What is indexed; the order only matters for speed in rare cases, so it is not part of the structure. */
    private static List<String> texts(Index index) {
        return index.parts().stream().map(Index.Part::text).toList();
    }
}
