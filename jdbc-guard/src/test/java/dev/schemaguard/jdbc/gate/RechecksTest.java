package dev.schemaguard.jdbc.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.approval.TakenSnapshot;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.inspect.InspectionException;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.jdbc.GuardedDataSource;
import dev.schemaguard.jdbc.Release42;
import dev.schemaguard.jdbc.TestPool;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DigestCoverage;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.snapshot.SnapshotSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Looks in the background, on a real database; a listener says when one has landed. */
@Timeout(60)
class RechecksTest {

    private final ManualTime time = new ManualTime();
    private final RecordingListener news = new RecordingListener();
    private GuardedDataSource guarded;

    @AfterEach
    void close() throws SQLException {
        guarded.close();
        assertThat(time.planned()).as("at most one look is ever planned").isLessThanOrEqualTo(1);
        time.pass(Duration.ofDays(1));
        assertThat(time.planned()).as("nothing is planned once it is closed").isZero();
    }

    @Test
    void heldGateHealsWithoutAnybodyAsking() throws Exception {
        TestDatabase database = Release42.databaseOfRelease41();
        guarded = builder(database, Release42.guard()).mode(Mode.HOLD).build();
        assertThat(guarded.verifyNow().verdict()).isEqualTo(Verdict.DRIFTED);
        assertThat(news.next()).isEqualTo("shut");

        database.execute(Release42.migration());
        time.pass(Duration.ofSeconds(1));

        assertThat(news.next()).isEqualTo("healed");
        assertThat(guarded.state()).isInstanceOf(GateState.Open.class);
    }

    @Test
    void failingGateLooksOnlyWhenAsked() {
        guarded = builder(Release42.databaseOfRelease41(), Release42.guard()).build();

        assertThatThrownBy(guarded::getConnection).isInstanceOf(SchemaDriftException.class);

        assertThat(time.planned()).isZero();
    }

    @Test
    void gateThatLaterDriftShutsHealsWithoutBeingAsked() throws Exception {
        TestDatabase database = Release42.migratedDatabase();
        guarded = builder(database, Release42.guard()).shutOnLaterDrift(true).build();
        guarded.getConnection().close();
        assertThat(news.next()).isEqualTo("opened");
        database.execute("alter table posts drop column quality");
        assertThatThrownBy(guarded::verifyNow).isInstanceOf(SchemaDriftException.class);
        assertThat(news.next()).isEqualTo("shut");

        database.execute("alter table posts add column quality jsonb");
        time.pass(Duration.ofSeconds(2));

        assertThat(news.next()).isEqualTo("healed");
    }

    @Test
    void everyLookIsTold() throws Exception {
        TestDatabase database = Release42.migratedDatabase();
        List<Verdict> looks = new CopyOnWriteArrayList<>();
        guarded = builder(database, Release42.guard())
                .listener(new SchemaGuardListener() {
                    @Override
                    public void looked(DriftReport report, Duration took) {
                        looks.add(report.verdict());
                    }
                })
                .build();
        assertThat(guarded.lastChecked()).isEmpty();

        guarded.verifyNow();
        guarded.verifyNow();
        database.execute("alter table posts drop column quality");
        assertThatThrownBy(guarded::verifyNow).isInstanceOf(SchemaDriftException.class);

        assertThat(looks).containsExactly(Verdict.CONFORMS, Verdict.CONFORMS, Verdict.DRIFTED);
        assertThat(guarded.lastChecked()).isPresent();
    }

    /** One statement, while nothing differs (DigestCheckTest); and where something does, what differs is all that is read. */
    @Test
    void looksInTheBackgroundHaveTheServerCompareWhereASnapshotHasDigests() throws Exception {
        TestDatabase database = Release42.migratedDatabase();
        List<DigestCoverage> looks = new CopyOnWriteArrayList<>();
        guarded = builder(database, guardOf(snapshot(database)))
                .recheckEvery(Duration.ofMinutes(5))
                .listener(new SchemaGuardListener() {
                    @Override
                    public void looked(DriftReport report, Duration took) {
                        looks.add(report.coverage().byDigests());
                    }

                    @Override
                    public void driftedLater(DriftReport report) {
                        news.driftedLater(report);
                    }
                })
                .build();
        guarded.verifyNow();
        int tables = looks.get(0).tables();

        guarded.verifyNow();
        database.execute("alter table posts drop column quality");
        time.pass(Duration.ofMinutes(5));

        assertThat(news.next()).isEqualTo("drifted-later");
        assertThat(tables).isPositive();
        assertThat(looks)
                .containsExactly(
                        new DigestCoverage(tables, Optional.empty()),
                        new DigestCoverage(tables, Optional.empty()),
                        new DigestCoverage(tables - 1, Optional.of(DigestCoverage.Reason.MAY_DIFFER)));
        guarded.getConnection().close();
    }

