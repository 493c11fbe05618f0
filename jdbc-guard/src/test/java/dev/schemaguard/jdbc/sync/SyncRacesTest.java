package dev.schemaguard.jdbc.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaCapture;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many syncs at once, and syncs that are cut off. */
class SyncRacesTest {

    private static final int AT_ONCE = 10;
    private static final int TABLES = 60;
    private static final int CUTS = Boolean.getBoolean("proof.full") ? 200 : 8;

    @Test
    void ofTenAtOnceOneAppliesAndTheOthersFindItDone() throws Exception {
        TestDatabase database = TestPostgres.database();
        SchemaSync sync = SchemaSync.of(guard());
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<SyncOutcome>> running = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return sync.run(database.direct());
                }));
            }
            start.countDown();
            List<SyncOutcome> outcomes = new ArrayList<>();
            for (Future<SyncOutcome> one : running) {
                outcomes.add(one.get());
            }

            assertThat(outcomes)
                    .filteredOn(SyncOutcome.Applied.class::isInstance)
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(SyncOutcome.NothingToAdd.class::isInstance)
                    .hasSize(AT_ONCE - 1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void leavesAllOrNothingWhereTheServerCutsItOff() throws Exception {
        Random random = new Random(42);
        SchemaSync sync = SchemaSync.of(guard());
        int applied = 0;
        int cut = 0;
        for (int i = 0; i < CUTS; i++) {
            TestDatabase database = TestPostgres.database();
            Callable<SyncOutcome> work = () -> sync.run(database.direct());
            ExecutorService thread = Executors.newSingleThreadExecutor();
            try {
                Future<SyncOutcome> running = thread.submit(work);
                cutOff(database, random.nextInt(60));
                SyncOutcome outcome = running.get();
                int tables = tables(database);
                assertThat(tables).as(outcome.toString()).isIn(0, TABLES);
                if (outcome instanceof SyncOutcome.Applied) {
                    applied++;
                    assertThat(tables).isEqualTo(TABLES);
                } else {
                    cut++;
                }
            } finally {
                thread.shutdownNow();
            }
        }
        assertThat(applied + cut).isEqualTo(CUTS);
        assertThat(cut).as("cut off in time").isPositive();
    }

    /** Ends the sync's connection once it has been there for so many thousandths of a second. */
    private static void cutOff(TestDatabase database, int millis) throws Exception {
        try (Connection connection = database.direct().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                      for attempt in 1..500 loop
                        perform pg_stat_clear_snapshot();
                        exit when exists (select from pg_stat_activity where datname = current_database()
                          and pid <> pg_backend_pid() and backend_type = 'client backend');
                        perform pg_sleep(0.002);
                      end loop;
                      perform pg_sleep(%s / 1000.0);
                    end $$""".formatted(millis));
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname ="
                    + " current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'");
        }
    }

    private static int tables(TestDatabase database) throws Exception {
        return SchemaCapture.capture(database.direct(), InspectionScope.EVERYTHING)
                .tables()
                .size();
    }

    private static SchemaGuard guard() {
        Schema.Builder release = Schema.builder();
        for (int i = 0; i < TABLES; i++) {
            release.table(
                    "t" + i,
                    table -> table.column("id", "bigint", column -> column.notNull())
                            .column("name", "text")
                            .primaryKey("id"));
        }
        return SchemaGuard.expecting(release.build()).build();
    }
}
