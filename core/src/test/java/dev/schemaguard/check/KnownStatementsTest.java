package dev.schemaguard.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.SchemaGuard;
import dev.schemaguard.database.Database;
import dev.schemaguard.database.Databases;
import dev.schemaguard.drift.Effect;
import dev.schemaguard.drift.Kind;
import dev.schemaguard.drift.SchemaDrift;
import dev.schemaguard.drift.TableDrift;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.ObjectName;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.StatementKind;
import dev.schemaguard.policy.Broken;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.StatementSource;
import dev.schemaguard.statements.ConflictTarget;
import dev.schemaguard.statements.ReleaseStatement;
import dev.schemaguard.statements.ReleaseStatements;
import dev.schemaguard.statements.StatementUse;
import dev.schemaguard.statements.TableAccess;
import dev.schemaguard.statements.UnreadStatement;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What a release's own statements add to what is expected: whom a difference breaks, and what nobody minds. */
class KnownStatementsTest {

    private static final String POSTS = "create table posts (id bigint primary key, title text not null)";

    private final Schema contract = Schema.builder()
            .table(
                    "posts",
                    table -> table.column("id", "bigint")
                            .column("title", "text")
                            .column("quality", "jsonb")
                            .column("legacy", "text")
                            .primaryKey("id"))
            .build();

