package dev.schemaguard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaCapture;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.MysqlDriver;
import dev.schemaguard.embedded.TestMysql;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.proof.Trial.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The guard says that a kind of statement fails if and only if it does, on MySQL and MariaDB: what {@link ProofByExecutionTest}
 * does on PostgreSQL, through both drivers, in strict sessions and in others.
 */
@Tag("databases")
class MysqlProofByExecutionTest {

    private static final boolean FULL = Boolean.getBoolean("proof.full");
    private static final int EVERY = FULL ? 1 : 24;
    private static final int PAIRS = FULL ? 100 : 10;

    private final Release release = new MysqlRelease();

    @ParameterizedTest
    @CsvSource({
        "MYSQL, CONNECTOR_J, default, 0",
        "MYSQL, MARIADB, default, 6",
        "MARIADB, CONNECTOR_J, default, 12",
        "MARIADB, MARIADB, default, 18",
        "MYSQL, CONNECTOR_J, '''''', 3",
        "MARIADB, MARIADB, '''''', 9"
    })
    void saysFailsIfAndOnlyIfStatementsFail(TestMysql server, MysqlDriver driver, String mode, int first)
            throws Exception {
        Trial trial = trial(new MysqlWorkshop(server, driver, server.freshUser(), mode, release));
        Judgement judgement = new Judgement(trial);
        Map<Mutation, Outcome> singles = new LinkedHashMap<>();
        List<Mutation> all = MysqlMutations.of(release);
        for (int i = first % EVERY; i < all.size(); i += EVERY) {
            tryOut(trial, all.get(i), singles);
        }
        List<Mutation> special = MysqlSpecialties.all();
        for (int i = FULL ? 0 : first % 3; i < special.size(); i += FULL ? 1 : 3) {
            tryOut(trial, special.get(i), singles);
        }
        singles.forEach(judgement::judge);
        int pairs = pairs(trial, singles, judgement);
        Sheet sheet = new Sheet(
                "proof-by-execution-" + server + "-" + driver + (mode.equals("default") ? "" : "-not-strict"));
        sheet.line(server + " by " + driver + ", sql_mode " + mode + ": " + singles.size()
                + " databases changed in one way and " + pairs + " in two:");
        judgement.print(sheet);
        sheet.keep();

        assertThat(singles.size()).isGreaterThanOrEqualTo(30);
        assertThat(judgement.misses()).as("statements that fail, unsaid").isEmpty();
        assertThat(judgement.falseAlarms())
                .as("breaking findings of which nothing fails")
                .isEmpty();
        assertThat(judgement.lost())
                .as("findings that are lost where there are two")
                .isEmpty();
    }

    private Trial trial(MysqlWorkshop workshop) throws Exception {
        try (MysqlDatabase database = workshop.untouched();
                Connection connection = database.direct(workshop.driver()).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set sql_mode = " + workshop.mode());
            Schema expectation = release.expectation(SchemaCapture.capture(connection, InspectionScope.EVERYTHING));
            SchemaGuard guard = SchemaGuard.expecting(expectation)
                    .policy(Policy.failOn(Severity.ADVISORY))
                    .build();
            return new Trial(workshop, release, expectation, guard, FULL);
        }
    }

    private static void tryOut(Trial trial, Mutation mutation, Map<Mutation, Outcome> outcomes) throws SQLException {
        Optional<Outcome> outcome = trial.of(mutation);
        outcome.ifPresent(one -> outcomes.put(mutation, one));
    }

    /** Pairs each change with one far from it, of another table or of other columns. */
    private int pairs(Trial trial, Map<Mutation, Outcome> singles, Judgement judgement) throws SQLException {
        List<Mutation> mutations = new ArrayList<>(singles.keySet());
        int pairs = 0;
        for (int distance = 1; distance < mutations.size() && pairs < PAIRS; distance += 7) {
            for (int i = distance % 5; i + distance < mutations.size() && pairs < PAIRS; i += FULL ? 2 : 5) {
                Mutation one = mutations.get(i);
                Mutation other = mutations.get(i + distance);
                Optional<Outcome> outcome =
                        one.isApartFrom(other, release) ? trial.of(one.and(other)) : Optional.empty();
                if (outcome.isPresent()) {
                    judgement.judgePair(one.and(other), outcome.get(), singles.get(one), singles.get(other));
                    pairs++;
                }
            }
        }
        return pairs;
    }
}
