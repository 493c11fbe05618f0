package dev.schemaguard.jdbc.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaUnverifiedException;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.jdbc.Release42;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Verdict;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaVerifierTest {

    private final ManualTime time = new ManualTime();

    @Test
    void waitsUntilTheMigrationHasCommitted() throws SQLException {
        TestDatabase database = Release42.databaseOfRelease41();
        Iterator<String> migration = List.of(Release42.migration()).iterator();
        time.duringPause(() -> database.execute(migration.next()));

        assertThat(verifier(Duration.ofMinutes(1)).verify(database.direct()).verdict())
                .isEqualTo(Verdict.CONFORMS);

        assertThat(time.pauses()).containsExactly(Duration.ofMillis(750), Duration.ofMillis(1500));
    }

    @Test
    void failsWithTheLastAndWholeReportWhenTimeIsUp() {
        TestDatabase database = Release42.databaseOfRelease41();
        Iterator<String> migration = List.of(Release42.migration()[0], "select 1", "select 1", "select 1")
                .iterator();
        time.duringPause(() -> database.execute(migration.next()));

        SchemaDriftException refusal = catchThrowableOfType(
                SchemaDriftException.class,
                () -> verifier(Duration.ofSeconds(10)).verify(database.direct()));

        assertThat(refusal.report().findings())
                .extracting(finding -> finding.id())
                .containsExactly("missing-table:reel_jobs");
        assertThat(refusal.report().coverage().tablesExpected()).isEqualTo(2);
        assertThat(time.pauses().stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void readsOnlyWhatWasNotAsExpectedWhileItWaits() {
        TestDatabase database = TestPostgres.database("create table posts (id bigint, quality jsonb)");
        SchemaGuard guard = Release42.guard();

        SchemaGuard narrowed = guard.narrowedTo(guard.check(database.direct()));

        assertThat(narrowed.check(database.direct()).coverage().tablesExpected())
                .isEqualTo(1);
        database.execute("create table reel_jobs (id bigint)", "alter table posts drop column quality");
        assertThat(narrowed.check(database.direct()).verdict())
                .as("posts is not looked at")
                .isEqualTo(Verdict.CONFORMS);
    }

    @Test
    void looksAtEverythingOnceMoreBeforeItIsContent() {
        TestDatabase database = TestPostgres.database("create table posts (id bigint, quality jsonb)");
        time.duringPause(() -> database.execute(
                "create table if not exists reel_jobs (id bigint)", "alter table posts drop column if exists quality"));

        assertThatThrownBy(() -> verifier(Duration.ofSeconds(3)).verify(database.direct()))
                .isInstanceOf(SchemaDriftException.class)
                .hasMessageContaining("posts.quality");
    }

    @Test
    void doesNotWaitForWhatWaitingCannotCure() {
        SchemaGuard empty = SchemaGuard.expecting(Schema.builder().build()).build();

        assertThatThrownBy(() -> SchemaVerifier.of(empty)
                        .waiting(WaitSettings.atMost(Duration.ofHours(1)))
                        .timedBy(time, new GuardThreads("test"))
                        .verify(Release42.migratedDatabase().direct()))
                .isInstanceOf(SchemaUnverifiedException.class);

        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void honoursInterruption() {
        Thread.currentThread().interrupt();

        Throwable refusal = catchThrowable(() -> verifier(Duration.ofHours(1))
                .verify(Release42.databaseOfRelease41().direct()));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(refusal).isInstanceOf(SQLException.class).hasMessageContaining("interrupted");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> WaitSettings.atMost(Duration.ofSeconds(-1))).hasMessageContaining("atMost was PT-1S");
        assertThatThrownBy(() -> WaitSettings.ONCE.pausing(Duration.ZERO, Duration.ofSeconds(1)))
                .hasMessageContaining("firstPause was PT0S");
        assertThatThrownBy(() -> WaitSettings.ONCE.pausing(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessageContaining("longestPause was PT1S");
        assertThatThrownBy(() -> SchemaVerifier.of(Release42.guard()).within(Duration.ZERO))
                .hasMessageContaining("timeout was PT0S");
    }

    private SchemaVerifier verifier(Duration atMost) {
        return SchemaVerifier.of(Release42.guard())
                .waiting(WaitSettings.atMost(atMost))
                .timedBy(time, new GuardThreads("test"));
    }
}
