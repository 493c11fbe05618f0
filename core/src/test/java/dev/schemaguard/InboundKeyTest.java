package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Policy;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.SchemaSource;
import dev.schemaguard.source.migrations.DdlSource;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A table that holds on to rows of the release's own is told where it is a stranger to the release, and only there. */
class InboundKeyTest {

    private static final String POSTS =
            "create table posts (id bigint primary key, slug text constraint slug unique, at date);";
    private static final String AUDIT = "create table audit (post bigint references posts);";

    private static DataSource database;

    @BeforeAll
    static void makeTheDatabase() {
        database = TestPostgres.freshDatabase(
                POSTS,
                AUDIT,
                "create schema side",
                "create table side.\"Odd \"\"one\" (post bigint references posts on delete cascade, slug text references posts (slug))",
                "create table gone (post bigint references posts on delete set null on update cascade)",
                "create table parts (post bigint references posts on delete cascade, at date) partition by range (at)",
                "create table parts_1 partition of parts default",
                "alter table parts_1 add foreign key (post) references posts");
    }

    private static SchemaSource script(String name, String text) {
        return DdlSource.of(SourceText.text(name, text));
    }

    private static List<String> findings(SchemaGuard.Builder guard) {
        DriftReport report = guard.policy(Policy.failOn(Severity.RISKY)).build().check(database);
        assertThat(report.unverified()).as(report.toText()).isEmpty();
        return report.findings().stream()
                .map(finding -> finding.severity() + " " + finding.id())
                .toList();
    }

    @Test
    void namesTheTableAndWhatMayFail() {
        DriftReport report =
                SchemaGuard.expecting(script("V1.sql", POSTS)).build().check(database);

        assertThat(report.findings())
                .extracting(finding -> finding.id() + ": " + finding.drift().message())
                .containsExactly(
                        "inbound-foreign-key:posts(audit): a DELETE on `posts` may fail: `audit`, which is unknown to the"
                                + " release, refers to the row",
                        "inbound-foreign-key:posts(side.Odd \"one): a DELETE or an UPDATE of (slug) on `posts` may fail:"
                                + " `side.Odd \"one`, which is unknown to the release, refers to the row");
        assertThat(report.findings()).allSatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.RISKY);
            assertThat(finding.hint()).isPresent();
        });
    }

    @Test
    void knowsTheReleasesOwnTablesWhicheverExpectationNamesThem() {
        assertThat(findings(SchemaGuard.expecting(script("V1.sql", POSTS + AUDIT))))
                .containsExactly("RISKY inbound-foreign-key:posts(side.Odd \"one)");
        SchemaSource audit = script("audit/V1.sql", AUDIT.replace(" references posts", ""));
        assertThat(findings(SchemaGuard.expecting(script("V1.sql", POSTS), audit)))
                .contains("RISKY inbound-foreign-key:posts(side.Odd \"one)")
                .doesNotContain("RISKY inbound-foreign-key:posts(audit)");
        assertThat(findings(SchemaGuard.expecting(script("V1.sql", POSTS)).optional("audit", audit)))
                .doesNotContain("RISKY inbound-foreign-key:posts(audit)");
    }

    @Test
    void leavesOutTablesThatAreNoneOfItsBusiness() {
        assertThat(findings(SchemaGuard.expecting(script("V1.sql", POSTS))
                        .scope(InspectionScope.EVERYTHING.excluding(List.of("audit", "side.*")))))
                .isEmpty();
    }

    @Test
    void saysNothingToASourceThatDoesNotNameEveryTable() {
        assertThat(findings(SchemaGuard.expecting(Schema.builder()
                        .table("posts", posts -> posts.column("id").deletes())
                        .build())))
                .isEmpty();
    }

    @Test
    void looksAtTheWholeAgainWhereItCountsAndWaits() {
        SchemaGuard guard = SchemaGuard.expecting(script("V1.sql", POSTS + "create table lost (id int);"))
                .policy(Policy.failOn(Severity.RISKY))
                .build();

        assertThat(guard.narrowedTo(guard.check(database))).isSameAs(guard);
    }

    @Test
    void goesByTheSameNameForEveryTenant() {
        DataSource tenants = TestPostgres.freshDatabase(
                "create schema tenant_1",
                "create table tenant_1.posts (id bigint primary key)",
                "create table tenant_1.audit (post bigint references tenant_1.posts)",
                "create schema tenant_2",
                "create table tenant_2.posts (id bigint primary key)",
                "create table tenant_2.audit (post bigint references tenant_2.posts)");

        DriftReport report = SchemaGuard.expecting(script("V1.sql", "create table posts (id bigint primary key)"))
                .scope(InspectionScope.EVERYTHING.in(List.of("tenant_*")))
                .build()
                .check(tenants);

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("inbound-foreign-key:posts(audit)");
            assertThat(report.schemasWith(finding)).containsExactly("tenant_1", "tenant_2");
        });
    }
}
