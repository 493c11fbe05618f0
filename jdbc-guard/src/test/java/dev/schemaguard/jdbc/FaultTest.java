package dev.schemaguard.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.schemaguard.SchemaUnverifiedException;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.jdbc.Relay.Fault;
import dev.schemaguard.jdbc.gate.GateState;
import dev.schemaguard.jdbc.gate.ManualTime;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Unverified.Code;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL that fails in the ways that servers fail: each ends in time, in the state it should, and leaks nothing. */
@Timeout(60)
class FaultTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final TestDatabase database = Release42.migratedDatabase();
    private final ManualTime time = new ManualTime();

    @AfterEach
    void nothingIsLeftBehind() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("schema-guard")) {
                thread.join(20_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
        assertThat(database.connections()).isZero();
    }

    @Test
    void healsWhenTheServerIsDownAtStartAndComesBack() throws Exception {
        try (Relay relay = Relay.inFrontOf(database.port());
                GuardedDataSource guarded = guard(pool(relay))) {
            assertThat(refusal(guarded)).isEqualTo(Code.UNREACHABLE);

            relay.listen();

            letsThroughAfterTheBackOff(guarded);
        }
    }

    @Test
    void healsWhenTheServerDiesInTheMiddleOfACheck() throws Exception {
        try (Relay relay = Relay.inFrontOf(database.port()).listen();
                GuardedDataSource guarded = guard(pool(relay))) {
            relay.fault(Fault.CUT, "pg_catalog");
            assertThat(refusal(guarded)).isIn(Code.UNREACHABLE, Code.INSPECTION_FAILED);

            relay.fault(Fault.NONE, "");

            letsThroughAfterTheBackOff(guarded);
        }
    }

    @Test
    void comesBackInTimeWhenTheServerFallsSilentInTheMiddleOfACheck() throws Exception {
        try (Relay relay = Relay.inFrontOf(database.port()).listen();
                GuardedDataSource guarded = guard(pool(relay))) {
            relay.fault(Fault.SILENT, "pg_catalog");
            assertThat(refusal(guarded)).isEqualTo(Code.TIMED_OUT);

            relay.fault(Fault.NONE, "");

            letsThroughAfterTheBackOff(guarded);
        }
    }

    @Test
    void onlyOneCheckEverHangsWhenNobodyAnswersAtThePort() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            PGSimpleDataSource noTimeout = new PGSimpleDataSource();
            noTimeout.setURL(database.url(silent.getLocalPort()));
            noTimeout.setUser(TestPostgres.SUPERUSER);
            GuardedDataSource guarded = guard(noTimeout);

            assertThat(refusal(guarded)).isEqualTo(Code.TIMED_OUT);
            time.pass(Duration.ofMinutes(1));
            assertThat(refusal(guarded)).isEqualTo(Code.TIMED_OUT);

            assertThat(Thread.getAllStackTraces().values())
                    .filteredOn(stack -> Arrays.stream(stack).anyMatch(FaultTest::isInTheDriver))
                    .hasSize(1);
            guarded.close();
        }
    }

    @Test
    void healsWhenAPasswordWasRotated() throws SQLException {
        String role = "app_" + database.name();
        database.execute("create role " + role + " login password 'new'");
        HikariConfig config = TestPool.config(database);
        config.setUsername(role);
        config.setPassword("old");
        HikariDataSource pool = new HikariDataSource(quick(config));
        try (GuardedDataSource guarded = guard(pool)) {
            assertThat(refusal(guarded)).isEqualTo(Code.NOT_PERMITTED);

            database.execute("grant select, insert, update, delete on posts, reel_jobs to " + role);
            pool.getHikariConfigMXBean().setPassword("new");

            letsThroughAfterTheBackOff(guarded);
        }
    }

    @Test
    void comesBackInTimeWhenDdlLocksTheCatalog() throws SQLException {
        try (GuardedDataSource guarded = guard(TestPool.of(database));
                Connection migration = database.direct().getConnection();
                Statement statement = migration.createStatement()) {
            migration.setAutoCommit(false);
            statement.execute("lock table pg_catalog.pg_attribute in access exclusive mode");
            assertThat(refusal(guarded)).isEqualTo(Code.TIMED_OUT);

            migration.rollback();

            letsThroughAfterTheBackOff(guarded);
        }
    }

    @Test
    void waitsForAMigrationThatCommitsMeanwhile() throws SQLException {
        TestDatabase behind = Release42.databaseOfRelease41();
        try (GuardedDataSource guarded = GuardedDataSource.builder(TestPool.of(behind))
                        .guard(Release42.guard())
                        .waitFor(Duration.ofMinutes(1))
                        .time(time)
                        .build();
                Connection migration = behind.direct().getConnection();
                Statement statement = migration.createStatement()) {
            migration.setAutoCommit(false);
            for (String step : Release42.migration()) {
                statement.execute(step);
            }
            time.duringPause(() -> commit(migration));

            assertThat(GuardedDataSourceTest.answer(guarded, "select count(*) from reel_jobs"))
                    .isEqualTo("0");
            assertThat(time.pauses()).hasSize(1);
        }
    }

    @Test
    void poolOfOneIsEnough() throws SQLException {
        HikariConfig config = TestPool.config(database);
        config.setMaximumPoolSize(1);
        try (GuardedDataSource guarded = guard(new HikariDataSource(quick(config)))) {
            assertThat(GuardedDataSourceTest.answer(guarded, "select 1")).isEqualTo("1");
            try (Connection only = guarded.getConnection()) {
                assertThat(refusalOf(guarded::verifyNow))
                        .as("a look in the foreground waits for the pool, and then says so")
                        .isEqualTo(Code.UNREACHABLE);
                assertThat(only.isValid(1)).isTrue();
            }
            letsThroughAfterTheBackOff(guarded);
        }
    }

    private HikariDataSource pool(Relay relay) {
        HikariConfig config = TestPool.config(database);
        config.setJdbcUrl(database.url(relay.port()));
        return new HikariDataSource(quick(config));
    }

    private static HikariConfig quick(HikariConfig config) {
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(1_000);
        config.setValidationTimeout(500);
        return config;
    }

    private GuardedDataSource guard(DataSource pool) {
        return GuardedDataSource.builder(pool)
                .guard(Release42.guard())
                .timeout(TIMEOUT)
                .time(time)
                .build();
    }

    private static Code refusal(GuardedDataSource guarded) {
        return refusalOf(guarded::getConnection);
    }

    private static Code refusalOf(ThrowingCallable call) {
        long start = System.nanoTime();
        SchemaUnverifiedException refusal = catchThrowableOfType(SchemaUnverifiedException.class, call);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT.multipliedBy(5));
        List<Unverified> unverified = refusal.report().unverified();
        assertThat(unverified).hasSize(1);
        return unverified.get(0).code();
    }

    /** At a later call, if not the next: on a busy machine even a healthy check may take too long. */
    private void letsThroughAfterTheBackOff(GuardedDataSource guarded) throws SQLException {
        for (int attempt = 0; attempt < 5 && !(guarded.state() instanceof GateState.Open); attempt++) {
            time.pass(Duration.ofMinutes(1));
            try {
                guarded.getConnection().close();
            } catch (SchemaUnverifiedException e) {
                assertThat(guarded.state()).isInstanceOf(GateState.Shut.class);
            }
        }
        assertThat(GuardedDataSourceTest.answer(guarded, "select count(*) from posts"))
                .isEqualTo("0");
    }

    private static boolean isInTheDriver(StackTraceElement frame) {
        return frame.getClassName().startsWith("org.postgresql.core");
    }

    private static void commit(Connection migration) {
        try {
            migration.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
