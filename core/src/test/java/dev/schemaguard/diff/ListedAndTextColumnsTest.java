package dev.schemaguard.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.TypeFit;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.ColumnDefault;
import dev.schemaguard.model.ColumnType;
import dev.schemaguard.model.ColumnType.Labelled;
import dev.schemaguard.model.Constraint;
import dev.schemaguard.model.Family;
import dev.schemaguard.model.Index;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.policy.Policy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What columns state where types have no names of their own and texts a character set of theirs. */
class ListedAndTextColumnsTest {

    private static final TypeRules RULES = new TypeRules() {
        @Override
        public TypeFit fit(ColumnType expected, Schema expectation, ColumnType actual, Schema live) {
            return expected.equals(actual) ? TypeFit.SAME : TypeFit.DIFFERENT;
        }

        @Override
        public boolean holdsAllOf(String charset, String other) {
            return charset.equals("utf8mb4") || charset.equals(other);
        }
    };

    @Test
    void namesEachLabelThatOnlyOneSideLists() {
        assertThat(judged(labelled("new", "old"), labelled("old", "sold")))
                .containsExactly("RISKY enum-label-missing:posts.a(new)", "ADVISORY enum-label-extra:posts.a(sold)");
    }

    @Test
    void asksTheRulesOfTypesWhereAnEnumStandsForASet() {
        Column set = Column.builder("a")
                .type(new Labelled(Labelled.Kind.SET, List.of("new")))
                .build();

        assertThat(judged(labelled("new"), set)).containsExactly("BREAKING type-different:posts.a");
    }

    @Test
    void saysACharacterSetThatLacksCharactersOnceAndNotItsCollationToo() {
        assertThat(judged(text("utf8mb4", "utf8mb4_bin"), text("latin1", "latin1_bin")))
                .containsExactly("RISKY charset-different:posts.a");
    }

    @Test
    void findsNothingInACharacterSetThatHasAllCharactersUnderTheSameRule() {
        assertThat(judged(text("utf8mb3", "utf8mb3_bin"), text("utf8mb4", "utf8mb4_bin")))
                .isEmpty();
    }

    @Test
    void findsTheRuleThatCameWithAWiderCharacterSet() {
        assertThat(judged(text("utf8mb3", "utf8mb3_bin"), text("utf8mb4", "utf8mb4_general_ci")))
                .containsExactly("ADVISORY collation-different:posts.a");
    }

    @Test
    void namesAnUpdateThatNoLongerSetsTheTimeAndOneThatNewlyDoes() {
        Column none = updated(ColumnDefault.NONE);
        Column now = updated(ColumnDefault.of("current_timestamp"));

        assertThat(judged(now, none)).containsExactly("ADVISORY on-update-different:posts.a");
        assertThat(judged(none, now)).containsExactly("ADVISORY on-update-different:posts.a");
        assertThat(judged(now, now)).isEmpty();
        assertThat(judged(updated(ColumnDefault.UNSTATED), now)).isEmpty();
        assertThat(judged(now, updated(ColumnDefault.UNSTATED))).isEmpty();
    }

    @Test
    void namesASettingThatBothSidesStateAndThatDiffers() {
        Schema expected = Schema.builder()
                .setting("sql_mode", "STRICT_TRANS_TABLES")
                .setting("other", "1")
                .build();
        Schema live =
                Schema.builder().setting("sql_mode", "").setting("third", "1").build();

        assertThat(judged(expected, live)).containsExactly("RISKY session-setting:sql_mode");
    }

    @Test
    void takesAWholeColumnOrALongerPrefixForAnExpectedPrefixAndNoShorterOne() {
        assertThat(indexed(prefixed(20, false), prefixed(0, false))).isEmpty();
        assertThat(indexed(prefixed(20, false), prefixed(30, false))).isEmpty();
        assertThat(indexed(prefixed(20, false), prefixed(10, false)))
                .containsExactly("ADVISORY missing-index:posts(a(20))");
        assertThat(indexed(prefixed(0, false), prefixed(10, false))).containsExactly("ADVISORY missing-index:posts(a)");
    }

    @Test
    void takesAUniquePrefixForNoKeyOfTheWholeColumn() {
        UnaryOperator<Table.Builder> key = table -> table.constraint(
                new Constraint.UniqueKey("", List.of("a"), false, Constraint.Enforcement.ORDINARY, Origin.NONE));
        UnaryOperator<Table.Builder> prefix = table -> table.index(prefixed(10, true));

        assertThat(judged(schema(text("utf8mb4", ""), key), schema(text("utf8mb4", ""), prefix)))
                .containsExactly("RISKY missing-unique:posts(a)", "RISKY extra-unique:posts(a(10))");
        assertThat(judged(schema(text("utf8mb4", ""), prefix), schema(text("utf8mb4", ""), prefix)))
                .isEmpty();
    }

    private static Index prefixed(int prefix, boolean unique) {
        return new Index(
                "",
                "btree",
                List.of(new Index.ColumnPart("a", false, false, prefix)),
                List.of(),
                unique,
                false,
                "",
                true,
                Origin.NONE);
    }

    private static List<String> indexed(Index expected, Index live) {
        Column column = text("utf8mb4", "");
        return judged(schema(column, table -> table.index(expected)), schema(column, table -> table.index(live)));
    }

    private static Column labelled(String... labels) {
        return Column.builder("a")
                .type(new Labelled(Labelled.Kind.ENUM, List.of(labels)))
                .build();
    }

    private static Column text(String charset, String collation) {
        Column.Builder column =
                Column.builder("a").type(ColumnType.of("varchar", "50")).charset(charset);
        return collation.isEmpty()
                ? column.build()
                : column.collation(collation).build();
    }

    private static Column updated(ColumnDefault onUpdate) {
        return Column.builder("a")
                .type(ColumnType.of("timestamp"))
                .onUpdate(onUpdate)
                .build();
    }

    private static List<String> judged(Column expected, Column live) {
        return judged(schema(expected, UnaryOperator.identity()), schema(live, UnaryOperator.identity()));
    }

    private static Schema schema(Column column, UnaryOperator<Table.Builder> more) {
        Table.Builder table =
                Table.builder(ObjectName.of("posts")).column(column).complete(Set.of(Family.UNIQUE_KEYS));
        return Schema.builder().table(more.apply(table).build()).build();
    }

    private static List<String> judged(Schema expected, Schema live) {
        List<Drift> drifts = SchemaDiff.between(expected, live, RULES, Set.of(), "app");
        return Policy.DEFAULT.judge(drifts, "release", Optional.empty(), LocalDate.of(2026, 11, 29)).stream()
                .map(finding -> finding.severity() + " " + finding.id())
                .toList();
    }
}
