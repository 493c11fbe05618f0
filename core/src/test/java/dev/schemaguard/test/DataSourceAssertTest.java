package dev.schemaguard.test;

import static dev.schemaguard.test.SchemaAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.SchemaSources;
import dev.schemaguard.drift.Kind;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.OnUnverified;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.assertj.core.error.AssertJMultipleFailuresError;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class DataSourceAssertTest {

    private static final SchemaSource RELEASE_41 = contract(Schema.builder()
            .table("posts", t -> t.column("id", "bigint").column("title", "varchar(200)"))
            .build());
    private static final SchemaSource RELEASE_42 = contract(Schema.builder()
            .table(
                    "posts",
                    t -> t.column("id", "bigint")
                            .column("title", "varchar(200)")
                            .column("quality", "jsonb"))
            .build());

    private static DataSource database;

    private static SchemaSource contract(Schema schema) {
        return SchemaSources.of(schema);
    }

    @BeforeAll
    static void migrate() {
        database = TestPostgres.freshDatabase(
                "create table posts (id bigint primary key, title varchar(200))",
                "create schema app",
                "create table app.posts (id bigint primary key, title varchar(200), quality jsonb)");
    }

    @Test
    void holdsWhenTheDatabaseHasWhatIsExpected(@TempDir Path folder) throws IOException {
        Path script = folder.resolve("release.sql");
        Files.writeString(script, "create table posts (id bigint primary key, title varchar(200));");

        assertThat(database).conformsTo(RELEASE_41).conformsTo(RELEASE_41, RELEASE_41);
        assertThat(database).conformsTo(script.toString());
        assertThat(database).inSchemas("app").conformsTo(RELEASE_42);
    }

    @Test
    void failsWithTheReport(@TempDir Path folder) throws IOException {
        Path script = folder.resolve("release.sql");
        Files.writeString(script, "create table posts (id bigint primary key,\n quality jsonb);");

        assertThatThrownBy(() -> assertThat(database).as("100 %s sure").conformsTo(script.toString()))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("[100 %s sure] Schema Guard: DRIFTED: 1 breaking\n")
                .hasMessageContainingAll(
                        "BREAKING  missing-column  posts.quality",
                        "expected: jsonb  (" + script + ":2)",
                        "found:    nothing",
                        "Checked 1 of 1 table, 1 column, as role postgres in schema public of PostgreSQL")
                .hasNoCause();
    }

    @Test
    void failsInOtherWordsAndWithTheDriversFailureWhenItCouldNotBeVerified() {
        PGSimpleDataSource stopped = new PGSimpleDataSource();
        stopped.setUrl("jdbc:postgresql://localhost:1/app?user=app&password=geheim");

        Throwable failure = catchThrowable(() -> assertThat(stopped).conformsTo(RELEASE_41));

        assertThat(failure)
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "Schema Guard: UNVERIFIED: it is not known whether the database has what this release expects",
                        "unreachable: ")
                .hasCauseInstanceOf(SQLException.class);
        assertThat(failure.getMessage()).doesNotContain("geheim");
    }

    @Test
    void failsWhenTheExpectationIsNotThere() {
        assertThatThrownBy(() -> assertThat(database).conformsTo("classpath:no-such.json"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expectation-not-readable: classpath:no-such.json: no such file");
    }

    @Test
    void refusesToHoldForNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(database).conformsTo(new String[0]))
                .withMessage(
                        "no expectation was named; name a location or a source, such as \"classpath:db/migration\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(database).doesNotConformTo(new SchemaSource[0]));
        assertThatThrownBy(() -> assertThat((DataSource) null).conformsTo(RELEASE_41))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expecting actual not to be null");
    }

    @Test
    void judgesByTheSettings() {
        SchemaSource reels = contract(Schema.builder()
                .table("posts", t -> t.column("id", "bigint"))
                .table("reel_jobs", t -> t.column("id", "uuid"))
                .build());

        assertThat(database).conformsTo(contract(narrow("title", "varchar(300)")));
        assertThatThrownBy(() -> assertThat(database)
                        .failingOn(Severity.RISKY)
                        .conformsTo(contract(narrow("title", "varchar(300)"))))
                .hasMessageContaining("RISKY  type-narrower  posts.title");
        assertThat(database).doesNotConformTo(reels).excluding("reel_*").conformsTo(reels);
        assertThat(database)
                .withPolicy(Policy.DEFAULT.ignore(Kind.MISSING_COLUMN, "posts.quality", "comes tomorrow"))
                .conformsTo(RELEASE_42);
        assertThat(database)
                .withPolicy(Policy.DEFAULT.withOnUnverified(OnUnverified.WARN))
                .inSchemas("nowhere")
                .conformsTo(RELEASE_41);
        assertThat(database).withOptional("quality", RELEASE_42).conformsTo(RELEASE_41);
    }

    @Test
    void isKnownNotToConform() {
        assertThat(database).doesNotConformTo(RELEASE_42);
        assertThatThrownBy(() -> assertThat(database).doesNotConformTo(RELEASE_41))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Schema Guard was to find drift\n\nSchema Guard: conforms: ");
        assertThatThrownBy(() -> assertThat(database).inSchemas("nowhere").doesNotConformTo(RELEASE_42))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Schema Guard: UNVERIFIED: ");
    }

    @Test
    void reportsAllDatabasesTogetherWhenAssertionsAreSoft() {
        DataSource behind = TestPostgres.freshDatabase("create table posts (id bigint)");

        Throwable failure = catchThrowable(() -> SchemaSoftAssertions.assertSoftly(softly -> {
            softly.assertThat(behind).as("behind").inSchemas("public").conformsTo(RELEASE_41);
            softly.assertThat(database).as("ready").conformsTo(RELEASE_41).conformsTo(RELEASE_42);
            softly.assertThat(check(RELEASE_42)).as("report").conforms().hasDrift(Kind.MISSING_TABLE, "reels");
            softly.assertThat(1).isEqualTo(1);
        }));

        assertThat(failure).isInstanceOf(AssertJMultipleFailuresError.class);
        assertThat(((AssertJMultipleFailuresError) failure).getFailures())
                .satisfiesExactly(
                        one -> assertThat(one)
                                .hasMessageContainingAll("[behind] Schema Guard: DRIFTED: 1 breaking", "posts.title"),
                        two -> assertThat(two).hasMessageContainingAll("[ready] Schema Guard: ", "posts.quality"),
                        three -> assertThat(three).hasMessageContaining("[report] the verdict was to be 'conforms'"),
                        four -> assertThat(four).hasMessageContaining("[report] the report has no 'missing-table'"));
    }

    @Test
    void assertsWhatACheckFound() {
        assertThat(check(RELEASE_41)).conforms().passes().doesNotHaveDrift(Kind.MISSING_COLUMN, "posts.quality");
        assertThat(check(RELEASE_42)).isDrifted().hasDrift(Kind.MISSING_COLUMN, "posts.quality");
        assertThat(check(SchemaSources.of("classpath:no-such.json"))).isUnverified();

        assertThatThrownBy(() -> assertThat(check(RELEASE_42)).passes())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Schema Guard: DRIFTED: 1 breaking");
        assertThatThrownBy(() -> assertThat(check(RELEASE_42)).hasDrift(Kind.MISSING_COLUMN, "posts.title"))
                .hasMessageStartingWith(
                        "the report has no 'missing-column' of 'posts.title', it has 'missing-column:posts.quality'\n\n");
        assertThatThrownBy(() -> assertThat(check(RELEASE_41)).hasDrift(Kind.MISSING_TABLE, "reels"))
                .hasMessageStartingWith("the report has no 'missing-table' of 'reels', it has no finding\n\n");
        assertThatThrownBy(() -> assertThat(check(RELEASE_42)).doesNotHaveDrift(Kind.MISSING_COLUMN, "posts.quality"))
                .hasMessageStartingWith("the report has 'missing-column' of 'posts.quality'\n\n");
        assertThatThrownBy(() -> assertThat(check(RELEASE_42)).isUnverified())
                .hasMessageStartingWith("the verdict was to be 'unverified'\n\nSchema Guard: DRIFTED");
        assertThatCode(() -> assertThat((DriftReport) null).conforms()).isInstanceOf(AssertionError.class);
    }

    private static DriftReport check(SchemaSource source) {
        return SchemaGuard.expecting(source).build().check(database);
    }

    private static Schema narrow(String column, String type) {
        return Schema.builder().table("posts", t -> t.column(column, type)).build();
    }
}
