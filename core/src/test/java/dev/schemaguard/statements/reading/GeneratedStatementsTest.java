package dev.schemaguard.statements.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.model.Schema;
import dev.schemaguard.statements.StatementUse;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Statements made at random of schemas made at random, so that it is known what they use. */
class GeneratedStatementsTest {

    private static final int CASES = 1_000;

    @Test
    void readsJustWhatWasPutIn() {
        Database postgres = Databases.named("postgresql").orElseThrow();
        for (int seed = 0; seed < CASES; seed++) {
            GeneratedStatement made = new GeneratedStatement(new Random(seed));
            StatementReader reader = new StatementReader(
                    postgres.dialect(), postgres.ddl().habits().lexicalRules(), made.schema());

            Reading read = reader.read(made.sql());

            assertThat(Told.of(read))
                    .as("seed %d: %s", seed, made.sql())
                    .isEqualTo(Told.of(new Reading.Understood(made.use())));
        }
    }

    @Test
    void tellsLaterWhatARecordingLeftOpen() {
        Database postgres = Databases.named("postgresql").orElseThrow();
        StatementReader without = StatementReader.of(
                postgres.dialect(), postgres.ddl(), Schema.builder().build());
        int open = 0;
        for (int seed = 0; seed < CASES; seed++) {
            GeneratedStatement made = new GeneratedStatement(new Random(seed));
            StatementUse recorded = Told.use(without.read(made.sql()));
            open += recorded.open().size();

            StatementUse told = new OpenColumns(postgres.dialect(), made.schema()).attributed(recorded);

            assertThat(Told.of(new Reading.Understood(told)))
                    .as("seed %d: %s", seed, made.sql())
                    .isEqualTo(Told.of(new Reading.Understood(made.use())));
        }
        assertThat(open).isGreaterThan(CASES / 4);
    }
}
