package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.schemaguard.database.Database;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class SchemaGuardTest {

    private static final Schema RELEASE = Schema.builder()
            .table(
                    "posts",
                    t -> t.column("id", "bigint")
                            .column("title", "varchar(200)")
                            .column("quality", "jsonb"))
            .table("reel_jobs", t -> t.column("id", "uuid"))
            .build();

    @Test
    void reportsEverythingThatIsMissingAtOnce() {
        DataSource database = TestPostgres.freshDatabase("create table posts (id bigint, title varchar(200))");

        DriftReport report = SchemaGuard.expecting(RELEASE).build().check(database);

        assertThat(report.verdict()).isEqualTo(Verdict.DRIFTED);
        assertThat(report.findings())
                .extracting(finding -> finding.severity() + " " + finding.id())
                .containsExactly("BREAKING missing-column:posts.quality", "BREAKING missing-table:reel_jobs");
        assertThat(report.coverage().tablesExpected()).isEqualTo(2);
        assertThat(report.coverage().tablesChecked()).isEqualTo(1);
        assertThat(report.coverage().columnsChecked()).isEqualTo(2);
        assertThat(report.database().orElseThrow().schemas()).containsExactly("public");
    }

    @Test
    void conformsOnceTheDatabaseIsMigrated() throws SQLException {
        DataSource database = TestPostgres.freshDatabase("create table posts (id bigint, title varchar(200))");
        SchemaGuard guard = SchemaGuard.expecting(RELEASE).build();
        assertThatThrownBy(() -> guard.verify(database))
                .asInstanceOf(type(SchemaDriftException.class))
                .satisfies(drift -> assertThat(drift.getSQLState()).isEqualTo("SG001"))
                .satisfies(drift ->
                        assertThat(drift.getMessage()).contains("posts.quality").contains("reel_jobs"));

        TestPostgres.execute(
                database, "alter table posts add column quality jsonb", "create table reel_jobs (id uuid primary key)");

        assertThat(guard.verify(database).verdict()).isEqualTo(Verdict.CONFORMS);
    }

    @Test
    void checksAnotherDatabaseThroughItsDriversMetadata() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:guard;DB_CLOSE_DELAY=-1");
        TestPostgres.execute(database, "create table posts (id bigint, title varchar(100))");
        SchemaGuard guard = SchemaGuard.expecting(Schema.builder()
                        .table(
                                "posts",
                                t -> t.column("id", "bigint")
                                        .column("title", "varchar(200)")
                                        .column("note", "text"))
                        .build())
                .build();

        assertThat(guard.check(database).findings())
                .extracting(finding -> finding.severity() + " " + finding.id())
                .containsExactly("BREAKING missing-column:POSTS.NOTE", "RISKY type-narrower:POSTS.TITLE");
    }

    @Test
    void leavesTheCallersConnectionAndTransactionAlone() throws SQLException {
        DataSource database = TestPostgres.freshDatabase("create table posts (id bigint)");
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("insert into posts values (1)");

            SchemaGuard.expecting(RELEASE).build().check(connection);

            assertThat(connection.isClosed()).isFalse();
            assertThat(connection.getAutoCommit()).isFalse();
            connection.rollback();
            try (var rows = connection.createStatement().executeQuery("select count(*) from posts")) {
                rows.next();
                assertThat(rows.getInt(1)).isZero();
            }
        }
    }

    @Test
    void saysThatNobodyListensAndKeepsTheDriversFailure() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setURL("jdbc:postgresql://127.0.0.1:1/app?user=app&password=s3cret");

        assertThatThrownBy(() -> SchemaGuard.expecting(RELEASE).build().verify(nowhere))
                .asInstanceOf(type(SchemaUnverifiedException.class))
                .satisfies(unverified -> {
                    assertThat(unverified.getSQLState()).isEqualTo("SG002");
                    assertThat(unverified.getCause()).isInstanceOf(SQLException.class);
                    assertThat(unverified.report().unverified())
                            .extracting(Unverified::code)
                            .containsExactly(Unverified.Code.UNREACHABLE);
                    assertThat(unverified.getMessage()).doesNotContain("s3cret");
                });
    }

    @Test
    void neverTakesAnEmptyExpectationForConforming() {
        DriftReport report = SchemaGuard.expecting(Schema.builder().build())
                .build()
                .check(TestPostgres.freshDatabase("create table posts (id bigint)"));

        assertThat(report.verdict()).isEqualTo(Verdict.UNVERIFIED);
        assertThat(report.unverified()).extracting(Unverified::code).containsExactly(Unverified.Code.EMPTY_EXPECTATION);
    }

    @Test
    void neverTakesASchemaThatDoesNotExistForConforming() {
        DriftReport report = SchemaGuard.expecting(RELEASE)
                .scope(InspectionScope.EVERYTHING.in(List.of("nowhere")))
                .build()
                .check(TestPostgres.freshDatabase());

        assertThat(report.unverified()).extracting(Unverified::code).containsExactly(Unverified.Code.SCHEMA_NOT_FOUND);
    }

    @Test
    void saysAnEmptySchemaInOneHeadline() {
        assertThat(SchemaGuard.expecting(RELEASE)
                        .build()
                        .check(TestPostgres.freshDatabase())
                        .findings())
                .extracting(finding -> finding.id())
                .containsExactly("empty-schema");
    }

    @Test
    void tellsATableThatMayNotBeReadFromOneThatIsMissing() {
        String database = TestPostgres.freshDatabaseName();
        String role = TestPostgres.freshRole();
        TestPostgres.execute(
                TestPostgres.dataSource(database, TestPostgres.SUPERUSER),
                "create table posts (id bigint, title varchar(200), quality jsonb)",
                "create table reel_jobs (id uuid)");
        SchemaGuard guard = SchemaGuard.expecting(RELEASE)
                .policy(Policy.failOn(Severity.BREAKING))
                .build();

        DriftReport report = guard.check(TestPostgres.dataSource(database, role));

        assertThat(report.findings())
                .filteredOn(finding -> finding.severity() == Severity.BREAKING)
                .extracting(finding -> finding.id())
                .containsExactly("missing-privilege:posts(select)", "missing-privilege:reel_jobs(select)");
    }

    @Test
    void leavesOutTablesThatAreNoneOfItsBusiness() {
        DriftReport report = SchemaGuard.expecting(RELEASE)
                .scope(InspectionScope.EVERYTHING.excluding(List.of("reel_*")))
                .build()
                .check(TestPostgres.freshDatabase("create table posts (id bigint, title varchar(200), quality jsonb)"));

        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMS);
        assertThat(report.coverage().tablesExpected()).isEqualTo(1);
    }

    @Test
    void refusesToGuardNothing() {
        assertThatThrownBy(() -> SchemaGuard.expecting(List.of()).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no expectation");
    }

    @Test
    void hintsAtWhatSomebodyMayHaveMeant() {
        DataSource database = TestPostgres.freshDatabase(
                "create schema legacy",
                "create table legacy.reel_jobs (id uuid)",
                "create table posts (id bigint, title varchar(200), qualty jsonb)",
                "create table \"Businesses\" (id bigint)");
        Schema release = RELEASE.toBuilder()
                .table("businesses", t -> t.column("id", "bigint"))
                .build();

        assertThat(SchemaGuard.expecting(release).build().check(database).findings())
                .extracting(finding -> finding.id() + ": " + finding.hint().orElse(""))
                .containsExactly(
                        "missing-table:businesses: the schema has `Businesses`, in other case",
                        "missing-column:posts.quality: the table has `qualty`",
                        "missing-table:reel_jobs: exists in schema `legacy`, which is not on the search_path (public)");
    }

    @Test
    void tellsItsOwnFailureFromAnUnreachableServer() {
        SchemaSource broken = new SchemaSource() {

            @Override
            public String name() {
                return "broken";
            }

            @Override
            public Schema load(Database dialect) {
                throw new IllegalStateException("no bean");
            }
        };

        assertThat(SchemaGuard.expecting(broken)
                        .build()
                        .check(TestPostgres.freshDatabase())
                        .unverified())
                .singleElement()
                .satisfies(unknown -> assertThat(unknown.code()).isEqualTo(Unverified.Code.INTERNAL_ERROR))
                .satisfies(unknown -> assertThat(unknown.reason()).contains("no bean"));
    }

    @Test
    void leavesOutTheTablesOfMigrationTools() {
        DataSource database = TestPostgres.freshDatabase();
        Schema release = Schema.builder()
                .table("flyway_schema_history", t -> t.column("version"))
                .build();

        assertThat(SchemaGuard.expecting(release).build().check(database).verdict())
                .as("nothing but the tool's own table was expected")
                .isEqualTo(Verdict.UNVERIFIED);
    }

    @Test
    void givesItsConnectionBackWhateverBreaks() {
        AtomicReference<Connection> given = new AtomicReference<>();
        PGSimpleDataSource database = new PGSimpleDataSource() {

            @Override
            public Connection getConnection() throws SQLException {
                given.set(super.getConnection());
                return given.get();
            }
        };
        database.setURL(TestPostgres.url(TestPostgres.freshDatabaseName()));
        SchemaSource endless = new SchemaSource() {

            @Override
            public String name() {
                return "endless";
            }

            @Override
            public Schema load(Database dialect) {
                throw new StackOverflowError();
            }
        };

        assertThatThrownBy(() -> SchemaGuard.expecting(endless).build().check(database))
                .isInstanceOf(StackOverflowError.class);

        assertThat(given.get())
                .satisfies(connection -> assertThat(connection.isClosed()).isTrue());
    }
}
