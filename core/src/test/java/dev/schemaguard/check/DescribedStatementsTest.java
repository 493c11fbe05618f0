package dev.schemaguard.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.report.StatementCoverage;
import dev.schemaguard.source.StatementSource;
import dev.schemaguard.statements.ConflictTarget;
import dev.schemaguard.statements.ReleaseStatement;
import dev.schemaguard.statements.ReleaseStatements;
import dev.schemaguard.statements.StatementUse;
import dev.schemaguard.statements.TableAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What a server says of a release's statements, in a report. */
class DescribedStatementsTest {

    private final DataSource database =
            TestPostgres.freshDatabase("create table posts (id bigint primary key, title text)");

    @Test
    void aStatementThatTheServerRefusesIsAFinding() {
        DriftReport report = check(
                select("Posts#top", "select id, similarity(title, ?) from posts", "id", "title"),
                select("Posts#top", "select word_similarity(title) from posts", "title"),
                select("Posts#titles", "select title from posts", "title"),
                select("Posts#call", "call refresh()"));

        assertThat(report.verdict()).isEqualTo(Verdict.DRIFTED);
        assertThat(report.findings()).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.BREAKING);
            assertThat(finding.drift().origin()).isEqualTo(Origin.of("Posts#top"));
            assertThat(finding.drift().message()).contains("similarity(", "does not exist");
            assertThat(finding.breaks()).hasSize(1);
        });
        assertThat(report.findings())
                .extracting(finding -> finding.id())
                .containsExactly("statement-fails:Posts#top", "statement-fails:Posts#top (2)");
        assertThat(report.toText())
                .contains("4 statements of the release known, 3 described by the server, 1 not described.");
        assertThat(report.coverage().statements())
                .singleElement()
                .satisfies(known -> assertThat(known.notDescribed())
                        .containsExactly(new StatementCoverage.NotReadable(
                                Origin.of("Posts#call"),
                                "it begins with `call` and is no query, insert, update or delete")));
    }

    @Test
    void aStatementWhoseFailureIsKnownAlreadyIsNoSecondFinding() {
        DriftReport report = check(select("Posts#best", "select quality from posts", "quality"));

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("missing-column:posts.quality");
            assertThat(finding.breaks()).hasSize(1);
        });
    }

    @Test
    void aDatabaseThatDescribesNothingSaysSo() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:described");
                Statement statement = connection.createStatement()) {
            statement.execute("create table \"posts\" (\"id\" bigint primary key, \"title\" varchar(10))");

            DriftReport report = SchemaGuard.expecting()
                    .statements(source(select("Posts#titles", "select title, nothing() from posts", "title")))
                    .build()
                    .check(connection);

            assertThat(report.verdict()).isEqualTo(Verdict.CONFORMS);
            assertThat(report.toText()).contains("0 described by the server, 1 not described");
        }
    }

    @Test
    void aServerIsAskedOnlyWhereSomethingDiffersIfThatIsWanted() {
        ReleaseStatement refused = select("Posts#top", "select word_similarity(title) from posts", "title");
        ReleaseStatement broken = select("Posts#best", "select quality from posts", "quality");

        assertThat(onDriftOnly(refused).verdict()).isEqualTo(Verdict.CONFORMS);
        assertThat(onDriftOnly(refused, broken).findings())
                .extracting(finding -> finding.id())
                .containsExactlyInAnyOrder("missing-column:posts.quality", "statement-fails:Posts#top");
    }

    @Test
    void aServerIsAskedOnlyForStatementsThatTouchWhatDiffers() {
        ReleaseStatement broken = select("Posts#best", "select quality from posts", "quality");
        ReleaseStatement elsewhere = new ReleaseStatement(
                "select word_similarity(label) from tags",
                List.of(Origin.of("Tags#all")),
                new StatementUse(
                        List.of(new TableAccess(
                                ObjectName.of("tags"),
                                StatementKind.SELECT,
                                Set.of(),
                                Set.of("label"),
                                Set.of(),
                                false,
                                new ConflictTarget.None())),
                        Set.of(),
                        Set.of(),
                        Set.of()));
        DataSource two = TestPostgres.freshDatabase(
                "create table posts (id bigint primary key, title text)", "create table tags (label text)");

        DriftReport report = SchemaGuard.expecting()
                .statements(source(broken, elsewhere))
                .describedOnDriftOnly()
                .build()
                .check(two);

        assertThat(report.findings()).extracting(Finding::id).containsExactly("missing-column:posts.quality");
        assertThat(report.toText()).contains("2 statements of the release known", "1 described by the server");
    }

    @Test
    void statementsOfNoTableLeaveTheRestAsCertainAsItIs() {
        ReleaseStatement time =
                new ReleaseStatement("select now()", List.of(Origin.of("Clock#now")), StatementUse.NOTHING);
        Schema contract =
                Schema.builder().table("posts", posts -> posts.column("id")).build();

        assertThat(SchemaGuard.expecting(contract)
                        .statements(source(time))
                        .build()
                        .check(database)
                        .verdict())
                .isEqualTo(Verdict.CONFORMS);
        assertThat(check(time).verdict()).as("where nothing else is expected").isEqualTo(Verdict.UNVERIFIED);
    }

    private DriftReport onDriftOnly(ReleaseStatement... statements) {
        return SchemaGuard.expecting()
                .statements(source(statements))
                .describedOnDriftOnly()
                .build()
                .check(database);
    }

    private DriftReport check(ReleaseStatement... statements) {
        return SchemaGuard.expecting().statements(source(statements)).build().check(database);
    }

    private static StatementSource source(ReleaseStatement... statements) {
        return StatementSource.of(new ReleaseStatements("statements.sql", List.of(statements), List.of(), false));
    }

    private static ReleaseStatement select(String origin, String text, String... columns) {
        TableAccess access = new TableAccess(
                ObjectName.of("posts"),
                StatementKind.SELECT,
                Set.of(columns),
                Set.of(),
                Set.of(),
                false,
                new ConflictTarget.None());
        return new ReleaseStatement(
                text, List.of(Origin.of(origin)), new StatementUse(List.of(access), Set.of(), Set.of(), Set.of()));
    }
}
