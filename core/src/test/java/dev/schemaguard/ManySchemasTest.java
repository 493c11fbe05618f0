package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Schema;
import dev.schemaguard.policy.Finding;
import dev.schemaguard.policy.Severity;
import dev.schemaguard.policy.Unverified;
import dev.schemaguard.policy.Verdict;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.report.SchemaResult;
import dev.schemaguard.source.SchemaSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
                .extracting(SchemaResult::schema)
                .containsExactly("tenant_03", "tenant_07", "tenant_15");
        assertThat(report.coverage().tablesExpected()).isEqualTo(40);
        assertThat(report.coverage().tablesChecked()).isEqualTo(38);
        assertThat(report.coverage().columnsChecked()).isEqualTo(57 - 2);
    }

    @Test
    void conformsWhereEverySchemaDoes() {
        DriftReport report = check("tenant_2?");

        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMS);
        assertThat(report.targets()).containsExactly(new SchemaResult("tenant_20", Verdict.CONFORMS, List.of()));
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

    @Test
    void tellsWhatAllSchemasShareApartFromWhatEachHasOfItsOwn() {
        DataSource shared = TestPostgres.freshDatabase(
                "create schema shared; create table shared.posts (id bigint)",
                "create schema tenant_1; create table tenant_1.posts (id bigint)",
                "create schema tenant_2; create table tenant_2.posts (id bigint, quality jsonb)");
        Schema both = Schema.builder()
                .table("posts", posts -> posts.column("id", "bigint").column("quality", "jsonb"))
                .table("shared.posts", posts -> posts.column("id", "bigint").column("quality", "jsonb"))
                .build();

        DriftReport report = SchemaGuard.expecting(both)
                .scope(InspectionScope.EVERYTHING.in(List.of("tenant_*")))
                .build()
                .check(shared);

        assertThat(report.findings())
                .extracting(finding ->
                        finding.id() + " in " + finding.drift().subject().schema())
                .containsExactlyInAnyOrder(
                        "missing-column:posts.quality in tenant_1", "missing-column:shared.posts.quality in shared");
    }

    @Test
    void keepsWhatWasFoundBeforeTheCatalogFailed() {
        DataSource tenants = TestPostgres.freshDatabase(
                "create schema tenant_1", "create schema tenant_2", "create schema tenant_3", "create schema tenant_4");
        Schema.Builder wide = Schema.builder();
        for (int table = 0; table < 5_000; table++) {
            wide.table("t" + table, columns -> columns.column("id", "bigint"));
        }

        DriftReport report = SchemaGuard.expecting(wide.build())
                .scope(InspectionScope.EVERYTHING.in(List.of("tenant_*")))
                .build()
                .check(losingTheSecondBatch(DataSource.class, tenants, new AtomicInteger()));

        assertThat(report.verdict()).isEqualTo(Verdict.DRIFTED);
        assertThat(report.targets()).extracting(SchemaResult::schema).containsExactly("tenant_1", "tenant_2");
        assertThat(report.unverified()).extracting(Unverified::code).containsExactly(Unverified.Code.UNREACHABLE);
    }

    private static <T> T losingTheSecondBatch(Class<T> type, Object target, AtomicInteger batches) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            if (method.getName().equals("prepareStatement")
                    && args[0].toString().contains("relation as materialized")
                    && batches.incrementAndGet() > 1) {
                throw new SQLException("the server closed the connection", "08006");
            }
            try {
                Object result = method.invoke(target, args);
                return result instanceof Connection connection
                        ? losingTheSecondBatch(Connection.class, connection, batches)
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private static DriftReport check(String glob) {
        return SchemaGuard.expecting(EXPECTED)
                .scope(InspectionScope.EVERYTHING.in(List.of(glob)))
                .build()
                .check(database);
    }
}
