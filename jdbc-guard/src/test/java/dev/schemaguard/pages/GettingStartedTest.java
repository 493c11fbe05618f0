package dev.schemaguard.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.drift.Kind;
import dev.schemaguard.embedded.TestDatabase;
import dev.schemaguard.jdbc.GuardedDataSource;
import dev.schemaguard.jdbc.Release42;
import dev.schemaguard.jdbc.TestPool;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.library.LibraryContracts;
import dev.schemaguard.source.library.LibrarySettings;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The first steps, as the pages show them, on a database that is one release behind. */
class GettingStartedTest {

    private final TestDatabase behind = Release42.databaseOfRelease41();

    @Test
    void noConnectionLeavesBeforeTheMigrationHasRun() throws SQLException {
        try (HikariDataSource pool = new HikariDataSource(TestPool.config(behind))) {
            SchemaGuard guard = SchemaGuard.expecting(SchemaSources.of("classpath:db/migration"))
                    .build();
            DataSource database = GuardedDataSource.wrap(pool, guard);

            assertThatThrownBy(() -> {
                        database.getConnection(); // SchemaDriftException (SQLState SG001) with the report, until the
                        // database has caught up
                    })
                    .isInstanceOf(SchemaDriftException.class)
                    .hasFieldOrPropertyWithValue("SQLState", "SG001");
        }
    }

    @Test
    void waitsAndThenRefuses() throws SQLException {
        try (HikariDataSource pool = new HikariDataSource(TestPool.config(behind))) {
            SchemaGuard guard = Release42.guard();
            behind.execute(Release42.migration());

            DataSource database = GuardedDataSource.builder(pool)
                    .guard(guard)
                    .waitFor(Duration.ofSeconds(
                            60)) // polls until the schema is there, then opens or refuses with the report
                    .recheckEvery(Duration.ofMinutes(5)) // later drift is reported, and does not shut an open gate
                    .translateErrors(
                            true) // "undefined column" gets the SchemaDriftException as its cause, if it is drift
                    .build();

            database.getConnection().close();
        }
    }

    @Test
    void anybodyMayAsk() throws SQLException {
        DataSource dataSource = behind.direct();
        SchemaGuard guard = SchemaGuard.expecting(SchemaSources.of(Schema.builder()
                        .table("posts", t -> t.column("quality", "jsonb"))
                        .build()))
                .build();

        DriftReport report = guard.check(dataSource); // to begin with: log report.toText(), and go on

        assertThat(report.verdict()).isEqualTo(Verdict.DRIFTED);
        assertThatThrownBy(() -> {
                    guard.verify(dataSource); // then: throws SchemaDriftException or SchemaUnverifiedException
                })
                .isInstanceOf(SchemaDriftException.class);
    }

    @Test
    void aPolicyIgnoresWithAReasonAndALastDay() {
        SchemaSource source = SchemaSources.of(Release42.contract());
        Policy policy = Policy.failOn(Severity.RISKY)
                .ignore(Kind.MISSING_INDEX, "legacy_*", "made by hand on the replica", LocalDate.of(2027, 3, 31));
        SchemaGuard guard = SchemaGuard.expecting(source).policy(policy).build();

        assertThat(guard.check(behind.direct()).failed()).isTrue();
    }

    @Test
    void contractsOfLibrariesCountBesideWhatIsExpected() {
        SchemaSource source = SchemaSources.of(Release42.contract());
        ClassLoader loader = getClass().getClassLoader();
        SchemaGuard guard = SchemaGuard.expecting(source)
                .libraries(LibraryContracts.on(loader, LibrarySettings.NONE))
                .build();

        assertThat(guard.check(behind.direct()).verdict()).isEqualTo(Verdict.DRIFTED);
    }

    @Test
    void theReportAnswersForItself() {
        DataSource pool = behind.direct();
        SchemaGuard guard = Release42.guard();

        DriftReport report = guard.check(pool); // never throws for drift
        report.verdict(); // CONFORMS, DRIFTED, UNVERIFIED
        report.toText();
        report.toJson();

        assertThat(report.toJson()).contains("\"missing-table:reel_jobs\"");
    }
}