    private static String snapshot(TestDatabase database) throws SQLException, InspectionException {
        try (Connection connection = database.direct().getConnection()) {
            return TakenSnapshot.of(connection, InspectionScope.EVERYTHING).text();
        }
    }

    private static SchemaGuard guardOf(String snapshot) {
        return SchemaGuard.expecting(SnapshotSource.of(SourceText.text("schema.json", snapshot)))
                .build();
    }

    @Test
    void latchedGateStaysOpenWhenTheBackgroundFindsDrift() throws Exception {
        TestDatabase database = Release42.migratedDatabase();
        guarded = builder(database, Release42.guard())
                .recheckEvery(Duration.ofMinutes(5))
                .build();
        guarded.verifyNow();
        assertThat(news.next()).isEqualTo("opened");

        database.execute("alter table posts drop column quality");
        time.pass(Duration.ofMinutes(5));

        assertThat(news.next()).isEqualTo("drifted-later");
        guarded.getConnection().close();
        assertThat(guarded.state().lastReport().orElseThrow().verdict()).isEqualTo(Verdict.DRIFTED);

        database.execute("alter table posts add column quality jsonb");
        time.pass(Duration.ofMinutes(5));

        assertThat(news.next()).isEqualTo("healed");
    }

    @Test
    void groupThatIsNotFullyKnownCostsAFeatureOnly() throws Exception {
        TestDatabase database = TestPostgres.database("create table posts (id bigint, quality jsonb)");
        Schema main = Schema.builder()
                .table("posts", posts -> posts.column("quality", "jsonb"))
                .build();
        Schema reels = Schema.builder()
                .gap(Gap.everywhere(Origin.of("V9__reels.sql", 3), "DO block with DDL"))
                .build();
        guarded = builder(
                        database,
                        SchemaGuard.expecting(main)
                                .optional("reels", SchemaSource.of(reels))
                                .build())
                .build();

        guarded.getConnection().close();

        assertThat(guarded.state()).isInstanceOf(GateState.Open.class);
        assertThat(guarded.isAvailable("reels")).isFalse();
    }

    @Test
    void missingGroupCostsAFeatureAndHeals() throws Exception {
        TestDatabase database = TestPostgres.database("create table posts (id bigint, quality jsonb)");
        guarded = builder(database, guardWithReelsOptional()).build();
        assertThat(guarded.isAvailable("reels")).as("nobody has looked").isFalse();
        assertThat(news.next()).isEqualTo("opened");
        guarded.getConnection().close();
        assertThat(guarded.isAvailable("reels")).isFalse();

        database.execute("create table reel_jobs (id bigint)");
        time.pass(Duration.ofSeconds(1));
        assertThat(guarded.isAvailable("reels")).as("asking begins a look").isFalse();
        guarded.verifyNow();

        assertThat(guarded.isAvailable("reels")).isTrue();
    }

    @Test
    void unknownGroupIsAMistakeOfTheCaller() {
        guarded =
                builder(Release42.migratedDatabase(), guardWithReelsOptional()).build();

        assertThatThrownBy(() -> guarded.isAvailable("reals"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"reals\"")
                .hasMessageContaining("reels");
    }

    @Test
    void lookBesideAPoolNeedsNoConnectionOfThePool() throws Exception {
        TestDatabase database = Release42.migratedDatabase();
        var config = TestPool.config(database);
        config.setMaximumPoolSize(1);
        guarded = GuardedDataSource.builder(new com.zaxxer.hikari.HikariDataSource(config))
                .guard(Release42.guard())
                .time(time)
                .listener(news)
                .recheckEvery(Duration.ofMinutes(5))
                .build();
        try (var onlyConnection = guarded.getConnection()) {
            assertThat(news.next()).isEqualTo("opened");
            database.execute("drop table reel_jobs");
            time.pass(Duration.ofMinutes(5));

            assertThat(news.next()).isEqualTo("drifted-later");
            assertThat(onlyConnection.isValid(1)).isTrue();
        }
    }

    private GuardedDataSource.Builder builder(TestDatabase database, SchemaGuard guard) {
        return GuardedDataSource.builder(database.direct())
                .guard(guard)
                .time(time)
                .listener(news);
    }

    private static SchemaGuard guardWithReelsOptional() {
        Schema reels = Schema.builder()
                .table("reel_jobs", jobs -> jobs.column("id", "bigint"))
                .build();
        Schema main = Schema.builder()
                .table("posts", posts -> posts.column("quality", "jsonb"))
                .build();
        return SchemaGuard.expecting(main)
                .optional("reels", SchemaSource.of(reels))
                .build();
    }
}
