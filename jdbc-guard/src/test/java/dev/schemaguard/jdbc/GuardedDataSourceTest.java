package dev.schemaguard.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.schemaguard.Diagnosis;
import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaUnverifiedException;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.jdbc.gate.GateState;
import dev.schemaguard.jdbc.gate.ManualTime;
import dev.schemaguard.jdbc.gate.Mode;
import dev.schemaguard.jdbc.gate.RecordingListener;
import dev.schemaguard.policy.Verdict;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class GuardedDataSourceTest {

    @Test
    void refusesTheFirstConnectionWhenColumnAndTableAreMissing() throws SQLException {
        TestDatabase database = Release42.databaseOfRelease41();
        try (GuardedDataSource guarded = GuardedDataSource.wrap(TestPool.of(database), Release42.guard())) {
            SchemaDriftException refusal = catchThrowableOfType(SchemaDriftException.class, guarded::getConnection);

            assertThat((Throwable) refusal)
                    .hasMessageContaining("posts.quality")
                    .hasMessageContaining("reel_jobs");
            assertThat(refusal.getSQLState()).isEqualTo("SG001");
            assertThat(refusal.report().findings())
                    .extracting(finding -> finding.id())
                    .contains("missing-column:posts.quality", "missing-table:reel_jobs");
            assertThat(guarded.state()).isEqualTo(new GateState.Shut(refusal.report(), Optional.empty()));
        }
    }

    @Test
    void letsThroughWhenTheSchemaIsAsExpected() throws SQLException {
        try (GuardedDataSource guarded =
                GuardedDataSource.wrap(TestPool.of(Release42.migratedDatabase()), Release42.guard())) {
            assertThat(guarded.state()).isEqualTo(new GateState.Unverified());

            assertThat(answer(guarded, "select count(quality) from posts")).isEqualTo("0");

            assertThat(guarded.state())
                    .isInstanceOfSatisfying(
                            GateState.Open.class,
                            open -> assertThat(open.report().verdict()).isEqualTo(Verdict.CONFORMS));
        }
    }

    @Test
    void healsWithoutRestartWhenTheMigrationComesLate() throws SQLException {
        TestDatabase database = Release42.databaseOfRelease41();
        ManualTime time = new ManualTime();
        RecordingListener listener = new RecordingListener();
        try (GuardedDataSource guarded = GuardedDataSource.builder(TestPool.of(database))
                .guard(Release42.guard())
                .time(time)
                .listener(listener)
                .build()) {
            assertThatThrownBy(guarded::getConnection).isInstanceOf(SchemaDriftException.class);
            database.execute(Release42.migration());
            assertThatThrownBy(guarded::getConnection)
                    .as("within the back-off nobody looks again")
                    .isInstanceOf(SchemaDriftException.class);

            time.pass(Duration.ofSeconds(1));

            assertThat(answer(guarded, "select count(*) from reel_jobs")).isEqualTo("0");
            assertThat(listener.heard()).containsExactly("shut", "healed");
        }
    }

    @Test
    void guardsConnectionsOfNamedUsersAndOfBuildersToo() throws SQLException {
        DataSource direct = Release42.databaseOfRelease41().direct();
        GuardedDataSource guarded = GuardedDataSource.wrap(direct, Release42.guard());

        assertThatThrownBy(() -> guarded.getConnection(TestPostgres.SUPERUSER, ""))
                .isInstanceOf(SchemaDriftException.class);
        assertThatThrownBy(guarded::createConnectionBuilder)
                .as("the driver has none")
                .isInstanceOf(SQLFeatureNotSupportedException.class);
    }

    @Test
    void refusesAsUnverifiedWhenTheServerIsUnreachable() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://localhost:1/nowhere?password=s3cret");
        config.setUsername("app");
        config.setPassword("s3cret");
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(250);
        try (GuardedDataSource guarded = GuardedDataSource.wrap(new HikariDataSource(config), Release42.guard())) {
            SchemaUnverifiedException refusal =
                    catchThrowableOfType(SchemaUnverifiedException.class, guarded::getConnection);

            assertThat(refusal.getSQLState()).isEqualTo("SG002");
            assertThat((Throwable) refusal)
                    .hasMessageNotContainingAny("s3cret")
                    .cause()
                    .isInstanceOf(SQLException.class);
            assertThat(Diagnosis.of(refusal)).isEqualTo(Diagnosis.UNREACHABLE);
        }
    }

    @Test
    void refusesAsUnverifiedWhenThePasswordIsWrong() throws SQLException {
        TestDatabase database = Release42.migratedDatabase();
        database.execute("create role app_" + database.name() + " login password 'right'");
        HikariConfig config = TestPool.config(database);
        config.setUsername("app_" + database.name());
        config.setPassword("wr0ng");
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(500);
        try (GuardedDataSource guarded = GuardedDataSource.wrap(new HikariDataSource(config), Release42.guard())) {
            SchemaUnverifiedException refusal =
                    catchThrowableOfType(SchemaUnverifiedException.class, guarded::getConnection);

            assertThat((Throwable) refusal)
                    .hasMessageContaining("app_" + database.name())
                    .hasMessageNotContainingAny("wr0ng");
            assertThat(Diagnosis.of(refusal)).isEqualTo(Diagnosis.NOT_PERMITTED);
        }
    }

    @Test
    void verifyNowThrowsInModeFailAndReportsInModeHold() throws SQLException {
        TestDatabase database = Release42.databaseOfRelease41();
        GuardedDataSource failing = GuardedDataSource.wrap(database.direct(), Release42.guard());
        GuardedDataSource holding = GuardedDataSource.builder(database.direct())
                .guard(Release42.guard())
                .mode(Mode.HOLD)
                .build();

        assertThatThrownBy(failing::verifyNow).isInstanceOf(SchemaDriftException.class);
        assertThat(holding.verifyNow().verdict()).isEqualTo(Verdict.DRIFTED);
        assertThatThrownBy(holding::getConnection).isInstanceOf(SchemaDriftException.class);
        holding.close();
    }

    @Test
    void verifyNowLooksAgainWhateverWasFoundBefore() throws SQLException {
        TestDatabase database = Release42.databaseOfRelease41();
        GuardedDataSource guarded = GuardedDataSource.wrap(database.direct(), Release42.guard());
        assertThatThrownBy(guarded::verifyNow).isInstanceOf(SchemaDriftException.class);

        database.execute(Release42.migration());

        assertThat(guarded.verifyNow().verdict()).isEqualTo(Verdict.CONFORMS);
        assertThat(guarded.state()).isInstanceOf(GateState.Open.class);
    }

    @Test
    void warnsAndLetsThroughInModeWarn() throws SQLException {
        RecordingListener listener = new RecordingListener();
        GuardedDataSource guarded = GuardedDataSource.builder(
                        Release42.databaseOfRelease41().direct())
                .guard(Release42.guard())
                .mode(Mode.WARN)
                .listener(listener)
                .build();

        assertThat(answer(guarded, "select 1")).isEqualTo("1");
        assertThat(guarded.state().lastReport().orElseThrow().verdict()).isEqualTo(Verdict.DRIFTED);
        assertThat(listener.heard()).containsExactly("opened");
    }

    @Test
    void looksAtNothingInModeOff() throws SQLException {
        GuardedDataSource guarded = GuardedDataSource.builder(
                        Release42.databaseOfRelease41().direct())
                .guard(Release42.guard())
                .mode(Mode.OFF)
                .build();

        assertThat(answer(guarded, "select 1")).isEqualTo("1");
        assertThat(guarded.verifyNow().verdict()).isEqualTo(Verdict.UNVERIFIED);
        assertThat(guarded.state()).isEqualTo(new GateState.Unverified());
    }

    static String answer(DataSource dataSource, String query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
