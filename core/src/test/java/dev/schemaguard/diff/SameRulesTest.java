package dev.schemaguard.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Constraint.Enforcement;
import dev.schemaguard.model.Constraint.ReferentialAction;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.SqlText;
import dev.schemaguard.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The short answer is given only where the long one says the same. */
class SameRulesTest {

    private static final TypeFits ANY_TYPES = new TypeFits(
            (wanted, expectation, found, schema) -> TypeFit.SAME,
            Schema.builder().build(),
            Schema.builder().build());
    private static final Enforcement DEFERRABLE = new Enforcement(true, true, true);
    private static final Enforcement NOT_ENFORCED = new Enforcement(false, true, false);

    private static final Constraint PRIMARY =
            new Constraint.PrimaryKey("k", List.of("id"), Enforcement.ORDINARY, Origin.NONE);
    private static final Constraint UNIQUE =
            new Constraint.UniqueKey("u", List.of("a", "b"), false, Enforcement.ORDINARY, Origin.NONE);
    private static final Constraint FOREIGN = foreign("owners", "id");
    private static final Constraint CHECK = new Constraint.Check("c", "(a > 0)", Enforcement.ORDINARY, Origin.NONE);

    private static final Index PLAIN = index(false, "", true, "a");
    private static final Index PARTIAL = index(true, "(b > 0)", true, "b");

    private final Table expected =
            table(List.of(PRIMARY, UNIQUE, FOREIGN, CHECK), List.of(PLAIN, PARTIAL), Origin.of("V1.sql", 1));

    @Test
    void whatIsAlikeIsToldAtOnceWhereverItIsSaid() {
        Table live = table(
                List.of(
                        PRIMARY.withName("other"),
                        UNIQUE,
                        FOREIGN.mapNames(name -> ObjectName.of("public", name.name())),
                        CHECK),
                List.of(PLAIN.withName("other"), PARTIAL),
                Origin.NONE);

        assertThat(SameRules.of(expected, live)).isTrue();
        assertThat(oneByOne(live)).isEmpty();
    }

    @Test
    void anySingleDifferenceIsLeftToTheLongWay() {
        List<Constraint> constraints = expected.constraints();
        List<Index> indexes = expected.indexes();
        List<Table> others = new ArrayList<>();
        for (int i = 0; i < constraints.size(); i++) {
            others.add(table(without(constraints, i), indexes, Origin.NONE));
            for (Enforcement enforcement : List.of(DEFERRABLE, NOT_ENFORCED)) {
                others.add(table(with(constraints, i, one -> one.withEnforcement(enforcement)), indexes, Origin.NONE));
            }
        }
        Stream.of(
                        new Constraint.UniqueKey("u", List.of("id"), false, Enforcement.ORDINARY, Origin.NONE),
                        new Constraint.PrimaryKey("k", List.of("a"), Enforcement.ORDINARY, Origin.NONE))
                .forEach(key -> others.add(table(with(constraints, 0, one -> key), indexes, Origin.NONE)));
        others.add(table(
                with(
                        constraints,
                        1,
                        one -> new Constraint.UniqueKey(
                                "u", List.of("a", "b"), true, Enforcement.ORDINARY, Origin.NONE)),
                indexes,
                Origin.NONE));
        others.add(table(with(constraints, 2, one -> foreign("writers", "id")), indexes, Origin.NONE));
        others.add(table(with(constraints, 2, one -> foreign("owners", "number")), indexes, Origin.NONE));
        others.add(table(
                with(constraints, 3, one -> new Constraint.Check("c", "(a > 1)", Enforcement.ORDINARY, Origin.NONE)),
                indexes,
                Origin.NONE));
        for (int i = 0; i < indexes.size(); i++) {
            others.add(table(constraints, without(indexes, i), Origin.NONE));
        }
        for (Index other : List.of(
                index(false, "", true, "b"),
                index(false, "", false, "a"),
                index(true, "", true, "a"),
                index(false, "(a > 0)", true, "a"),
                index(false, "", true, "a", "b"))) {
            others.add(table(constraints, with(indexes, 0, one -> other), Origin.NONE));
        }

        assertThat(others).hasSizeGreaterThan(20).noneMatch(live -> SameRules.of(expected, live));
    }

    /** An index that is broken on both sides serves neither, and the release may miss it. */
    @Test
    void whatIsNotInForceIsNeverToldAtOnce() {
        Table broken = table(List.of(PRIMARY), List.of(index(true, "", false, "a")), Origin.NONE);
        Table unenforced = table(List.of(PRIMARY, CHECK.withEnforcement(NOT_ENFORCED)), List.of(), Origin.NONE);

        assertThat(List.of(broken, unenforced)).noneMatch(table -> SameRules.of(table, table));
    }

    private List<Drift> oneByOne(Table live) {
        List<Drift> drifts = new ArrayList<>();
        new KeyDiff(expected, live, drifts).compare();
        new ReferenceDiff(expected, live, drifts).compare();
        new CheckDiff(expected, live, drifts).compare();
        new IndexDiff(expected, live, drifts).compare();
        new TableDiff(expected, live, ANY_TYPES, drifts).compare();
        return drifts;
    }

    private static Table table(List<Constraint> constraints, List<Index> indexes, Origin origin) {
        return Table.builder(ObjectName.of("posts"))
                .column("id", "bigint")
                .column("a", "integer")
                .column("b", "integer")
                .constraints(constraints)
                .indexes(indexes)
                .complete(
                        Set.of(Family.COLUMNS, Family.UNIQUE_KEYS, Family.FOREIGN_KEYS, Family.CHECKS, Family.INDEXES))
                .origin(origin)
                .build();
    }

    private static Constraint foreign(String target, String column) {
        return new Constraint.ForeignKey(
                "f",
                List.of("a"),
                ObjectName.of(target),
                List.of(column),
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                Enforcement.ORDINARY,
                Origin.NONE);
    }

    private static Index index(boolean unique, String where, boolean valid, String... columns) {
        List<Index.Part> parts =
                Stream.of(columns).<Index.Part>map(Index.ColumnPart::of).toList();
        return new Index("i", "btree", parts, List.of(), unique, false, SqlText.of(where), valid, Origin.NONE);
    }

    private static <T> List<T> without(List<T> all, int place) {
        List<T> others = new ArrayList<>(all);
        others.remove(place);
        return others;
    }

    private static <T> List<T> with(List<T> all, int place, UnaryOperator<T> change) {
        List<T> others = new ArrayList<>(all);
        others.set(place, change.apply(all.get(place)));
        return others;
    }
}
