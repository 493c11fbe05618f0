package dev.schemaguard.database.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemaguard.SchemaCapture;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionException.Reason;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks while another session drops and makes tables, types and views as fast as it can. */
class MovingCatalogTest {

    private static final int CHECKS = 150;
    private static final String[] GOING = {
        "drop view moving_view", "drop table moving", "drop domain price", "drop type mood"
    };
    private static final String[] COMING = {
        "create type mood as enum ('good', 'bad')",
        "create domain price as numeric(9,2) check (value >= 0)",
        """
        create table moving (id bigserial primary key, feeling mood default 'good', cost price, note text not null default lower('X'),
          check (length(note) < 100))""",
        "create unique index moving_note on moving (lower(note)) where cost is not null",
        "create view moving_view as select id, note from moving",
        "grant all on moving, moving_view, moving_id_seq to public"
    };

    @Test
    void givesAClearVerdictAndIsNeverWrongAboutWhatStandsStill() throws Exception {
        String name = TestPostgres.freshDatabaseName();
        DataSource owner = TestPostgres.dataSource(name, TestPostgres.SUPERUSER);
        TestPostgres.execute(
                owner,
                "create table steady (id bigserial primary key, note text default lower('X'))",
                "grant all on steady, steady_id_seq to public");
        TestPostgres.execute(owner, COMING);
        DataSource role = TestPostgres.dataSource(name, TestPostgres.freshRole());
        Schema all = SchemaCapture.capture(owner, InspectionScope.EVERYTHING);
        SchemaGuard guard = SchemaGuard.expecting(withAMistake(all)).build();
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Integer> mover = CompletableFuture.supplyAsync(() -> move(owner, over));

        Set<String> said = new TreeSet<>();
        Set<String> unknown = new TreeSet<>();
        try (Connection connection = role.getConnection()) {
            for (int i = 0; i < CHECKS; i++) {
                DriftReport report = guard.check(connection);
                report.findings().forEach(finding -> said.add(finding.id()));
                report.unverified().forEach(one -> unknown.add(one.code() + ": " + one.reason()));
                assertThat(report.unverified())
                        .as(report.toText())
                        .extracting(Unverified::code)
                        .doesNotContain(Unverified.Code.INTERNAL_ERROR);
                if (report.unverified().isEmpty()) {
                    assertThat(report.findings())
                            .extracting(finding -> finding.id())
                            .contains("missing-column:steady.mistake");
                }
            }
        } finally {
            over.set(true);
        }

        assertThat(mover.get(30, TimeUnit.SECONDS)).isPositive();
        // What moves is there or is not; a half of it is never seen.
        assertThat(said)
                .as("unknown: %s", unknown)
                .isSubsetOf(
                        "missing-column:steady.mistake",
                        "missing-table:moving",
                        "missing-table:moving_view",
                        "missing-type:mood",
                        "missing-type:price",
                        "missing-sequence:moving_id_seq");
    }

    /** The functions of the server see the catalog of this moment, the rows of a query that of its snapshot. */
    @Test
    void saysThatItCouldNotTellWhereTheSnapshotIsOlderThanTheCatalog() throws Exception {
        String name = TestPostgres.freshDatabaseName();
        DataSource owner = TestPostgres.dataSource(name, TestPostgres.SUPERUSER);
        TestPostgres.execute(owner, COMING);
        SchemaGuard guard = SchemaGuard.expecting(SchemaCapture.capture(owner, InspectionScope.EVERYTHING))
                .build();
        try (Connection connection =
                        TestPostgres.dataSource(name, TestPostgres.freshRole()).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute("select 1");
            TestPostgres.execute(owner, GOING);
            TestPostgres.execute(owner, COMING);

            DriftReport report = guard.check(connection);

            assertThat(report.unverified())
                    .as(report.toText())
                    .extracting(Unverified::code)
                    .containsExactly(Unverified.Code.INSPECTION_FAILED);
            assertThat(report.unverified().get(0).reason())
                    .startsWith("the catalog changed each time that it was read")
                    .endsWith("try again when no migration runs");
            connection.rollback();
            assertThat(guard.check(connection).verdict()).isEqualTo(Verdict.CONFORMS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX000", "40001", "40P01", "42P01"})
    void readsAgainWhatAChangeOfTheCatalogSpoiled(String state) throws Exception {
        DataSource database = TestPostgres.freshDatabase("create table posts (id bigint)");
        AtomicInteger failures = new AtomicInteger(2);
        try (Connection connection = database.getConnection()) {
            Connection spoiled = spoiled(connection, state, failures);

            assertThat(Databases.assumed()
                            .inspector()
                            .inspect(spoiled, Inspecting.expecting("posts"))
                            .schema()
                            .tables())
                    .hasSize(1);
            assertThat(failures).hasValue(0);

            failures.set(1);
            connection.setAutoCommit(false);
            InspectionException failure = catchThrowableOfType(
                    InspectionException.class,
                    () -> Databases.assumed().inspector().inspect(spoiled, Inspecting.expecting("posts")));
            assertThat(failure.reason()).as("the transaction is lost").isEqualTo(Reason.FAILED);
            connection.setAutoCommit(true);

            failures.set(100);
            assertThat(catchThrowableOfType(
                                    InspectionException.class,
                                    () -> Databases.assumed()
                                            .inspector()
                                            .inspect(spoiled, Inspecting.expecting("posts")))
                            .reason())
                    .isEqualTo(Reason.FAILED);
            assertThat(failures.get()).as("it gives up soon").isGreaterThan(90);
        }
    }

    /** A connection whose next few statements fail. */
    private static Connection spoiled(Connection real, String state, AtomicInteger failures) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            && failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                        throw new SQLException("cache lookup failed", state);
                    }
                    return method.invoke(real, arguments);
                });
    }

    private static Schema withAMistake(Schema all) {
        Schema.Builder expected = all.toBuilder();
        all.table("steady")
                .ifPresent(steady ->
                        expected.table(steady.toBuilder().column("mistake").build()));
        return expected.build();
    }

    private static int move(DataSource owner, AtomicBoolean over) {
        int times = 0;
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (!over.get()) {
                for (String sql : GOING) {
                    statement.execute(sql);
                }
                if (times % 2 == 0) {
                    connection.commit();
                }
                for (String sql : COMING) {
                    statement.execute(sql);
                }
                connection.commit();
                times++;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return times;
    }
}