    @Test
    void saysWhomAMissingColumnBreaks() {
        DataSource database = TestPostgres.freshDatabase(POSTS + "; alter table posts add legacy text");
        DriftReport report = SchemaGuard.expecting(contract)
                .statements(statements(
                        false,
                        select("Posts#top", Set.of("id", "quality")),
                        select("Posts#titles", Set.of("title")),
                        select("Posts#best", Set.of("quality"))))
                .build()
                .check(database);

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("missing-column:posts.quality");
            assertThat(finding.severity()).isEqualTo(Severity.BREAKING);
            assertThat(finding.breaks())
                    .containsExactly(
                            new Broken(Origin.of("Posts#top"), StatementKind.SELECT, Effect.FAILS),
                            new Broken(Origin.of("Posts#best"), StatementKind.SELECT, Effect.FAILS));
            assertThat(finding.hint().orElse("")).doesNotContain("also expected");
        });
        assertThat(report.toText()).contains("breaks Posts#top, Posts#best", "3 statements of the release known");
        assertThat(report.toJson())
                .contains("\"breaks\":[{\"origin\":\"Posts#top\",\"kind\":\"select\",\"effect\":\"fails\"}");
    }

    @Test
    void expectsWhatNoOtherExpectationKnows() {
        DataSource database = TestPostgres.freshDatabase(POSTS);
        DriftReport report = SchemaGuard.expecting(posts())
                .statements(statements(
                        false,
                        new ReleaseStatement(
                                "select 1 from reels",
                                List.of(Origin.of("Reels#all")),
                                use(new TableAccess(
                                        ObjectName.of("reels"),
                                        StatementKind.SELECT,
                                        Set.of(),
                                        Set.of(),
                                        Set.of(),
                                        false,
                                        new ConflictTarget.None())))))
                .build()
                .check(database);

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("missing-table:reels");
            assertThat(finding.severity()).isEqualTo(Severity.BREAKING);
            assertThat(finding.drift().origin()).isEqualTo(Origin.of("Reels#all"));
        });
    }

    @Test
    void anInsertThatLeavesOutARequiredColumnIsBroken() {
        DataSource database = TestPostgres.freshDatabase(POSTS);
        DriftReport report = SchemaGuard.expecting()
                .statements(statements(
                        false,
                        insert("Posts#add", Set.of("id"), new ConflictTarget.None()),
                        select("Posts#top", Set.of("title"))))
                .build()
                .check(database);

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("default-missing:posts.title");
            assertThat(finding.severity()).isEqualTo(Severity.BREAKING);
            assertThat(finding.breaks()).extracting(Broken::origin).containsExactly(Origin.of("Posts#add"));
        });
    }

    @Test
    void anInsertThatNamesAllColumnsIsNotBroken() {
        DataSource database = TestPostgres.freshDatabase(POSTS);
        DriftReport report = SchemaGuard.expecting()
                .statements(statements(false, insert("Posts#add", Set.of("id", "title"), new ConflictTarget.None())))
                .build()
                .check(database);

        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMS);
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void aLostKeyIsBreakingOnlyForTheUpsertThatMeansIt() {
        DataSource database = TestPostgres.freshDatabase("create table posts (id bigint, title text not null)");
        DriftReport meant = SchemaGuard.expecting(posts())
                .statements(statements(
                        true,
                        insert("Posts#put", Set.of("id", "title"), new ConflictTarget.Columns(Set.of("id"), false))))
                .build()
                .check(database);
        DriftReport other = SchemaGuard.expecting(posts())
                .statements(statements(true, insert("Posts#put", Set.of("id", "title"), new ConflictTarget.AnyKey())))
                .build()
                .check(database);

        assertThat(meant.findings())
                .filteredOn(finding -> finding.drift().kind() == Kind.MISSING_PRIMARY_KEY)
                .extracting(Finding::severity)
                .containsExactly(Severity.BREAKING);
        assertThat(other.findings()).extracting(Finding::severity).containsOnly(Severity.ADVISORY);
    }

    @Test
    void whatNoStatementUsesIsAdvisoryWhereAllStatementsAreKnown() {
        DataSource database = TestPostgres.freshDatabase(POSTS + "; alter table posts add quality jsonb");

        assertThat(severityOfLegacy(database, true)).isEqualTo(Severity.ADVISORY);
        assertThat(severityOfLegacy(database, false)).isEqualTo(Severity.BREAKING);
    }

    private Severity severityOfLegacy(DataSource database, boolean complete) {
        DriftReport report = SchemaGuard.expecting(contract)
                .statements(statements(complete, select("Posts#top", Set.of("id", "title"))))
                .build()
                .check(database);
        return report.findings().get(0).severity();
    }

    @Test
    void oneThatCouldNotBeReadLeavesOpenWhatIsUnused() {
        DataSource database = TestPostgres.freshDatabase(POSTS + "; alter table posts add quality jsonb");
        ReleaseStatements unread = new ReleaseStatements(
                "release.sql",
                List.of(select("Posts#top", Set.of("id"))),
                List.of(new UnreadStatement(Origin.of("release.sql", 7), "no SQL that is known")),
                true);
        DriftReport report = SchemaGuard.expecting(contract)
                .statements(StatementSource.of(unread))
                .build()
                .check(database);

        assertThat(report.findings()).extracting(Finding::severity).containsExactly(Severity.BREAKING);
        assertThat(report.toText()).contains("release.sql:7: no SQL that is known", "1 not readable");
    }

    @Test
    void whatAMappingReadsKeepsItsWeight() {
        DataSource database = TestPostgres.freshDatabase(POSTS);
        Schema mapped = Schema.builder()
                .table(
                        "posts",
                        table -> table.column("id", "bigint")
                                .column("legacy", "text")
                                .readOnly())
                .build();
        DriftReport report = SchemaGuard.expecting(mapped)
                .statements(statements(true, select("Posts#top", Set.of("id"))))
                .build()
                .check(database);

        assertThat(report.findings()).extracting(Finding::severity).containsExactly(Severity.BREAKING);
    }

    @Test
    void statementsThatOnlyExplainAreReadWhereSomethingDiffers() {
        AtomicInteger reads = new AtomicInteger();
        ReleaseStatements known =
                new ReleaseStatements("queries", List.of(select("Posts#top", Set.of("quality"))), List.of(), false);
        StatementSource counted = new StatementSource() {
            @Override
            public String name() {
                return "queries";
            }

            @Override
            public ReleaseStatements load(Database database, Schema expected) {
                reads.incrementAndGet();
                return known;
            }
        };
        SchemaGuard guard = SchemaGuard.expecting(contract).explainedBy(counted).build();
        DataSource whole = TestPostgres.freshDatabase(POSTS + "; alter table posts add quality jsonb, add legacy text");

        assertThat(guard.check(whole).verdict()).isEqualTo(Verdict.CONFORMS);
        assertThat(reads).hasValue(0);

        DriftReport report = guard.check(TestPostgres.freshDatabase(POSTS + "; alter table posts add legacy text"));
        assertThat(reads).hasValue(1);
        assertThat(report.findings().get(0).breaks())
                .extracting(Broken::origin)
                .containsExactly(Origin.of("Posts#top"));
    }

    @Test
    void statementsThatCannotBeReadTakeNoFindingWithThem() {
        StatementSource broken = new StatementSource() {
            @Override
            public String name() {
                return "gone.sql";
            }

            @Override
            public ReleaseStatements load(Database database, Schema expected) {
                throw new SchemaSourceException(
                        Origin.of("gone.sql"), "there is no such file", "name one that is there");
            }
        };
        DataSource database = TestPostgres.freshDatabase(POSTS + "; alter table posts add legacy text");
        DriftReport report =
                SchemaGuard.expecting(contract).statements(broken).build().check(database);

        assertThat(report.findings()).extracting(Finding::id).containsExactly("missing-column:posts.quality");
        assertThat(report.unverified())
                .singleElement()
                .satisfies(unknown -> assertThat(unknown.reason()).contains("gone.sql"));
    }

    @Test
    void aSettingOfTheSessionKeepsItsWeightThoughNoStatementNamesIt() {
        StatementReading all = new StatementReading(statements(true, select("Posts#top", Set.of("id"))), List.of());
        KnownStatements known = new KnownStatements(List.of(all), Databases.assumed(), contract, contract);

        assertThat(known.about(new SchemaDrift.OtherSetting("sql_mode", "STRICT_ALL_TABLES", ""))
                        .certain())
                .isFalse();
        assertThat(known.about(new TableDrift.MissingTable(
                                contract.table("posts").orElseThrow(), ObjectName.of("posts")))
                        .certain())
                .isTrue();
    }

    @Test
    void namesAllWhoSendTheSameStatement() {
        DataSource database = TestPostgres.freshDatabase(POSTS + "; alter table posts add legacy text");
        ReleaseStatement top = select("Posts#top", Set.of("quality"));
        DriftReport report = SchemaGuard.expecting(contract)
                .statements(statements(
                        false,
                        new ReleaseStatement(
                                top.text(), List.of(Origin.of("Posts#top"), Origin.of("Reels#top")), top.use())))
                .build()
                .check(database);

        assertThat(report.findings().get(0).breaks())
                .extracting(Broken::origin)
                .containsExactly(Origin.of("Posts#top"), Origin.of("Reels#top"));
    }

    @Test
    void aStatementThatTheServerRefusesIsBreakingWhoeverSendsIt() {
        DataSource database = TestPostgres.freshDatabase(POSTS);
        DriftReport report = SchemaGuard.expecting(posts())
                .statements(statements(
                        false, new ReleaseStatement("select nobody_has_this(1)", List.of(), StatementUse.NOTHING)))
                .build()
                .check(database);

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.drift().kind()).isEqualTo(Kind.STATEMENT_FAILS);
            assertThat(finding.severity()).isEqualTo(Severity.BREAKING);
        });
    }

    private static Schema posts() {
        return Schema.builder()
                .table(
                        "posts",
                        table -> table.column("id", "bigint")
                                .column("title", "text")
                                .primaryKey("id"))
                .build();
    }

    private static StatementSource statements(boolean complete, ReleaseStatement... statements) {
        return StatementSource.of(new ReleaseStatements("statements.sql", List.of(statements), List.of(), complete));
    }

    private static ReleaseStatement select(String origin, Set<String> columns) {
        return new ReleaseStatement(
                "select " + String.join(", ", columns) + " from posts",
                List.of(Origin.of(origin)),
                use(new TableAccess(
                        ObjectName.of("posts"),
                        StatementKind.SELECT,
                        columns,
                        Set.of(),
                        Set.of(),
                        false,
                        new ConflictTarget.None())));
    }

    private static ReleaseStatement insert(String origin, Set<String> columns, ConflictTarget conflict) {
        return new ReleaseStatement(
                "insert into posts (" + String.join(", ", columns) + ") values ("
                        + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")",
                List.of(Origin.of(origin)),
                use(new TableAccess(
                        ObjectName.of("posts"),
                        conflict instanceof ConflictTarget.None ? StatementKind.INSERT : StatementKind.UPSERT,
                        Set.of(),
                        Set.of(),
                        columns,
                        false,
                        conflict)));
    }

    private static StatementUse use(TableAccess... accesses) {
        return new StatementUse(Stream.of(accesses).toList(), Set.of(), Set.of(), Set.of());
    }
}
