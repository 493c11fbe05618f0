package dev.schemaguard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.MysqlDatabase;
import dev.schemaguard.embedded.MysqlDriver;
import dev.schemaguard.embedded.TestMysql;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What {@link DigestProofTest} does on PostgreSQL, on MySQL and MariaDB, by both drivers and in sessions that are not strict. The
 * snapshot is taken by a superuser, and the release has its rights table by table.
 */
@Tag("databases")
class MysqlDigestProofTest {

    private static final boolean FULL = Boolean.getBoolean("proof.full");
    private static final int EVERY = FULL ? 1 : 96;
    private static final int PAIRS = FULL ? 200 : 5;

    private final Release release = new MysqlRelease();

    @ParameterizedTest
    @CsvSource({
        "MYSQL, CONNECTOR_J, MARIADB, default, 0",
        "MYSQL, MARIADB, CONNECTOR_J, '''''', 24",
        "MARIADB, CONNECTOR_J, MARIADB, default, 48",
        "MARIADB, MARIADB, CONNECTOR_J, '''''', 72"
    })
    void digestsSayNothingThatTheLongWayDoesNot(
            TestMysql server, MysqlDriver driver, MysqlDriver capturing, String mode, int first) throws Exception {
        List<Mutation> singles = new ArrayList<>();
        List<Mutation> all = MysqlMutations.of(release);
        for (int i = first % EVERY; i < all.size(); i += EVERY) {
            singles.add(all.get(i));
        }
        List<Mutation> special = MysqlSpecialties.all();
        for (int i = FULL ? 0 : first / 24; i < special.size(); i += FULL ? 1 : 8) {
            singles.add(special.get(i));
        }
        MysqlWorkshop workshop = new MysqlWorkshop(server, driver, server.freshUser(), mode, release);
        try (MysqlDatabase database = workshop.untouched();
                Connection connection = database.direct(capturing).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set sql_mode = " + mode);
            DigestTrial trial = DigestTrial.of(workshop, connection);

            trial.ofAll(singles, PAIRS, release);
            trial.keep("proof-of-digests-" + server + "-" + driver);

            assertThat(trial.wrong()).isEmpty();
            assertThat(trial.tried()).isGreaterThan(10);
        }
    }
}
