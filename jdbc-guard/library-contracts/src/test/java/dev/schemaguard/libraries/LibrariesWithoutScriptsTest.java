package dev.schemaguard.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.SimpleLock;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written down of libraries that bring no script is held to tables with which the library itself works. */
class LibrariesWithoutScriptsTest {

    @TempDir
    private Path classpath;

    @Test
    void dbSchedulerWorksWithWhatItsContractExpects() throws IOException, InterruptedException {
        DataSource database = TestPostgres.freshDatabase(
                "create table own (id bigint)",
                "create table scheduled_tasks (task_name text, task_instance text, task_data bytea,"
                        + " execution_time timestamptz, picked boolean, picked_by text, last_success timestamptz,"
                        + " last_failure timestamptz, consecutive_failures int, last_heartbeat timestamptz,"
                        + " version bigint, primary key (task_name, task_instance))");

        CountDownLatch ran = new CountDownLatch(1);
        OneTimeTask<Void> task = Tasks.oneTime("task").execute((instance, context) -> ran.countDown());
        Scheduler scheduler = Scheduler.create(database, task)
                .pollingInterval(Duration.ofMillis(50))
                .build();
        scheduler.start();
        try {
            scheduler.schedule(task.instance("1"), Instant.now());
            assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            scheduler.stop();
        }

        conformsAndFindsALostColumn("db-scheduler", database);
    }

    @Test
    void shedLockWorksWithWhatItsContractExpects() throws IOException {
        DataSource database = TestPostgres.freshDatabase(
                "create table own (id bigint)",
                "create table shedlock (name varchar(64) primary key, lock_until timestamp, locked_at timestamp,"
                        + " locked_by varchar(255))");

        JdbcTemplateLockProvider locks = new JdbcTemplateLockProvider(database);
        LockConfiguration configuration =
                new LockConfiguration(Instant.now(), "job", Duration.ofMinutes(1), Duration.ofSeconds(30));
        SimpleLock lock = locks.lock(configuration).orElseThrow();
        assertThat(locks.lock(configuration)).isEmpty();
        lock.unlock();

        conformsAndFindsALostColumn("shedlock", database);
    }

    private void conformsAndFindsALostColumn(String library, DataSource database) throws IOException {
        ContractTrial trial = new ContractTrial(PackedContract.of(library), classpath);

        trial.conforms(database);
        trial.findsLostColumns(database, Databases.assumed(), statement -> TestPostgres.execute(database, statement));
    }
}
