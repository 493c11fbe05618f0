package dev.schemaguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemaguard.database.Databases;
import dev.schemaguard.embedded.TestPostgres;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.inspect.InspectionScope;
import dev.schemaguard.model.Presence;
import dev.schemaguard.model.Schema;
import dev.schemaguard.model.Table;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.source.migrations.DdlSource;
import dev.schemaguard.source.snapshot.SnapshotJson;
import dev.schemaguard.source.snapshot.SnapshotSource;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row security is told where it holds for the connected role and the release is not made for it. */
class RowSecurityTest {

    private static final String POSTS = "create table posts (id bigint primary key, title text);";
    private static final String ENABLE = "alter table posts enable row level security";

    private String name;
    private String role;
    private DataSource owner;

    @BeforeEach
    void makeTheDatabase() {
        name = TestPostgres.freshDatabaseName();
        role = TestPostgres.freshRole();
        owner = TestPostgres.dataSource(name, TestPostgres.SUPERUSER);
        TestPostgres.execute(owner, POSTS, "grant select, insert, update, delete on posts to " + role);
    }

    private static SchemaGuard script(String more) {
        return SchemaGuard.expecting(DdlSource.of(SourceText.text("V1.sql", POSTS + more)))
                .build();
    }

    private List<String> findings(SchemaGuard guard) {
        DriftReport report = guard.check(TestPostgres.dataSource(name, role));
        assertThat(report.unverified()).as(report.toText()).isEmpty();
        return report.findings().stream()
                .map(finding -> finding.severity() + " " + finding.id())
                .toList();
    }

    @Test
    void saysThatRowsMayVanishAndWritesBeRefused() {
        assertThat(findings(script(""))).isEmpty();
        TestPostgres.execute(owner, ENABLE);

        DriftReport report = script("").check(TestPostgres.dataSource(name, role));

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity() + " " + finding.id()).isEqualTo("RISKY row-security:posts");
            assertThat(finding.drift().message())
                    .isEqualTo(
                            "a statement on `posts` may not find rows that are there, and a write may be refused: row"
                                    + " security is switched on, and role `" + role + "` does not bypass it");
            assertThat(finding.hint())
                    .hasValueSatisfying(hint -> assertThat(hint).contains("pg_policies"));
            assertThat(finding.fixes()).isEmpty();
        });
        assertThat(script("").check(owner).findings()).isEmpty();
    }

    @Test
    void saysNothingToWhoBypassesIt() {
        TestPostgres.execute(owner, ENABLE, "alter role " + role + " bypassrls");
        assertThat(findings(script(""))).isEmpty();
        TestPostgres.execute(owner, "alter role " + role + " nobypassrls", "alter table posts owner to " + role);
        assertThat(findings(script(""))).isEmpty();
        TestPostgres.execute(owner, "alter table posts force row level security");
        assertThat(findings(script(""))).containsExactly("RISKY row-security:posts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ENABLE + "; alter table only posts force row level security",
                "alter table if exists posts add column more text, enable row level security; alter table posts drop more",
                "do $$ begin if exists (select from pg_roles where rolname = 'app') then " + ENABLE
                        + "; end if; end $$",
            })
    void saysNothingToAReleaseWhoseScriptsSwitchItOnOrMay(String more) {
        TestPostgres.execute(owner, ENABLE);

        assertThat(script(more).check(TestPostgres.dataSource(name, role)).findings())
                .isEmpty();
    }

    @Test
    void followsScriptsThatSwitchItOffAgain() {
        TestPostgres.execute(owner, ENABLE);

        assertThat(findings(script(ENABLE + "; alter table posts disable row level security")))
                .containsExactly("RISKY row-security:posts");
    }

    @Test
    void leavesATableOfOthersThatItIsSwitchedOnForOutOfTheExpectation() {
        Schema schema = DdlSource.of(SourceText.text("V1.sql", "alter table storage.objects enable row level security"))
                .load(Databases.assumed());

        assertThat(schema.tables()).isEmpty();
        assertThat(schema.gaps()).isEmpty();
    }

    @Test
    void isPartOfASnapshotAndUnknownToAnOlderOne() throws Exception {
        String without = snapshot();
        TestPostgres.execute(owner, ENABLE);

        assertThat(findings(taken(snapshot()))).isEmpty();
        assertThat(findings(taken(without))).containsExactly("RISKY row-security:posts");
        String older = without.replace("  \"rowSecurity\": false,\n", "");
        assertThat(older).doesNotContain("rowSecurity");
        assertThat(findings(taken(older))).isEmpty();
    }

    private String snapshot() throws Exception {
        return SnapshotJson.toText(
                SchemaCapture.capture(owner, InspectionScope.EVERYTHING),
                Databases.assumed().dialect());
    }

    private static SchemaGuard taken(String snapshot) {
        return SchemaGuard.expecting(SnapshotSource.of(SourceText.text("schema.json", snapshot)))
                .build();
    }

    @Test
    void isToldToAMappingAndNotToWhoOnlyNamesATable() {
        TestPostgres.execute(owner, ENABLE);

        assertThat(findings(contract(Table.Builder::readOnly))).containsExactly("RISKY row-security:posts");
        assertThat(findings(contract(Table.Builder::inserts))).containsExactly("RISKY row-security:posts");
        assertThat(findings(contract(posts -> {}))).isEmpty();
        assertThat(findings(
                        contract(posts -> posts.rowSecurity(Presence.PRESENT).inserts())))
                .isEmpty();
    }

    private static SchemaGuard contract(Consumer<Table.Builder> use) {
        return SchemaGuard.expecting(Schema.builder()
                        .table("posts", posts -> use.accept(posts.column("title")))
                        .build())
                .build();
    }
}
