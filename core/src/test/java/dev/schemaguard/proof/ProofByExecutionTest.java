package dev.schemaguard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaCapture;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.proof.Trial.Outcome;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The guard says that a kind of statement fails if and only if it does: a release sends its statements to a database changed in
 * every way that the table of kinds knows, by one change and by two. The ordinary build tries a part of the changes, the same
 * each time and another one for each version of PostgreSQL; {@code -Dproof.full=true} tries all with all values.
 */
@Tag("proof")
class ProofByExecutionTest {

    private static final boolean FULL = Boolean.getBoolean("proof.full");
    private static final int EVERY = FULL ? 1 : 12;
    private static final int PAIRS = FULL ? 300 : 20;

    private static final Release RELEASE = new PostgresRelease();
    private static Trial trial;

    @BeforeAll
    static void takeTheRelease() throws Exception {
        PostgresWorkshop workshop = PostgresWorkshop.of(RELEASE);
        Schema expectation =
                RELEASE.expectation(SchemaCapture.capture(workshop.database(), InspectionScope.EVERYTHING));
        SchemaGuard guard = SchemaGuard.expecting(expectation)
                .policy(Policy.failOn(Severity.ADVISORY))
                .build();
        trial = new Trial(workshop, RELEASE, expectation, guard, FULL);
    }

    @Test
    void saysFailsIfAndOnlyIfStatementsFail() throws Exception {
        Judgement judgement = new Judgement(trial);
        Map<Mutation, Outcome> singles = new LinkedHashMap<>();
        List<Mutation> all = Mutations.of(RELEASE);
        for (int i = TestPostgres.majorVersion() % EVERY; i < all.size(); i += EVERY) {
            tryOut(all.get(i), singles);
        }
        for (Mutation mutation : Specialties.all()) {
            tryOut(mutation, singles);
        }
        singles.forEach(judgement::judge);
        int pairs = pairs(singles, judgement);
        Sheet sheet = new Sheet("proof-by-execution");
        sheet.line(singles.size() + " databases changed in one way and " + pairs + " in two:");
        judgement.print(sheet);
        sheet.keep();

        assertThat(singles.size()).isGreaterThanOrEqualTo(150);
        assertThat(pairs).isEqualTo(PAIRS);
        assertThat(judgement.misses()).as("statements that fail, unsaid").isEmpty();
        assertThat(judgement.falseAlarms())
                .as("breaking findings of which nothing fails")
                .isEmpty();
        assertThat(judgement.lost())
                .as("findings that are lost where there are two")
                .isEmpty();
    }

    private static void tryOut(Mutation mutation, Map<Mutation, Outcome> outcomes) throws SQLException {
        Optional<Outcome> outcome = trial.of(mutation);
        outcome.ifPresent(one -> outcomes.put(mutation, one));
    }

    /** Pairs each change with one far from it, of another table or of other columns. */
    private static int pairs(Map<Mutation, Outcome> singles, Judgement judgement) throws SQLException {
        List<Mutation> mutations = new ArrayList<>(singles.keySet());
        int pairs = 0;
        for (int distance = 1; distance < mutations.size() && pairs < PAIRS; distance += 7) {
            for (int i = distance % 5; i + distance < mutations.size() && pairs < PAIRS; i += FULL ? 2 : 11) {
                Mutation one = mutations.get(i);
                Mutation other = mutations.get(i + distance);
                Optional<Outcome> outcome =
                        one.isApartFrom(other, RELEASE) ? trial.of(one.and(other)) : Optional.empty();
                if (outcome.isPresent()) {
                    judgement.judgePair(one.and(other), outcome.get(), singles.get(one), singles.get(other));
                    pairs++;
                }
            }
        }
        return pairs;
    }
}
