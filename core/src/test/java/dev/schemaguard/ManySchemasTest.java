package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.report.Target;
import dev.schemaguard.source.SchemaSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ManySchemasTest {

    private static final Schema EXPECTED = Schema.builder()
            .table("posts", posts -> posts.column("id", "bigint").column("quality", "jsonb"))
            .table("reel_jobs", jobs -> jobs.column("id", "uuid"))
            .build();

    private static DataSource database;

    @BeforeAll
    static void createTenants() {
        List<String> statements = new ArrayList<>();
        for (int tenant = 1; tenant <= 20; tenant++) {
            statements.add("create schema tenant_%02d".formatted(tenant));
            statements.add("create table tenant_%02d.posts (id bigint, quality jsonb)".formatted(tenant));
            statements.add("create table tenant_%02d.reel_jobs (id uuid)".formatted(tenant));
        }
        statements.add("alter table tenant_03.posts drop column quality");
        statements.add("alter table tenant_07.posts drop column quality");
        statements.add("alter table tenant_07.posts add column qualty jsonb");
        statements.add("alter table tenant_11.posts alter column quality type json");
        statements.add("drop table tenant_15.posts, tenant_15.reel_jobs");
        database = TestPostgres.freshDatabase(statements.toArray(String[]::new));
    }

    @Test
    void tellsEachDifferenceOnceWithTheSchemasThatHaveIt() {
        DriftReport report = check("tenant_*");

        assertThat(report.verdict()).isEqualTo(Verdict.DRIFTED);
        assertThat(report.findings())
                .extracting(finding -> finding.id() + " " + report.schemasWith(finding))
                .containsExactlyInAnyOrder(
                        "missing-column:posts.quality [tenant_03, tenant_07]",
                        "type-lossy:posts.quality [tenant_11]",
                        "empty-schema [tenant_15]");
        assertThat(report.targets()).hasSize(20);
        assertThat(report.targets())
                .filteredOn(target -> target.verdict() == Verdict.DRIFTED)
                .extracting(Target::schema)
                .containsExactly("tenant_03", "tenant_07", "tenant_15");
        assertThat(report.coverage().tablesExpected()).isEqualTo(40);
        assertThat(report.coverage().tablesChecked()).isEqualTo(38);
        assertThat(report.coverage().columnsChecked()).isEqualTo(57 - 2);
    }

    @Test
    void conformsWhereEverySchemaDoes() {
        DriftReport report = check("tenant_2?");

        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMS);
        assertThat(report.targets()).containsExactly(new Target("tenant_20", Verdict.CONFORMS, List.of()));
    }

    @Test
    void isUnverifiedWhereNoSchemaFits() {
        DriftReport report = check("mandant_*");

        assertThat(report.verdict()).isEqualTo(Verdict.UNVERIFIED);
        assertThat(report.unverified()).extracting(Unverified::code).containsExactly(Unverified.Code.SCHEMA_NOT_FOUND);
        assertThat(report.targets()).isEmpty();
    }

    @Test
    void everyExpectationIsComparedWithEverySchema() {
        Schema other = Schema.builder()
                .table("reel_jobs", jobs -> jobs.column("id", "uuid").column("state", "text"))
                .build();

        DriftReport report = SchemaGuard.expecting(SchemaSource.of(EXPECTED), SchemaSource.of(other))
                .scope(InspectionScope.EVERYTHING.in(List.of("tenant_0?")))
                .build()
                .check(database);

        assertThat(report.targets()).hasSize(9).allMatch(target -> target.verdict() == Verdict.DRIFTED);
        assertThat(report.targets().get(2).findings())
                .containsExactly("missing-column:posts.quality", "missing-column:reel_jobs.state");
        assertThat(report.findings()).hasSize(2).extracting(Finding::severity).containsOnly(Severity.BREAKING);
    }

    private static DriftReport check(String glob) {
        return SchemaGuard.expecting(EXPECTED)
                .scope(InspectionScope.EVERYTHING.in(List.of(glob)))
                .build()
                .check(database);
    }
}
