package dev.schemaguard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.TestPostgres;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever is changed in a database, a check with digests comes to the same report as one without, and where the digests say
 * that nothing differs the long way finds nothing. The ordinary build tries a part of the changes, the same each time and another
 * one for each version of PostgreSQL; {@code -Dproof.full=true} tries all, and 200 pairs.
 */
@Tag("proof")
class DigestProofTest {

    private static final boolean FULL = Boolean.getBoolean("proof.full");
    private static final boolean WIDER = FULL || Boolean.getBoolean("proof.wider");
    private static final int EVERY = FULL ? 1 : WIDER ? 24 : 96;
    private static final int PAIRS = FULL ? 200 : 10;

    private static final Release RELEASE = new PostgresRelease();

    private static DigestTrial trial;

    @BeforeAll
    static void takeTheRelease() throws Exception {
        PostgresWorkshop workshop = PostgresWorkshop.of(RELEASE);
        try (Connection connection = workshop.database().getConnection()) {
            trial = DigestTrial.of(workshop, connection);
        }
    }

    @Test
    void digestsSayNothingThatTheLongWayDoesNot() throws Exception {
        List<Mutation> singles = new ArrayList<>();
        List<Mutation> all = Mutations.of(RELEASE);
        for (int i = TestPostgres.majorVersion() % EVERY; i < all.size(); i += EVERY) {
            singles.add(all.get(i));
        }
        List<Mutation> special = Specialties.all();
        for (int i = 0; i < special.size(); i += WIDER ? 1 : 4) {
            singles.add(special.get(i));
        }
        trial.ofAll(singles, PAIRS, RELEASE);
        trial.keep("proof-of-digests");

        assertThat(trial.wrong()).isEmpty();
        assertThat(trial.tried()).isGreaterThan(WIDER ? 100 : 30);
    }
}
