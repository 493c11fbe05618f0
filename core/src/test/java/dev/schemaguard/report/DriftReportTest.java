package dev.schemaguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.diff.SchemaDiff;
import dev.schemaguard.inspect.DatabaseInfo;
import dev.schemaguard.model.Column;
import dev.schemaguard.model.Gap;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.policy.FailOn;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Hints;
import dev.schemaguard.policy.OnUnverified;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Verdict;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DriftReportTest {

    private static final DatabaseInfo DATABASE =
            new DatabaseInfo("PostgreSQL", "16.4", "jdbc:postgresql://db/app", "app", List.of("public"));

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void saysInTextWhatBreaksWhereAndWhatToDo() {
        assertThat(report(Policy.DEFAULT, storyFindings(), List.of()).toText()).isEqualTo("""
                        Schema Guard: DRIFTED: 2 breaking, 1 advisory

                          posts
                            BREAKING  missing-column  posts.quality
                              every statement that names `posts.quality` fails: the column does not exist
                              expected: jsonb  (V42__quality.sql:3)
                              found:    nothing
                              hint:     V42__quality.sql:3 adds it

                          reel_jobs
                            BREAKING  missing-table  reel_jobs
                              every statement on `reel_jobs` fails: the table does not exist
                              expected: a table of 1 column  (V42__quality.sql:5)
                              found:    nothing
                              hint:     V42__quality.sql:5 adds it

                          1 advisory, which do not count here (the report as JSON lists each)
                            1 type-wider: posts.score

                        What to do: run this release's pending migrations against this database, or deploy the release that
                        matches it. Until then its statements fail as said above.

                        Checked 1 of 2 tables, 3 columns, as role app in schema public of PostgreSQL 16.4 (jdbc:postgresql://db/app).
                        Expected by db/migration.
                        What a finding means: https://github.com/schemaguard/schemaguard/blob/main/docs/findings/README.md
                        """);
    }

    /** What an exception says of it. */
    @Test
    void hasOneLineThatNamesWhatCounts() {
        assertThat(report(Policy.DEFAULT, storyFindings(), List.of()).toLine())
                .isEqualTo("Schema Guard: DRIFTED: 2 breaking, 1 advisory: missing-column:posts.quality,"
                        + " missing-table:reel_jobs");
        assertThat(EveryKind.report().toLine()).contains(" more").hasLineCount(1);
        assertThat(report(Policy.DEFAULT, List.of(), List.of(new Unverified(Unverified.Code.UNREACHABLE, "no\nanswer")))
                        .toLine())
                .isEqualTo("Schema Guard: UNVERIFIED: it is not known whether the database has what this release"
                        + " expects: no\\nanswer");
        assertThat(report(Policy.DEFAULT, List.of(), List.of()).toLine())
                .isEqualTo("Schema Guard: conforms: the database has what this release expects");
    }

    @Test
    void writesTheSameAsJson() {
        JsonNode json = JsonMapper.shared()
                .readTree(report(Policy.DEFAULT, storyFindings(), List.of()).toJson());

        assertThat(json.get("version").asInt()).isEqualTo(1);
        assertThat(json.get("verdict").asString()).isEqualTo("drifted");
        assertThat(json.get("failOn").asString()).isEqualTo("breaking");
        assertThat(json.get("failed").asBoolean()).isTrue();
        assertThat(json.at("/database/url").asString()).isEqualTo("jdbc:postgresql://db/app");
        assertThat(json.at("/coverage/tablesExpected").asInt()).isEqualTo(2);
        assertThat(json.at("/counts/breaking").asInt()).isEqualTo(2);
        assertThat(json.get("targets").isNull()).isTrue();
        assertThat(json.at("/took/inspection").asString()).isEqualTo("PT0.009S");
        JsonNode finding = json.at("/findings/0");
        assertThat(finding.toString())
                .isEqualTo(
                        "{\"id\":\"missing-column:posts.quality\",\"kind\":\"missing-column\",\"page\":\"missing-column\","
                                + "\"severity\":\"breaking\",\"schema\":\"public\",\"table\":\"posts\",\"column\":\"quality\","
                                + "\"object\":null,\"expected\":\"jsonb\",\"actual\":null,"
                                + "\"impact\":{\"select\":\"fails\",\"insert\":\"fails\",\"update\":\"fails\","
                                + "\"delete\":\"works\",\"upsert\":\"fails\"},"
                                + "\"expectation\":\"db/migration\",\"group\":null,\"origin\":\"V42__quality.sql:3\","
                                + "\"message\":\"every statement that names `posts.quality` fails: the column does not exist\","
                                + "\"hint\":\"V42__quality.sql:3 adds it\",\"breaks\":[],\"fix\":[],\"accepted\":null}");
    }

    @Test
    void saysInALineWhyACleanReportIsClean() {
        assertThat(report(Policy.DEFAULT, List.of(), List.of()).toText()).isEqualTo("""
                        Schema Guard: conforms: the database has what this release expects

                        Checked 1 of 2 tables, 3 columns, as role app in schema public of PostgreSQL 16.4 (jdbc:postgresql://db/app).
                        Expected by db/migration.
                        """);
    }

    @Test
    void saysWhatCouldNotBeFoundOut() {
        DriftReport report = report(
                Policy.DEFAULT,
                List.of(),
                List.of(new Unverified(Unverified.Code.UNREACHABLE, "no connection to the database (refused)")));

        assertThat(report.toText())
                .contains("UNVERIFIED")
                .contains("  unreachable: no connection to the database (refused)");
        assertThat(report.verdict()).isEqualTo(Verdict.UNVERIFIED);
        assertThat(JsonMapper.shared()
                        .readTree(report.toJson())
                        .at("/unverified/0/code")
                        .asString())
                .isEqualTo("unreachable");
    }

    @Test
    void driftBeatsNotKnowing() {
        DriftReport report = report(
                Policy.DEFAULT,
                storyFindings(),
                List.of(new Unverified(Unverified.Code.STATICALLY_UNREADABLE, "one DO block")));

        assertThat(report.verdict()).isEqualTo(Verdict.DRIFTED);
    }

    @ParameterizedTest
    @CsvSource({"BREAKING,true", "RISKY,true", "ADVISORY,true", "NEVER,false"})
    void tellsTheTruthWhateverFails(FailOn failOn, boolean failed) {
        DriftReport report = report(Policy.DEFAULT.withFailOn(failOn), storyFindings(), List.of());

        assertThat(report.verdict()).isEqualTo(Verdict.DRIFTED);
        assertThat(report.failed()).isEqualTo(failed);
    }

    @Test
    void letsWhatIsUnverifiedPassWhereThePolicySaysSo() {
        List<Unverified> unknown = List.of(new Unverified(Unverified.Code.TIMED_OUT, "late"));
        Policy lenient = Policy.DEFAULT.withOnUnverified(OnUnverified.WARN);

        assertThat(report(Policy.DEFAULT, List.of(), unknown).failed()).isTrue();
        assertThat(report(lenient, List.of(), unknown).failed()).isFalse();
        assertThat(report(lenient, List.of(), unknown).verdict()).isEqualTo(Verdict.UNVERIFIED);
    }

    @Test
    void countsAcceptedFindingsApart() {
        List<Finding> accepted = storyFindings().stream()
                .map(finding -> new Finding(
                        finding.drift(),
                        finding.severity(),
                        finding.expectation(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.of("known since May")))
                .toList();

        DriftReport report = report(Policy.DEFAULT, accepted, List.of());

        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMS);
        assertThat(report.accepted()).isEqualTo(3);
        assertThat(report.count(Severity.BREAKING)).isZero();
    }

    @Test
    void anOptionalGroupDoesNotMakeTheWholeDrift() {
        List<Finding> optional = Policy.DEFAULT.judge(
                SchemaDiff.between(expected(), live(), Databases.assumed().types(), Set.of(), "app"),
                "reels.json",
                Optional.of("reels"),
                TODAY);

        assertThat(report(Policy.DEFAULT, optional, List.of()).verdict()).isEqualTo(Verdict.CONFORMS);
    }

    private static DriftReport report(Policy policy, List<Finding> findings, List<Unverified> unverified) {
        return new DriftReport(
                List.of("db/migration"),
                Optional.of(DATABASE),
                findings,
                unverified,
                new Coverage(2, 1, 3, List.of(Gap.everywhere(Origin.of("V9__x.sql", 12), "DO block with DDL"))),
                policy,
                new Timing(Duration.ofMillis(12), Duration.ofMillis(9)));
    }

    private static List<Finding> storyFindings() {
        return Policy.DEFAULT
                .judge(
                        SchemaDiff.between(
                                expected(), live(), Databases.assumed().types(), Set.of(), "app"),
                        "db/migration",
                        Optional.empty(),
                        TODAY)
                .stream()
                .map(new Hints(live(), List.of(), List.of())::addTo)
                .toList();
    }

    private static Schema expected() {
        return Databases.assumed()
                .dialect()
                .spell(Schema.builder()
                        .table(Table.builder(ObjectName.of("posts"))
                                .column("id", "bigint")
                                .column("score", "integer")
                                .column(Column.builder("quality")
                                        .type("jsonb")
                                        .origin(Origin.of("V42__quality.sql", 3))
                                        .build())
                                .build())
                        .table(Table.builder(ObjectName.of("reel_jobs"))
                                .column("id", "uuid")
                                .origin(Origin.of("V42__quality.sql", 5))
                                .build())
                        .build());
    }

    private static Schema live() {
        return Databases.assumed()
                .dialect()
                .spell(Schema.builder()
                        .searchPath(List.of("public"))
                        .table("public.posts", t -> t.column("id", "bigint").column("score", "bigint"))
                        .build());
    }
}
