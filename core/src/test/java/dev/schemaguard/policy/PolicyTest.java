package dev.schemaguard.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.database.Databases;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.diff.SchemaDiff;
import dev.schemaguard.drift.Drift;
import dev.schemaguard.drift.Kind;
import dev.schemaguard.model.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void ignoresAKindInTheTablesThatAreNamed() {
        Policy policy = Policy.DEFAULT.ignore(Kind.MISSING_COLUMN, "legacy_*", "being retired");

        assertThat(judge(policy, "legacy_posts"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.accepted()).contains("being retired"));
        assertThat(judge(policy, "posts"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.accepted()).isEmpty());
    }

    @Test
    void ignoresAKindInASingleColumn() {
        assertThat(judge(Policy.DEFAULT.ignore(Kind.MISSING_COLUMN, "posts.qual*", "soon"), "posts"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.accepted()).contains("soon"));
        assertThat(judge(Policy.DEFAULT.ignore(Kind.MISSING_TABLE, "posts.qual*", "soon"), "posts"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.accepted()).isEmpty());
    }

    @Test
    void countsWhatWasIgnoredAgainFromTheDayAfterTheLast() {
        Policy policy = Policy.DEFAULT.ignore(Kind.MISSING_COLUMN, "posts", "migration in May", TODAY);

        assertThat(judge(policy, "posts", TODAY))
                .singleElement()
                .satisfies(finding -> assertThat(finding.accepted()).isPresent());
        assertThat(judge(policy, "posts", TODAY.plusDays(1))).singleElement().satisfies(finding -> {
            assertThat(finding.accepted()).isEmpty();
            assertThat(finding.hint()).contains("the exception for it (migration in May) expired on 2026-11-22");
        });
    }

    @Test
    void acceptsWhatTheBaselineHoldsAndFailsOnWhatIsNew() {
        Policy policy =
                Policy.DEFAULT.baseline(Baseline.NONE.accepting("missing-column:posts.quality", "known since May"));

        assertThat(policy.verdict(judge(policy, "posts"), List.of())).isEqualTo(Verdict.CONFORMS);
        assertThat(policy.verdict(judge(policy, "reels"), List.of())).isEqualTo(Verdict.DRIFTED);
    }

    @Test
    void asksForAReason() {
        assertThatThrownBy(() -> Policy.DEFAULT.ignore(Kind.MISSING_INDEX, "*", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing-index on '*' gives no reason");
    }

    private static List<Finding> judge(Policy policy, String table) {
        return judge(policy, table, TODAY);
    }

    private static List<Finding> judge(Policy policy, String table, LocalDate today) {
        Dialect dialect = Databases.assumed().dialect();
        List<Drift> drifts = SchemaDiff.between(
                dialect.spell(Schema.builder()
                        .table(table, t -> t.column("quality", "jsonb"))
                        .build()),
                dialect.spell(Schema.builder()
                        .table(table, t -> t.column("id", "bigint"))
                        .build()),
                Databases.assumed().types(),
                Set.of(),
                "app");
        return policy.judge(drifts, "contract", Optional.empty(), today);
    }
}
